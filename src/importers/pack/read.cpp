// SPDX-License-Identifier: EUPL-1.2
#include "importers/pack/read.h"

#include <algorithm>

namespace styrkedja {

PackContents::PackContents() {
    for (const Kind& kind : styrkedja::kinds()) kinds.push_back({&kind, {}});
}

std::vector<PackContents::Thing>& PackContents::of(const Kind& kind) {
    return kinds[static_cast<std::size_t>(&kind - styrkedja::kinds().data())].things;
}

bool read_field(void* object, const FieldInfo& field, std::string_view text, Place (*place)(const void*),
                const void* where, Problems& problems) {
    if (text.empty() || field.type->parse(field.locate(object), text)) return true;
    std::string choices;
    for (std::string_view each : field.type->choices) {
        if (!choices.empty()) choices += ", ";
        choices += each;
    }
    std::vector<std::pair<std::string_view, std::string>> args{{"field", std::string(field.key)},
                                                               {"value", std::string(text)}};
    if (!choices.empty()) {
        args.emplace_back("choices", choices);
        args.emplace_back("near", nearest(text, field.type->choices));
    }
    struct Code {
        std::string_view what, code;
    };
    static constexpr Code codes[] = {
        {"choice", "value_is_not_a_choice"}, {"yes_or_no", "value_is_not_yes_or_no"},
        {"whole_number", "value_is_not_a_whole_number"}, {"number", "value_is_not_a_number"},
        {"id", "value_is_not_an_id"}, {"date", "value_is_not_a_date"}, {"period", "value_is_not_a_period"},
        {"validity", "value_is_not_a_validity"}, {"dated", "value_is_not_dated"}};
    auto code = std::find_if(std::begin(codes), std::end(codes),
                             [&](const Code& each) { return each.what == field.type->what; });
    problems.add(code == std::end(codes) ? "value_is_of_wrong_kind" : code->code, Severity::error, place(where),
                 std::move(args));
    return false;
}

}  // namespace styrkedja
