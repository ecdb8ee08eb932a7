// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <chrono>

#include "app/history.h"
#include "base/nearest.h"
#include "locale/swedish_time.h"
#include "log/entry.h"

namespace styrkedja::app {
namespace {

std::optional<Version> number(std::string_view text) {
    Version version = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return version;
}

}  // namespace

Clock system_clock() {
    return [] {
        using namespace std::chrono;
        return store::Time(duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
    };
}

Version version_at(store::Reader& store, std::string_view municipality, store::Time time) {
    // Times never go backwards in a log.
    Version known_before = 0, after = store.head(municipality) + 1;
    while (after - known_before > 1) {
        const Version middle = known_before + (after - known_before) / 2;
        const std::optional<store::LogRow> row = store.log_row(municipality, middle);
        if (row && log::EntryReader(row->entry, row->content).head().time <= time) known_before = middle;
        else after = middle;
    }
    return known_before;
}

std::optional<Version> version_decided(const Known& known, std::string_view decision) {
    std::optional<Version> found;
    for (const Landmark& each : known.landmarks) {
        const bool named = each.kind == EntryKind::decision && each.about == decision;
        if (named || each.decision == decision) found = each.version;
    }
    return found;
}

std::optional<Version> moment(store::Reader& store, const Known& known, std::string_view text, Problems& problems) {
    if (const std::optional<Version> version = number(text)) {
        if (*version <= known.version) return version;
        problems.add("version_is_not_there_yet", Severity::error, {},
                     {{"version", std::string(text)}, {"newest", std::to_string(known.version)}});
        return std::nullopt;
    }
    if (const auto time = end_of_swedish_time(text)) return version_at(store, known.municipality, *time);
    if (const auto version = version_decided(known, text)) return version;
    std::vector<std::string_view> names;
    for (const Landmark& each : known.landmarks) {
        if (!each.decision.empty()) names.push_back(each.decision);
        if (each.kind == EntryKind::decision) names.push_back(each.about);
    }
    problems.add("moment_is_not_known", Severity::error, {},
                 {{"moment", std::string(text)}, {"near", std::string(nearest(text, names))}});
    return std::nullopt;
}

}  // namespace styrkedja::app
