// SPDX-License-Identifier: EUPL-1.2
#include "importers/pack/read.h"

#include <algorithm>

#include "locale/number.h"

namespace styrkedja {
namespace {

using Args = std::vector<std::pair<std::string_view, std::string>>;

std::string with_comma(const Decimal& number) { return ValueType<Decimal>::format(number); }

// "1.234" was read as decimals, as every program writes them; the person may have meant a thousand.
void ask_about_dot(const FieldInfo& field, std::string_view text, Place (*place)(const void*), const void* where,
                   Problems& problems) {
    if (field.type->what != "number" || text.find('.') == text.npos) return;
    ParsedNumber number = parse_number(text);
    if (!number.ambiguous) return;
    std::string thousands;
    for (char c : text) thousands += c == '.' ? ' ' : c;
    problems.add("number_is_ambiguous", Severity::warning, place(where),
                 {{"field", std::string(field.key)}, {"value", std::string(text)}, {"read", with_comma(number.value)},
                  {"other", thousands}});
}

std::string_view code_of(const TypeInfo& type, std::string_view text, Args& args) {
    if (type.what == "number") {
        ParsedNumber number = parse_number(text);
        if (number.text != text) args.emplace_back("text", number.text);
        if (!number.code.empty()) return number.code;
    }
    if (type.what == "dated") args.emplace_back("example", "3.1 [..2023] | 1.2 [2024..]");
    struct Code {
        std::string_view what, code;
    };
    static constexpr Code codes[] = {
        {"choice", "value_is_not_a_choice"}, {"yes_or_no", "value_is_not_yes_or_no"},
        {"whole_number", "value_is_not_a_whole_number"}, {"number", "value_is_not_a_number"},
        {"id", "value_is_not_an_id"}, {"date", "value_is_not_a_date"}, {"period", "value_is_not_a_period"},
        {"validity", "value_is_not_a_validity"}, {"dated", "value_is_not_dated"}};
    for (const Code& each : codes) {
        if (each.what == type.what) return each.code;
    }
    return "value_is_of_wrong_kind";
}

}  // namespace

PackContents::PackContents() {
    for (const Kind& kind : styrkedja::kinds()) kinds.push_back({&kind, {}});
}

std::vector<PackContents::Thing>& PackContents::of(const Kind& kind) {
    return kinds[static_cast<std::size_t>(&kind - styrkedja::kinds().data())].things;
}

void PackContents::leave_out(const Kind& kind, const void* thing) {
    left_out.insert(kind.info);
    if (kind.named && !kind.id(thing).empty()) broken.insert(kind.id(thing).str());
}

void PackContents::leave_out_ids(std::string_view text) {
    constexpr std::string_view mark = "id:";
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        bool is_key = at == 0 || std::string_view(" \t\n{,").find(text[at - 1]) != std::string_view::npos;
        if (!is_key) continue;
        std::size_t begin = std::min(text.find_first_not_of(" \t\"'", at + mark.size()), text.size());
        std::size_t end = begin;
        while (end < text.size() && Id::is_valid(text.substr(end, 1))) ++end;
        if (end > begin) broken.emplace(text.substr(begin, end - begin));
    }
    if (text.starts_with("pack:") || text.find("\npack:") != text.npos || text.starts_with("paket:")) head_unread = true;
}

void PackContents::leave_out_ids(const YamlNode& node) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const YamlNode& child = node.children[i];
        if (i < node.keys.size() && node.keys[i].text == "id" && child.kind == YamlKind::scalar) broken.insert(child.text);
        leave_out_ids(child);
    }
}

bool read_field(void* object, const FieldInfo& field, std::string_view text, Place (*place)(const void*),
                const void* where, Problems& problems) {
    if (text.empty()) return true;
    if (field.type->parse(field.locate(object), text)) {
        ask_about_dot(field, text, place, where, problems);
        return true;
    }
    std::string choices;
    for (std::string_view each : field.type->choices) {
        if (!choices.empty()) choices += ", ";
        choices += each;
    }
    Args args{{"field", std::string(field.key)}, {"value", std::string(text)}};
    if (!choices.empty()) {
        args.emplace_back("choices", choices);
        args.emplace_back("near", nearest(text, field.type->choices));
    }
    std::string_view code = code_of(*field.type, text, args);
    problems.add(code, Severity::error, place(where), std::move(args));
    return false;
}

}  // namespace styrkedja
