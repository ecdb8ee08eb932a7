// SPDX-License-Identifier: EUPL-1.2
// The check itself: a sound PDF is broken in one way at a time, and the check must see it.
#include <gtest/gtest.h>

#include <functional>

#include "support/pdf_content.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "writers/pdf/pdf.h"
#include "writers/sample_document.h"

namespace styrkedja {
namespace {

using Breaking = std::function<void(QPDF&)>;

std::string breaches_after(const Breaking& breaking) {
    Problems problems;
    const std::string bytes = write_pdf(sample::sample_document(), problems);
    QPDF pdf;
    pdf.processMemoryFile("sample.pdf", bytes.data(), bytes.size());
    breaking(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    std::string all;
    for (const std::string& each : testing::read_pdf({reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()}).breaches) all += each + "\n";
    return all;
}

// The first element of a type, in the file's order.
QPDFObjectHandle first(QPDF& pdf, const std::string& type) {
    for (QPDFObjectHandle each : pdf.getAllObjects()) {
        if (each.isDictionary() && each.getKey("/S").isName() && each.getKey("/S").getName() == "/" + type && each.hasKey("/P")) return each;
    }
    ADD_FAILURE() << "no " << type;
    return QPDFObjectHandle::newDictionary();
}

QPDFObjectHandle first_annotation(QPDF& pdf) {
    for (QPDFObjectHandle each : pdf.getAllObjects()) {
        if (each.isDictionary() && each.getKey("/Subtype").isName() && each.getKey("/Subtype").getName() == "/Link") return each;
    }
    return QPDFObjectHandle::newDictionary();
}

QPDFObjectHandle first_page(QPDF& pdf) { return pdf.getAllPages().at(0); }

void paint_unmarked(QPDF& pdf) {
    first_page(pdf).addPageContents(QPDFObjectHandle::newStream(&pdf, "0 0 10 10 re f\n"), false);
}

void drop_marks(QPDF& pdf) {
    QPDFObjectHandle contents = first_page(pdf).getKey("/Contents").getArrayItem(0);
    const auto data = contents.getStreamData();
    std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    text.replace(text.find("/MCID 0"), 7, "/MCIX 0");
    contents.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

void drop_cell(QPDF& pdf) {
    QPDFObjectHandle row = first(pdf, "TBody").getKey("/K").getArrayItem(1);
    row.getKey("/K").eraseItem(0);
}

void drop_font(QPDF& pdf, const char* key) {
    QPDFObjectHandle fonts = first_page(pdf).getKey("/Resources").getKey("/Font");
    QPDFObjectHandle font = fonts.getKey(*fonts.getKeys().begin());
    if (std::string(key) == "/ToUnicode") font.removeKey(key);
    else font.getKey("/DescendantFonts").getArrayItem(0).getKey("/FontDescriptor").removeKey(key);
}

const std::pair<const char*, Breaking> breakings[] = {
    {"11-006", [](QPDF& pdf) { pdf.getRoot().removeKey("/Lang"); }},
    {"01-000", [](QPDF& pdf) { pdf.getRoot().removeKey("/MarkInfo"); }},
    {"07-001", [](QPDF& pdf) { pdf.getRoot().getKey("/ViewerPreferences").removeKey("/DisplayDocTitle"); }},
    {"05-001", [](QPDF& pdf) { pdf.getRoot().removeKey("/Metadata"); }},
    {"06-004", [](QPDF& pdf) { pdf.getTrailer().getKey("/Info").removeKey("/Title"); }},
    {"output intent", [](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }},
    {"an action", [](QPDF& pdf) { pdf.getRoot().replaceKey("/OpenAction", QPDFObjectHandle::newDictionary()); }},
    {"01-005 painted", paint_unmarked},
    {"01-005 painted", drop_marks},
    {"13-004", [](QPDF& pdf) { first(pdf, "Figure").removeKey("/Alt"); }},
    {"14-003", [](QPDF& pdf) { first(pdf, "H2").replaceKey("/S", QPDFObjectHandle::newName("/H5")); }},
    {"14-002", [](QPDF& pdf) { first(pdf, "H1").replaceKey("/S", QPDFObjectHandle::newName("/H2")); }},
    {"15-003", [](QPDF& pdf) { first(pdf, "TH").removeKey("/A"); }},
    {"15-005", drop_cell},
    {"09-004", [](QPDF& pdf) { first(pdf, "LBody").replaceKey("/S", QPDFObjectHandle::newName("/TD")); }},
    {"02-001", [](QPDF& pdf) { first(pdf, "P").replaceKey("/S", QPDFObjectHandle::newName("/Stycke")); }},
    {"19-003", [](QPDF& pdf) { first(pdf, "Note").removeKey("/ID"); }},
    {"28-012", [](QPDF& pdf) { first_annotation(pdf).removeKey("/Contents"); }},
    {"28-011", [](QPDF& pdf) { first_annotation(pdf).removeKey("/StructParent"); }},
    {"28-010", [](QPDF& pdf) { first(pdf, "Link").replaceKey("/S", QPDFObjectHandle::newName("/Span")); }},
    {"28-008", [](QPDF& pdf) { first_page(pdf).removeKey("/Tabs"); }},
    {"31-027", [](QPDF& pdf) { drop_font(pdf, "/ToUnicode"); }},
    {"31-009", [](QPDF& pdf) { drop_font(pdf, "/FontFile2"); }},
    {"parent tree", [](QPDF& pdf) { pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").removeKey("/Kids"); }},
    {"transparency", [](QPDF& pdf) { first_page(pdf).replaceKey("/Group", QPDFObjectHandle::newDictionary()); }},
};

TEST(PdfCheck, FindsNothingInWhatIsSound) {
    EXPECT_EQ(breaches_after([](QPDF&) {}), "");
}

TEST(PdfCheck, SeesWhatIsBroken) {
    for (const auto& [expected, breaking] : breakings) {
        const std::string found = breaches_after(breaking);
        EXPECT_NE(found.find(expected), std::string::npos) << expected << " is not seen; found:\n" << found;
    }
}

}  // namespace
}  // namespace styrkedja
