// SPDX-License-Identifier: EUPL-1.2
#include "importers/pack/export.h"

#include <algorithm>
#include <map>

#include "codec/csv.h"
#include "codec/yaml_writer.h"

namespace styrkedja {
namespace {

// Which YAML file holds a kind that is structure rather than many.
struct Shelf {
    std::string_view kind, file;
};
constexpr Shelf shelves[] = {
    {"templates", "templates.yaml"}, {"documents", "documents.yaml"}, {"instances", "documents.yaml"},
    {"statements", "documents.yaml"}, {"appendices", "documents.yaml"},
};

std::string_view shelf_of(std::string_view kind) {
    for (const Shelf& shelf : shelves) {
        if (shelf.kind == kind) return shelf.file;
    }
    return "model.yaml";
}

int order_of(const FieldInfo* order, const void* thing) {
    return order ? *static_cast<const int*>(order->in(thing)) : 0;
}

// Things in their own order, then by id.
std::vector<const void*> in_order(const State& state, const Kind& kind) {
    std::vector<const void*> things;
    kind.each(state, [&](const void* thing) { things.push_back(thing); });
    const FieldInfo* order = kind.info->find("order");
    std::stable_sort(things.begin(), things.end(),
                     [&](const void* a, const void* b) { return order_of(order, a) < order_of(order, b); });
    return things;
}

bool is_default(const FieldInfo& field, const void* object, const void* fresh) {
    if (field.type->shape == TypeInfo::Shape::records) return field.type->size(field.in(object)) == 0;
    return field.text(object) == field.text(fresh);
}

std::string csv_of(const Kind& kind, const std::vector<const void*>& things) {
    std::shared_ptr<void> fresh = kind.make();
    std::vector<const FieldInfo*> columns;
    for (const FieldInfo& field : kind.info->fields) {
        bool says_something = field.required || std::any_of(things.begin(), things.end(), [&](const void* thing) {
            return !is_default(field, thing, fresh.get());
        });
        if (says_something) columns.push_back(&field);
    }
    std::string text;
    std::vector<std::string> row;
    for (const FieldInfo* column : columns) row.emplace_back(column->key);
    write_csv_row(text, row);
    for (const void* thing : things) {
        row.clear();
        for (const FieldInfo* column : columns) {
            bool silent = !column->required && is_default(*column, thing, fresh.get());
            row.push_back(silent ? std::string() : column->text(thing));
        }
        write_csv_row(text, row);
    }
    return text;
}

void write_record(YamlWriter& yaml, const StructInfo& info, const void* object, const void* fresh);

void write_field(YamlWriter& yaml, const FieldInfo& field, const void* object) {
    yaml.key(field.key);
    if (field.type->shape != TypeInfo::Shape::records) {
        yaml.text(field.text(object));
        return;
    }
    const void* list = field.in(object);
    yaml.begin_sequence();
    for (std::size_t i = 0; i < field.type->size(list); ++i) {
        std::shared_ptr<void> fresh = field.type->make();
        write_record(yaml, field.type->record(), field.type->at(list, i), fresh.get());
    }
    yaml.end_sequence();
}

void write_record(YamlWriter& yaml, const StructInfo& info, const void* object, const void* fresh) {
    yaml.begin_mapping();
    for (const FieldInfo& field : info.fields) {
        if (field.required || !is_default(field, object, fresh)) write_field(yaml, field, object);
    }
    yaml.end_mapping();
}

std::string pack_yaml(const PackHead& head) {
    PackHead fresh;
    YamlWriter yaml;
    yaml.begin_mapping();
    yaml.key("pack");
    write_record(yaml, description<PackHead>(), &head, &fresh);
    yaml.end_mapping();
    return yaml.take();
}

}  // namespace

std::vector<TreeFile> export_pack(const State& state) {
    std::vector<TreeFile> files{{"pack.yaml", pack_yaml(*state.pack)}};
    std::map<std::string_view, YamlWriter> yaml_files;
    for (const Kind& kind : kinds()) {
        if (kind.size(state) == 0) continue;
        std::vector<const void*> things = in_order(state, kind);
        if (kind.info == &description<TextEntity>()) {
            for (const TextEntity& text : state.texts) {
                files.push_back({"texts/" + text.id.str() + ".md", "# " + text.id.str() + "\n\n" + text.text.text + "\n"});
            }
        } else if (kind.many) {
            files.push_back({std::string(kind.info->key) + ".csv", csv_of(kind, things)});
        } else {
            auto [place, is_new] = yaml_files.try_emplace(shelf_of(kind.info->key));
            YamlWriter& yaml = place->second;
            if (is_new) yaml.begin_mapping();
            else yaml.blank_line();
            yaml.key(kind.info->key);
            std::shared_ptr<void> fresh = kind.make();
            yaml.begin_sequence();
            for (const void* thing : things) write_record(yaml, *kind.info, thing, fresh.get());
            yaml.end_sequence();
        }
    }
    for (auto& [name, yaml] : yaml_files) {
        yaml.end_mapping();
        files.push_back({std::string(name), yaml.take()});
    }
    if (!state.pack->logo.empty() && !state.pack->logo_svg.empty()) {
        files.push_back({state.pack->logo, state.pack->logo_svg});
    }
    std::sort(files.begin(), files.end(), [](const TreeFile& a, const TreeFile& b) { return a.name < b.name; });
    return files;
}

}  // namespace styrkedja
