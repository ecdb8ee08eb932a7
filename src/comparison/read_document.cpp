// SPDX-License-Identifier: EUPL-1.2
#include "comparison/read_document.h"

#include <algorithm>

#include "comparison/read_parts.h"
#include "document/names.h"

namespace styrkedja::comparison {

using namespace document;

namespace {

constexpr int known_format = 1;

Place place_at(std::string_view bytes, std::size_t at, const std::string& file) {
    Place place;
    place.file = file;
    at = std::min(at, bytes.size());
    const std::string_view before = bytes.substr(0, at);
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    place.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    place.column = static_cast<std::uint32_t>(at - line_start + 1);
    return place;
}

State state_named(const std::string& name) {
    for (const State state : {State::submitted, State::approved, State::decided, State::published}) {
        if (name_of(state) == name) return state;
    }
    return State::draft;
}

Assessment read_assessment(const Json& object) {
    Assessment read;
    read.goal = text(object, "goal");
    read.unit = text(object, "unit");
    read.place = text(object, "place");
    read.occasion = text(object, "occasion");
    read.proposal = text(object, "proposal");
    read.assessed = text(object, "assessed");
    read.decision = text(object, "decision");
    read.proposal_label = text(object, "proposal_label");
    read.assessed_label = text(object, "assessed_label");
    read.decision_label = text(object, "decision_label");
    read.motivation = text(object, "motivation");
    read.forecast = truth(object, "forecast");
    return read;
}

Document read(const Json& root) {
    Document document;
    document.id = text(root, "document");
    document.municipality = text(root, "municipality");
    document.unit = text(root, "unit");
    document.occasion = text(root, "occasion");
    document.title = text(root, "title");
    document.subtitle = text(root, "subtitle");
    document.diary_number = text(root, "diary_number");
    document.date = text(root, "date");
    document.version = text(root, "version");
    document.state = state_named(text(root, "state"));
    document.state_text = text(root, "state_text");
    for (const Json& fact : elements(root, "facts")) document.facts.emplace_back(text(fact, "label"), read_text(fact));
    document.lead = read_text(member(root, "lead"));
    Named named;
    for (const Json& table : elements(root, "tables")) {
        document.tables.push_back(read_table(table));
        named.tables.push_back(document.tables.back().id);
    }
    for (const Json& chart : elements(root, "charts")) {
        document.charts.push_back(read_chart(chart));
        named.charts.push_back(document.charts.back().id);
    }
    document.sections = read_sections(elements(root, "sections"), named);
    document.notes = read_texts(elements(root, "notes"));
    for (const Json& assessment : elements(root, "assessments")) document.assessments.push_back(read_assessment(assessment));
    return document;
}

}  // namespace

std::optional<Document> read_document(std::string_view bytes, const std::string& file, Problems& problems) {
    Json root;
    try {
        root = Json::parse(bytes);
    } catch (const Json::parse_error& error) {
        problems.add("compared_file_is_not_json", Severity::error, place_at(bytes, error.byte > 0 ? error.byte - 1 : 0, file));
        return std::nullopt;
    }
    const int format = number(root, "format");
    if (format < 1 || !member(root, "sections").is_array() || !member(root, "tables").is_array()) {
        problems.add("compared_file_is_no_document", Severity::error, place_at(bytes, 0, file));
        return std::nullopt;
    }
    if (format > known_format) {
        problems.add("compared_file_is_too_new", Severity::error, place_at(bytes, 0, file),
                     {{"format", std::to_string(format)}, {"known", std::to_string(known_format)}});
        return std::nullopt;
    }
    return read(root);
}

}  // namespace styrkedja::comparison
