// SPDX-License-Identifier: EUPL-1.2
#include "codec/source.h"
#include "codec/yaml.h"
#include "importers/pack/read.h"

namespace styrkedja {
namespace {

struct NodePlace {
    Source* source;
    std::uint32_t line, column;
};

Place place_of_node(const void* where) {
    const auto* at = static_cast<const NodePlace*>(where);
    return at->source->place(at->line, at->column);
}

class YamlThings {
  public:
    YamlThings(Source& source, Problems& problems) : source_(source), problems_(problems) {}

    // A thing or part of one, from a mapping.
    void record(void* object, const StructInfo& info, const YamlNode& node) {
        if (node.kind != YamlKind::mapping) {
            problems_.add("mapping_is_wanted", Severity::error, at(node), {{"kind", std::string(info.key)}});
            return;
        }
        std::vector<const FieldInfo*> seen;
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const FieldInfo* field = info.find(node.keys[i].text);
            if (!field) {
                unknown_key(node.keys[i], info);
                continue;
            }
            seen.push_back(field);
            value(object, *field, node.children[i]);
        }
        for (const FieldInfo& each : info.fields) {
            if (!each.required) continue;
            bool there = false;
            for (const FieldInfo* field : seen) there = there || field == &each;
            if (!there) {
                problems_.add("key_is_missing", Severity::error, at(node),
                              {{"field", std::string(each.key)}, {"kind", std::string(info.key)}});
            }
        }
    }

  private:
    Place at(const YamlNode& node) { return source_.place(node.line, node.column); }

    void unknown_key(const YamlKey& key, const StructInfo& info) {
        std::vector<std::string_view> names;
        for (const FieldInfo& each : info.fields) {
            names.push_back(each.key);
            names.push_back(each.sv);
        }
        problems_.add("unknown_key", Severity::error, source_.place(key.line, key.column),
                      {{"key", key.text}, {"kind", std::string(info.key)}, {"near", nearest(key.text, names)}});
    }

    void value(void* object, const FieldInfo& field, const YamlNode& node) {
        const bool is_empty_text = node.kind == YamlKind::scalar && node.text.empty();
        if (node.kind == YamlKind::null || is_empty_text) {
            if (field.required) {
                problems_.add("value_is_missing", Severity::error, at(node), {{"field", std::string(field.key)}});
            }
            return;
        }
        if (field.type->shape == TypeInfo::Shape::records) {
            records(field.locate(object), field, node);
            return;
        }
        NodePlace where{&source_, node.line, node.column};
        if (node.kind == YamlKind::scalar) {
            read_field(object, field, node.text, place_of_node, &where, problems_);
        } else if (node.kind == YamlKind::sequence && field.type->list) {
            if (std::string text; joined(node, field, text)) {
                read_field(object, field, text, place_of_node, &where, problems_);
            }
        } else {
            problems_.add("single_value_is_wanted", Severity::error, at(node), {{"field", std::string(field.key)}});
        }
    }

    // A sequence of scalars as the one text that a CSV cell would hold.
    bool joined(const YamlNode& node, const FieldInfo& field, std::string& text) {
        for (const YamlNode& item : node.children) {
            if (item.kind != YamlKind::scalar) {
                problems_.add("single_value_is_wanted", Severity::error, at(item), {{"field", std::string(field.key)}});
                return false;
            }
            if (!text.empty()) text += field.type->list_separator;
            text += field.type->list_separator == '|' ? as_list_item(item.text) : item.text;
        }
        return true;
    }

    void records(void* list, const FieldInfo& field, const YamlNode& node) {
        if (node.kind != YamlKind::sequence) {
            problems_.add("list_is_wanted", Severity::error, at(node), {{"field", std::string(field.key)}});
            return;
        }
        for (const YamlNode& item : node.children) {
            record(field.type->append(list), field.type->record(), item);
        }
    }

    Source& source_;
    Problems& problems_;
};

void unknown_kind(const YamlKey& key, Source& source, Problems& problems) {
    std::vector<std::string_view> names{"pack"};
    for (const Kind& each : kinds()) {
        names.push_back(each.info->key);
        names.push_back(each.info->sv);
    }
    problems.add("unknown_kind", Severity::error, source.place(key.line, key.column),
                 {{"key", key.text}, {"near", nearest(key.text, names)}});
}

}  // namespace

void read_yaml_file(PackContents& contents, std::uint32_t file, Problems& problems) {
    const Origins::File& text = contents.origins.file(file);
    auto root = read_yaml(text.text, text.name, problems);
    if (!root) contents.leave_out_ids(text.text);
    if (!root || root->kind == YamlKind::null) return;
    Source source(text.name, text.text);
    YamlThings things(source, problems);
    if (root->kind != YamlKind::mapping) {
        problems.add("file_is_not_kinds", Severity::error, source.place(root->line, root->column));
        return;
    }
    for (std::size_t i = 0; i < root->keys.size(); ++i) {
        const YamlKey& key = root->keys[i];
        const YamlNode& node = root->children[i];
        if (key.text == "pack" || key.text == "paket") {
            if (contents.head) {
                problems.add("pack_is_described_twice", Severity::error, source.place(key.line, key.column),
                             {{"other", contents.origins.file(contents.head_file).name}});
                continue;
            }
            contents.head = std::make_shared<Held<PackHead>>();
            contents.head_file = file;
            contents.head_line = node.line;
            things.record(contents.head.get(), description<PackHead>(), node);
            continue;
        }
        const Kind* kind = find_kind(key.text);
        if (!kind) {
            unknown_kind(key, source, problems);
            contents.leave_out_ids(node);
            continue;
        }
        if (node.kind == YamlKind::null) continue;
        if (node.kind != YamlKind::sequence) {
            problems.add("list_is_wanted", Severity::error, source.place(node.line, node.column), {{"field", key.text}});
            contents.leave_out_ids(node);
            continue;
        }
        for (const YamlNode& item : node.children) {
            std::shared_ptr<void> object = kind->make();
            std::size_t errors = problems.errors();
            things.record(object.get(), *kind->info, item);
            if (problems.errors() == errors) contents.of(*kind).push_back({std::move(object), file, item.line});
            else contents.leave_out(*kind, object.get());
        }
    }
}

}  // namespace styrkedja
