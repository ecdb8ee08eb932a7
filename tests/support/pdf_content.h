// SPDX-License-Identifier: EUPL-1.2
#pragma once

#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4  // what qpdf asks of new code
#endif
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <vector>

#include "support/pdf_check.h"

// A page's content stream as a reader sees it: what is painted, and whether it is marked.
namespace styrkedja::testing {

// A font's character codes as text.
struct PdfFont {
    std::map<unsigned, std::string> text;
    bool usable = false;
};
PdfFont read_font(QPDFObjectHandle font, std::vector<std::string>& breaches);

class ContentReader : public QPDFObjectHandle::ParserCallbacks {
  public:
    ContentReader(std::size_t page, std::map<std::string, PdfFont>& fonts, PdfReading& out) : page_(page), fonts_(fonts), out_(out) {}
    void handleObject(QPDFObjectHandle object, size_t, size_t) override;
    void handleEOF() override;
    // Marks met, and the text of each.
    const std::map<int, std::string>& marks() const { return marks_; }

  private:
    struct Mark {
        bool artifact = false;
        int number = -1;
    };
    void operate(const std::string& op);
    void show(const std::string& codes);
    void painted(const std::string& op);
    double operand(std::size_t at);
    bool in_artifact() const;
    int mark() const;

    std::size_t page_;
    std::map<std::string, PdfFont>& fonts_;
    PdfReading& out_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<Mark> stack_;
    std::map<int, std::string> marks_;
    std::string font_;
    double size_ = 0, x_ = 0, y_ = 0;
    PdfText text_;
    int saved_ = 0;
    bool told_ = false;
};

}  // namespace styrkedja::testing
