// SPDX-License-Identifier: EUPL-1.2
#include "codec/xlsx/reader.h"

#include <algorithm>
#include <array>

#include "codec/xlsx/parts.h"

namespace styrkedja::workbook {
namespace {

class BookHandler : public XmlStream::Handler {
  public:
    struct Sheet {
        std::string name, relation;
        bool hidden = false;
    };
    std::vector<Sheet> sheets;
    bool from_1904 = false, is_workbook = false;

    void start(std::string_view name, const char* const* attributes) override {
        if (name == "workbook") is_workbook = true;
        if (name == "workbookPr") {
            const std::string_view value = attribute(attributes, "date1904");
            from_1904 = value == "1" || value == "true";
        }
        if (name != "sheet") return;
        // "r:id" and not "sheetId": attribute() looks at names without prefix.
        sheets.push_back({std::string(attribute(attributes, "name")), std::string(attribute(attributes, "id")),
                          !attribute(attributes, "state").empty() && attribute(attributes, "state") != "visible"});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

const Relation* find_type(const std::vector<Relation>& relations, std::string_view type) {
    const auto found = std::find_if(relations.begin(), relations.end(), [&](const Relation& each) { return each.type == type; });
    return found == relations.end() ? nullptr : &*found;
}

}  // namespace

std::string cell_name(std::uint32_t row, std::uint32_t column) {
    std::string name;
    for (std::uint64_t left = std::uint64_t{column} + 1; left > 0; left = (left - 1) / 26) name += static_cast<char>('A' + (left - 1) % 26);
    std::reverse(name.begin(), name.end());
    return name + std::to_string(row);
}

Workbook::Workbook() : texts_(std::make_unique<Texts>()), dates_(std::make_unique<Dates>()) {}
Workbook::~Workbook() = default;
const std::string& Workbook::file() const { return package_->file(); }

std::unique_ptr<Workbook> Workbook::open(std::string file, std::string_view bytes, Problems& problems, const Limits& limits) {
    std::unique_ptr<Workbook> book(new Workbook());
    book->package_ = Package::open(std::move(file), bytes, limits, problems);
    if (!book->package_ || !book->read_parts(problems, limits)) return nullptr;
    return book;
}

bool Workbook::read_parts(Problems& problems, const Limits& limits) {
    const std::size_t before = problems.errors();
    const auto other_kind = [&] {
        problems.add("workbook_is_of_other_kind", Severity::error, Place{file(), 0, 0, "", "", ""});
        return false;
    };
    if (!package_->has("_rels/.rels")) return other_kind();
    const std::vector<Relation> top = read_relations(*package_, "", problems);
    const Relation* main = find_type(top, "officeDocument");
    if (problems.errors() > before) return false;
    if (main == nullptr || main->target.ends_with(".bin")) return other_kind();
    BookHandler book;
    if (!feed_part(*package_, main->target, book, problems)) return false;
    if (!book.is_workbook) return other_kind();
    const std::vector<Relation> relations = read_relations(*package_, main->target, problems);
    for (const auto& sheet : book.sheets) {
        const auto found = std::find_if(relations.begin(), relations.end(), [&](const Relation& each) { return each.id == sheet.relation; });
        if (found != relations.end() && found->type == "worksheet") sheets_.push_back({sheet.name, found->target, sheet.hidden});
    }
    dates_->from_1904 = book.from_1904;
    if (const Relation* styles = find_type(relations, "styles")) read_styles(*package_, styles->target, *dates_, problems);
    if (const Relation* texts = find_type(relations, "sharedStrings")) read_texts(*package_, texts->target, limits.texts, *texts_, problems);
    return problems.errors() == before;
}

}  // namespace styrkedja::workbook
