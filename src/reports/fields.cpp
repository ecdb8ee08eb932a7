// SPDX-License-Identifier: EUPL-1.2
#include "reports/fields.h"

#include <algorithm>

#include "domain/organisation/description.h"
#include "locale/typography.h"
#include "reports/field_rooms.h"

namespace styrkedja::reports {
namespace {

// Is the name that of a special field of things of the kind?
const SpecialField* find_special(const StructInfo& info, std::string_view name) {
    for (auto fields : {measured_fields(), followed_fields(), budget_fields(), forecast_fields()}) {
        for (const SpecialField& each : fields) {
            if (each.name == name && (each.kind.empty() || each.kind == info.key)) return &each;
        }
    }
    return nullptr;
}

// Pieces that an empty field leaves behind: "Mål : Namn", "() ", two blanks.
std::string tidied(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("()")) {
            ++i;
            continue;
        }
        bool before_sign =
            text[i] == ' ' && i + 1 < text.size() && (text[i + 1] == ':' || text[i + 1] == ')');
        if (before_sign || (text[i] == ' ' && (out.empty() || out.back() == ' '))) continue;
        out += text[i];
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace

Thing find_thing(const State& state, std::string_view id) {
    Found found = find_anything(state, id);
    return {found.kind, found.thing};
}

FieldValue words_field(std::string text) {
    FieldValue value;
    value.plain = typographic(text);
    if (!text.empty()) value.ids.push_back(std::move(text));
    return value;
}

void tell_unknown(const FieldCallInfo& info, std::string_view name, const std::string& near) {
    Place place = info.at.place;
    place.column = static_cast<std::uint32_t>(info.call.column);
    info.problems.add("name_does_not_exist", Severity::error, place,
                      {{"name", std::string(name)}, {"in", info.call.str()}, {"near", near}});
}

std::optional<FieldValue> field_of(const Context& context, const Thing& thing, const NameCall& field,
                                   const FieldPlace& at, Problems& problems) {
    if (const SpecialField* special = find_special(*thing.kind->info, field.name)) {
        // "comment" without a field is a plain field of the kinds that have one.
        bool is_plain =
            !field.has_args && special->kind.empty() && field_with_key(*thing.kind->info, field.name);
        if (!is_plain) return special->find({context, thing, field, at, problems});
    }
    if (field.has_args) return std::nullopt;
    return described_field(context, thing, field.name);
}

std::optional<FieldValue> field_of(const Context& context, const Thing& thing, std::string_view field,
                                   const FieldPlace& at, Problems& problems) {
    ParsedFormula parsed = parse_formula(field);
    const NameCall* call = parsed.single_name();
    if (call) {
        if (auto value = field_of(context, thing, *call, at, problems)) return value;
    }
    std::string name = call ? call->name : std::string(field);
    NearestName near(name);
    each_field_name(*thing.kind->info, [&](std::string_view each) { near.offer(each); });
    Place place = at.place;
    problems.add("field_does_not_exist", Severity::error, place,
                 {{"field", name}, {"kind", std::string(thing.kind->info->sv)}, {"near", near.str()}});
    return std::nullopt;
}

void each_field_name(const StructInfo& info, const std::function<void(std::string_view)>& see) {
    for (const FieldInfo& field : info.fields) see(field.key);
    for (auto fields : {measured_fields(), followed_fields(), budget_fields(), forecast_fields()}) {
        for (const SpecialField& each : fields) {
            if (each.kind.empty() || each.kind == info.key) see(each.name);
        }
    }
}

std::string fill_in(const Context& context, const Thing& thing, std::string_view pattern,
                    const FieldPlace& at, Problems& problems, std::vector<document::Source>* sources) {
    std::string text;
    bool left_something_out = false;
    while (!pattern.empty()) {
        std::size_t open = pattern.find('{');
        text += pattern.substr(0, open);
        if (open == pattern.npos) break;
        std::size_t close = pattern.find('}', open);
        if (close == pattern.npos) {
            text += pattern.substr(open);
            break;
        }
        auto value = field_of(context, thing, pattern.substr(open + 1, close - open - 1), at, problems);
        if (value) text += value->plain;
        if (value && sources) sources->insert(sources->end(), value->sources.begin(), value->sources.end());
        left_something_out = left_something_out || !value || value->plain.empty();
        pattern.remove_prefix(close + 1);
    }
    return left_something_out ? tidied(text) : text;
}

std::vector<document::Inlines> paragraphs_of(const Context& context, const FieldValue& value,
                                             Problems& problems) {
    std::vector<document::Inlines> paragraphs;
    for (const FieldText& text : value.texts) {
        auto part = text.words.empty() ? printed(context, text.text, text.place, problems)
                                       : std::vector<document::Inlines>{{document::Text{text.words}}};
        if (!text.before.empty() && !part.empty()) {
            part.front().insert(part.front().begin(), {document::Strong{text.before}, document::Text{": "}});
        }
        paragraphs.insert(paragraphs.end(), std::make_move_iterator(part.begin()),
                          std::make_move_iterator(part.end()));
    }
    if (value.texts.empty() && !value.plain.empty()) paragraphs.push_back({document::Text{value.plain}});
    return paragraphs;
}

}  // namespace styrkedja::reports
