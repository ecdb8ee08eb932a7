// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <utility>

#include "codec/csv.h"
#include "domain/economy/description.h"
#include "importers/pack/read.h"

namespace styrkedja {
namespace {

struct CellPlace {
    const CsvReader* reader;
    std::size_t column;
};

Place place_of_cell(const void* where) {
    const auto* cell = static_cast<const CellPlace*>(where);
    return cell->reader->place(cell->column);
}

// A column of amounts of its own version and period: "budget@2016".
struct WideColumn {
    std::size_t column;
    Id version;
    Period period;
};

struct Columns {
    std::vector<std::pair<std::size_t, const FieldInfo*>> fields;
    std::vector<WideColumn> wide;
    bool is_wide = false;  // some heading is meant as version@period, though perhaps none could be read
};

bool read_wide_heading(std::string_view heading, std::size_t column, Columns& columns, const CsvReader& reader,
                       Problems& problems) {
    std::size_t at = heading.find('@');
    if (at == heading.npos) return false;
    columns.is_wide = true;
    auto period = Period::parse(heading.substr(at + 1));
    if (!period || !Id::is_valid(heading.substr(0, at))) {
        problems.add("wide_heading_is_not_version_and_period", Severity::error, reader.heading_place(column),
                     {{"heading", std::string(heading)}});
        return true;
    }
    columns.wide.push_back({column, Id(std::string(heading.substr(0, at))), *period});
    return true;
}

void look_for_missing_columns(const Columns& columns, const std::vector<const FieldInfo*>& named, const CsvReader& reader,
                              const Kind& kind, Problems& problems) {
    for (const FieldInfo& each : kind.info->fields) {
        bool in_wide = columns.is_wide && (each.key == "version" || each.key == "period" || each.key == "amount");
        if (!each.required || in_wide || std::find(named.begin(), named.end(), &each) != named.end()) continue;
        problems.add("column_is_missing", Severity::error, reader.heading_place(0),
                     {{"column", std::string(each.key)}, {"kind", std::string(kind.info->key)}});
    }
}

Columns columns_of(const CsvReader& reader, const Kind& kind, Problems& problems) {
    Columns columns;
    std::vector<const FieldInfo*> named;
    bool money = kind.info == &description<EconomyFact>();
    for (std::size_t i = 0; i < reader.heading().size(); ++i) {
        std::string_view heading = reader.heading()[i];
        if (heading.empty()) continue;
        if (money && read_wide_heading(heading, i, columns, reader, problems)) continue;
        const FieldInfo* field = kind.info->find(heading);
        named.push_back(field);
        if (field && field->type->shape == TypeInfo::Shape::scalar) {
            columns.fields.emplace_back(i, field);
            continue;
        }
        std::vector<std::string_view> names;
        for (const FieldInfo& each : kind.info->fields) {
            names.push_back(each.key);
            names.push_back(each.sv);
        }
        problems.add(field ? "field_needs_yaml" : "unknown_column", Severity::error, reader.heading_place(i),
                     {{"column", std::string(heading)}, {"kind", std::string(kind.info->key)},
                      {"near", field ? std::string() : nearest(heading, names)}});
    }
    look_for_missing_columns(columns, named, reader, kind, problems);
    return columns;
}

// The row's amounts, each as a fact of its own.
void add_wide_facts(const std::shared_ptr<void>& row, const Columns& columns, const CsvReader& reader,
                    std::uint32_t file, std::vector<PackContents::Thing>& things, Problems& problems) {
    static const Kind* kind = kind_of(description<EconomyFact>());
    static const FieldInfo* amount = description<EconomyFact>().find("amount");
    for (const WideColumn& wide : columns.wide) {
        std::string_view text = reader.field(wide.column);
        if (text.empty()) continue;
        std::shared_ptr<void> made = kind->copy(row.get());
        auto* fact = static_cast<EconomyFact*>(made.get());
        fact->version.id = wide.version;
        fact->period = wide.period;
        CellPlace cell{&reader, wide.column};
        if (read_field(fact, *amount, text, place_of_cell, &cell, problems)) {
            things.push_back({std::move(made), file, reader.line()});
        }
    }
}

// Rows that cannot be told apart, or that a quotation mark has swallowed: nobody knows what the file gives.
bool is_unread(const Kind& kind, const Columns& columns) {
    if (!kind.named) return false;
    return std::none_of(columns.fields.begin(), columns.fields.end(), [](const auto& each) { return each.second->key == "id"; });
}

bool has_open_quote(const Problems& problems, std::size_t from) {
    const auto& list = problems.list();
    return std::any_of(list.begin() + static_cast<std::ptrdiff_t>(from), list.end(),
                       [](const Problem& each) { return each.code == "quote_is_not_closed"; });
}

}  // namespace

void read_csv(PackContents& contents, std::uint32_t file, const Kind& kind, Problems& problems) {
    const Origins::File& source = contents.origins.file(file);
    std::size_t told = problems.size();
    CsvReader reader(source.name, source.text, problems);
    if (reader.heading().empty()) return;
    Columns columns = columns_of(reader, kind, problems);
    if (is_unread(kind, columns)) {
        contents.unread.insert(kind.info);
        return;
    }
    std::vector<PackContents::Thing>& things = contents.of(kind);
    while (reader.next()) {
        std::shared_ptr<void> object = kind.make();
        bool whole = true;
        for (auto [column, field] : columns.fields) {
            std::string_view text = reader.field(column);
            CellPlace cell{&reader, column};
            if (text.empty() && field->required) {
                problems.add("value_is_missing", Severity::error, reader.place(column),
                             {{"field", std::string(field->key)}, {"kind", std::string(kind.info->key)}});
                whole = false;
            }
            whole &= read_field(object.get(), *field, text, place_of_cell, &cell, problems);
        }
        if (!whole) {
            contents.leave_out(kind, object.get());
            continue;
        }
        if (!columns.is_wide) things.push_back({std::move(object), file, reader.line()});
        else add_wide_facts(object, columns, reader, file, things, problems);
    }
    if (has_open_quote(problems, told)) contents.unread.insert(kind.info);
}

}  // namespace styrkedja
