// SPDX-License-Identifier: EUPL-1.2
#include "app/entries.h"

namespace styrkedja::app {
namespace {

Id landmark_id(Version version) {
    std::string digits = std::to_string(version);
    return Id(std::string(digits.size() < 12 ? 12 - digits.size() : 0, '0') + digits);
}

}  // namespace

Version newest_erasure(const Table<Landmark>& landmarks) {
    Version newest = 0;
    for (const Landmark& each : landmarks) {
        if (each.kind == EntryKind::erasure) newest = each.version;
    }
    return newest;
}

Problem log_problem(std::string_view code, std::string_view municipality, Version version) {
    return {code, Severity::error, {}, {{"municipality", std::string(municipality)}, {"version", std::to_string(version)}}};
}

bool step(Standing& standing, const store::LogRow& row, const log::EntryReader& reader, Problems& problems) {
    const log::EntryView& head = reader.head();
    std::string_view wrong;
    if (reader.opened() == log::Opened::too_new) wrong = "log_entry_is_too_new";
    else if (reader.opened() == log::Opened::damaged) wrong = "log_entry_is_damaged";
    else if (head.version != standing.version + 1 || row.version != head.version) wrong = "log_has_a_hole";
    else if (head.previous != standing.hash) wrong = "log_link_is_broken";
    else if (head.municipality != standing.municipality) wrong = "log_entry_is_another_municipalitys";
    if (!wrong.empty()) {
        Problem problem = log_problem(wrong, standing.municipality, standing.version + 1);
        problem.args.emplace_back("model", std::to_string(head.model));
        problem.args.emplace_back("found", std::to_string(row.version));
        problems.add(std::move(problem));
        return false;
    }
    standing.version = head.version;
    standing.time = head.time;
    standing.hash = row.hash;
    if (head.kind == EntryKind::erasure) standing.erased = true;
    if (head.kind != EntryKind::edit || !head.decision.empty()) {
        Landmark landmark{landmark_id(head.version), head.version, head.time, head.kind, std::string(head.decision),
                          std::string(head.about), std::string(head.blob)};
        standing.landmarks.put(std::make_shared<const Held<Landmark>>(Held<Landmark>{std::move(landmark), {}}));
    }
    return true;
}

}  // namespace styrkedja::app
