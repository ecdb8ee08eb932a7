// SPDX-License-Identifier: EUPL-1.2
#include "support/pdf_content.h"

#include <set>

#include "base/utf8.h"

namespace styrkedja::testing {

namespace {

std::string from_utf16(const std::string& bytes) {
    std::string out;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = static_cast<char32_t>(static_cast<unsigned char>(bytes[i]) << 8 | static_cast<unsigned char>(bytes[i + 1]));
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
            const auto low = static_cast<char32_t>(static_cast<unsigned char>(bytes[i + 2]) << 8 | static_cast<unsigned char>(bytes[i + 3]));
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        append_character(out, c);
    }
    return out;
}

std::string unhexed(const std::string& text) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) bytes += static_cast<char>(std::stoi(text.substr(i, 2), nullptr, 16));
    return bytes;
}

const std::set<std::string>& painting() {
    static const std::set<std::string> ops = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", "\"", "BI"};
    return ops;
}

}  // namespace

PdfFont read_font(QPDFObjectHandle font, std::vector<std::string>& breaches) {
    PdfFont made;
    const std::string name = font.getKey("/BaseFont").getName();
    QPDFObjectHandle map = font.getKey("/ToUnicode");
    QPDFObjectHandle inner = font.getKey("/DescendantFonts").getArrayItem(0);
    if (!inner.getKey("/FontDescriptor").getKey("/FontFile2").isStream()) breaches.push_back("31-009 font is not embedded: " + name);
    if (!inner.getKey("/CIDToGIDMap").isStream() && !inner.getKey("/CIDToGIDMap").isName()) breaches.push_back("31-004 font has no CIDToGIDMap: " + name);
    if (!map.isStream()) {
        breaches.push_back("31-027 font has no ToUnicode: " + name);
        return made;
    }
    const auto data = map.getStreamData();
    const std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    for (std::size_t at = text.find("\n<"); at != text.npos; at = text.find("\n<", at + 1)) {
        const std::size_t close = text.find('>', at), open = text.find('<', close), end = text.find('>', open);
        if (close - at != 6 || open != close + 1) continue;
        made.text[static_cast<unsigned>(std::stoi(text.substr(at + 2, 4), nullptr, 16))] = from_utf16(unhexed(text.substr(open + 1, end - open - 1)));
    }
    made.usable = true;
    return made;
}

double ContentReader::operand(std::size_t at) {
    return at < operands_.size() && operands_[at].isNumber() ? operands_[at].getNumericValue() : 0;
}

bool ContentReader::in_artifact() const {
    for (const Mark& each : stack_) {
        if (each.artifact) return true;
    }
    return false;
}

int ContentReader::mark() const {
    for (auto at = stack_.rbegin(); at != stack_.rend(); ++at) {
        if (at->number >= 0) return at->number;
    }
    return -1;
}

void ContentReader::painted(const std::string& op) {
    if (in_artifact() || mark() >= 0 || told_) return;
    out_.breaches.push_back("01-005 painted content (" + op + ") is neither tagged nor artifact on page " + std::to_string(page_ + 1));
    told_ = true;
}

void ContentReader::show(const std::string& codes) {
    const PdfFont& font = fonts_[font_];
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2) {
        const unsigned code = static_cast<unsigned>(static_cast<unsigned char>(codes[i]) << 8 | static_cast<unsigned char>(codes[i + 1]));
        const auto found = font.text.find(code);
        if (code == 0 || found == font.text.end() || found->second.empty()) {
            out_.breaches.push_back("10-001 a character has no text, on page " + std::to_string(page_ + 1));
            continue;
        }
        text_.text += found->second;
    }
}

void ContentReader::operate(const std::string& op) {
    if (painting().contains(op)) painted(op);
    if (op == "BDC" || op == "BMC") {
        Mark made;
        made.artifact = operands_.at(0).getName() == "/Artifact";
        if (op == "BDC" && operands_.at(1).isDictionary() && operands_[1].hasKey("/MCID")) {
            made.number = static_cast<int>(operands_[1].getKey("/MCID").getIntValue());
            if (!marks_.try_emplace(made.number).second) out_.breaches.push_back("mark is used twice on page " + std::to_string(page_ + 1));
            if (in_artifact()) out_.breaches.push_back("01-003 tagged content inside artifact on page " + std::to_string(page_ + 1));
        }
        if (made.artifact && mark() >= 0) out_.breaches.push_back("01-004 artifact inside tagged content on page " + std::to_string(page_ + 1));
        stack_.push_back(made);
    } else if (op == "EMC") {
        if (stack_.empty()) out_.breaches.push_back("EMC without BDC on page " + std::to_string(page_ + 1));
        else stack_.pop_back();
    } else if (op == "q" || op == "Q") {
        saved_ += op == "q" ? 1 : -1;
    } else if (op == "Tf") {
        font_ = operands_.at(0).getName();
        size_ = operand(1);
        if (!fonts_[font_].usable) out_.breaches.push_back("font is not there: " + font_);
    } else if (op == "Tm") {
        x_ = operand(4);
        y_ = operand(5);
    } else if (op == "gs") {
        out_.breaches.push_back("graphics state (transparency) is used on page " + std::to_string(page_ + 1));
    } else if (op == "TJ" || op == "Tj") {
        text_ = {page_, x_, y_, size_, "", in_artifact(), mark()};
        if (op == "Tj") show(operands_.at(0).getStringValue());
        else {
            for (QPDFObjectHandle each : operands_.at(0).getArrayAsVector()) {
                if (each.isString()) show(each.getStringValue());
            }
        }
        if (text_.mark >= 0 && !text_.artifact) marks_[text_.mark] += text_.text;
        out_.texts.push_back(text_);
    }
}

void ContentReader::handleObject(QPDFObjectHandle object, size_t, size_t) {
    if (!object.isOperator()) {
        operands_.push_back(object);
        return;
    }
    operate(object.getOperatorValue());
    operands_.clear();
}

void ContentReader::handleEOF() {
    if (!stack_.empty()) out_.breaches.push_back("marked content is not ended on page " + std::to_string(page_ + 1));
    if (saved_ != 0) out_.breaches.push_back("q and Q don't pair on page " + std::to_string(page_ + 1));
}

}  // namespace styrkedja::testing
