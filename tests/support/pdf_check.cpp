// SPDX-License-Identifier: EUPL-1.2
#include "support/pdf_check.h"

#include <algorithm>
#include <cmath>
#include "support/pdf_content.h"
#include "support/pdf_structure.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace styrkedja::testing {

namespace {

std::string stream_text(QPDFObjectHandle stream) {
    if (!stream.isStream()) return {};
    const auto data = stream.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

void check_metadata(QPDFObjectHandle root, const std::string& title, std::vector<std::string>& breaches) {
    const std::string xmp = stream_text(root.getKey("/Metadata"));
    const auto want = [&](std::string_view part, const std::string& breach) {
        if (!has(xmp, part)) breaches.push_back(breach);
    };
    want("<pdfuaid:part>1</pdfuaid:part>", "05-001 metadata don't say PDF/UA-1");
    want("<pdfaid:part>2</pdfaid:part>", "metadata don't say PDF/A-2");
    want("<pdfaid:conformance>A</pdfaid:conformance>", "metadata don't say conformance A");
    want("pdfaExtension:schemas", "PDF/A 6.6.2.3 the schema of pdfuaid is not described");
    const std::size_t begin = xmp.find("<dc:title>");
    if (begin == xmp.npos) breaches.push_back("06-003 metadata have no dc:title");
    if (title.empty()) breaches.push_back("06-004 the title says nothing");
}

void check_catalog(QPDF& pdf, std::vector<std::string>& breaches) {
    QPDFObjectHandle root = pdf.getRoot();
    const auto expect = [&](bool holds, const char* breach) {
        if (!holds) breaches.emplace_back(breach);
    };
    expect(!pdf.isEncrypted(), "26-001 encrypted");
    expect(root.getKey("/Lang").isString() && !root.getKey("/Lang").getUTF8Value().empty(), "11-006 no language");
    expect(root.getKey("/MarkInfo").isDictionary() && root.getKey("/MarkInfo").getKey("/Marked").isBool() &&
               root.getKey("/MarkInfo").getKey("/Marked").getBoolValue(), "01-000 not marked as tagged");
    expect(root.getKey("/ViewerPreferences").isDictionary() && root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").isBool() &&
               root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue(), "07-001 the title is not shown");
    expect(root.getKey("/StructTreeRoot").isDictionary(), "no structure tree");
    expect(!root.hasKey("/OpenAction") && !root.hasKey("/AA"), "an action runs by itself");
    expect(!root.hasKey("/Names") || !root.getKey("/Names").hasKey("/JavaScript"), "JavaScript");
    expect(!root.hasKey("/AcroForm"), "a form");
    QPDFObjectHandle intents = root.getKey("/OutputIntents");
    bool profile = false;
    if (intents.isArray() && intents.getArrayNItems() == 1) {
        QPDFObjectHandle intent = intents.getArrayItem(0);
        const std::string icc = stream_text(intent.getKey("/DestOutputProfile"));
        profile = intent.getKey("/S").isName() && intent.getKey("/S").getName() == "/GTS_PDFA1" && icc.size() > 132 &&
                  icc.substr(36, 4) == "acsp" && icc.substr(16, 4) == "RGB " &&
                  static_cast<std::size_t>((static_cast<unsigned char>(icc[2]) << 8) + static_cast<unsigned char>(icc[3])) == icc.size();
    }
    expect(profile, "no output intent with an RGB profile");
    expect(pdf.getTrailer().getKey("/ID").isArray(), "no file identifier");
    const std::string title = pdf.getTrailer().getKey("/Info").getKey("/Title").isString() ? pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value() : "";
    check_metadata(root, title, breaches);
}

void check_page(QPDFObjectHandle page, std::size_t number, std::vector<std::string>& breaches) {
    const std::string where = " on page " + std::to_string(number + 1);
    if (!page.getKey("/StructParents").isInteger()) breaches.push_back("no structure parents" + where);
    if (page.hasKey("/Group")) breaches.push_back("transparency group" + where);
    if (page.hasKey("/AA")) breaches.push_back("action" + where);
    QPDFObjectHandle resources = page.getKey("/Resources");
    if (resources.hasKey("/ExtGState") || resources.hasKey("/XObject")) breaches.push_back("unexpected resources" + where);
    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (!annotations.isArray()) return;
    if (!page.getKey("/Tabs").isName() || page.getKey("/Tabs").getName() != "/S") breaches.push_back("28-008 no /Tabs /S" + where);
    for (QPDFObjectHandle each : annotations.getArrayAsVector()) {
        if (!each.getKey("/Contents").isString() || each.getKey("/Contents").getUTF8Value().empty()) breaches.push_back("28-012 link without words" + where);
        if (!each.getKey("/StructParent").isInteger()) breaches.push_back("28-011 link without structure parent" + where);
        if (!each.getKey("/F").isInteger() || (each.getKey("/F").getIntValue() & 4) == 0) breaches.push_back("PDF/A 6.3.2 link is not printed" + where);
        if (!each.hasKey("/A") && !each.hasKey("/Dest")) breaches.push_back("link leads nowhere" + where);
    }
}

}  // namespace

PdfReading read_pdf(const std::string& bytes) {
    PdfReading out;
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("made.pdf", bytes.data(), bytes.size());
    check_catalog(pdf, out.breaches);
    std::vector<std::map<int, std::string>> marks;
    std::map<QPDFObjGen, std::size_t> page_numbers;
    std::map<std::string, PdfFont> fonts;
    for (const QPDFPageObjectHelper& each : QPDFPageDocumentHelper(pdf).getAllPages()) {
        QPDFPageObjectHelper page(each);
        QPDFObjectHandle object = page.getObjectHandle();
        const std::size_t number = out.pages.size();
        page_numbers[object.getObjGen()] = number;
        QPDFObjectHandle box = object.getKey("/MediaBox");
        out.pages.emplace_back(box.getArrayItem(2).getNumericValue(), box.getArrayItem(3).getNumericValue());
        check_page(object, number, out.breaches);
        QPDFObjectHandle list = object.getKey("/Resources").getKey("/Font");
        for (const std::string& name : list.getKeys()) {
            if (!fonts.contains(name)) fonts[name] = read_font(list.getKey(name), out.breaches);
        }
        ContentReader reader(number, fonts, out);
        page.parseContents(&reader);
        marks.push_back(reader.marks());
    }
    StructureReader(pdf, marks, page_numbers, out).read();
    for (const QPDFExc& warning : pdf.getWarnings()) out.breaches.push_back(std::string("qpdf: ") + warning.what());
    return out;
}

std::string PdfReading::page_text(std::size_t page) const {
    std::vector<PdfText> list;
    for (const PdfText& each : texts) {
        if (each.page == page) list.push_back(each);
    }
    std::stable_sort(list.begin(), list.end(), [](const PdfText& a, const PdfText& b) {
        return std::abs(a.y - b.y) > 0.5 ? a.y > b.y : a.x < b.x;
    });
    std::string text;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) text += std::abs(list[i].y - list[i - 1].y) > 0.5 ? "\n" : " | ";
        text += list[i].text;
    }
    return text;
}

std::size_t PdfReading::page_of(const std::string& text) const {
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (page_text(i).find(text) != std::string::npos) return i;
    }
    return std::string::npos;
}

}  // namespace styrkedja::testing
