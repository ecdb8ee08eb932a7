// SPDX-License-Identifier: EUPL-1.2
#pragma once

#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4  // what qpdf asks of new code
#endif
#include <map>
#include <qpdf/QPDF.hh>
#include <set>

#include "support/pdf_check.h"

// The structure tree: checked element by element, and written as readable text.
namespace styrkedja::testing {

class StructureReader {
  public:
    StructureReader(QPDF& pdf, const std::vector<std::map<int, std::string>>& marks, const std::map<QPDFObjGen, std::size_t>& pages, PdfReading& out)
        : pdf_(pdf), marks_(marks), pages_(pages), out_(out) {}
    void read();

  private:
    struct Cell {
        std::string type;
        int columns = 1, rows = 1;
    };
    void element(QPDFObjectHandle element, const std::string& parent, int depth);
    std::string inside(QPDFObjectHandle element, const std::string& type, int depth);
    std::string kid(QPDFObjectHandle kid, QPDFObjectHandle owner, const std::string& type, int depth);
    std::string content(QPDFObjectHandle owner, QPDFObjectHandle page, int mark);
    void annotation(QPDFObjectHandle kid, QPDFObjectHandle owner, const std::string& type);
    void check_type(QPDFObjectHandle element, const std::string& type, const std::string& parent);
    void check_heading(const std::string& type);
    void check_table(QPDFObjectHandle table);
    void check_link(QPDFObjectHandle link);
    void check_parent_tree();
    void breach(const std::string& text) { out_.breaches.push_back(text); }

    QPDF& pdf_;
    const std::vector<std::map<int, std::string>>& marks_;
    const std::map<QPDFObjGen, std::size_t>& pages_;
    PdfReading& out_;
    std::map<std::pair<std::size_t, int>, QPDFObjGen> owners_;  // of each mark
    std::map<long long, QPDFObjGen> annotation_owners_;         // by structure parent
    std::set<std::string> note_ids_;
    int heading_ = 0;
};

}  // namespace styrkedja::testing
