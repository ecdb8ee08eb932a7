// SPDX-License-Identifier: EUPL-1.2
#include "cli/places.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <tuple>

#include "codec/source.h"
#include "domain/state/stored.h"

namespace styrkedja::cli {
namespace {

struct Parts {
    const Kind* kind = nullptr;
    std::string_view id;
};

Parts parts_of(std::string_view entity) {
    const std::size_t slash = entity.find('/');
    if (slash == entity.npos) return {};
    const std::string_view name = entity.substr(0, slash);
    return {name == head_id ? &head_kind() : find_kind(name), entity.substr(slash + 1)};
}

std::optional<std::size_t> offset_of(const Problem& problem) {
    for (const auto& [name, value] : problem.args) {
        std::size_t offset = 0;
        if (name != "offset") continue;
        if (std::from_chars(value.data(), value.data() + value.size(), offset).ec == std::errc()) return offset;
    }
    return std::nullopt;
}

void locate_in_text(const State& state, Problem& problem) {
    const std::optional<std::size_t> offset = offset_of(problem);
    const Parts parts = parts_of(problem.place.entity);
    if (!offset || !parts.kind || !problem.place.excerpt.empty()) return;
    const void* thing = parts.kind->find(state, parts.id);
    const FieldInfo* field = field_named(*parts.kind, problem.place.field);
    if (!thing || !field) return;
    const std::string text = stored_text(*field, thing);
    if (*offset >= text.size()) return;
    const Place found = Source("", text).place_at(*offset);
    problem.place.line = found.line;
    problem.place.column = found.column;
    problem.place.excerpt = found.excerpt;
}

}  // namespace

void locate(const LoadedPack& pack, Problems& problems) {
    if (pack.origins.files() > 0) return pack.origins.locate(problems);
    for (Problem& each : problems.each()) {
        if (each.place.file.empty()) locate_in_text(pack.state, each);
    }
}

void order_by_things(Problems& problems) {
    std::stable_sort(problems.each().begin(), problems.each().end(), [](const Problem& a, const Problem& b) {
        if (a.severity != b.severity || !a.place.file.empty() || !b.place.file.empty()) return a.severity > b.severity;
        return std::tie(a.place.entity, a.place.field) < std::tie(b.place.entity, b.place.field);
    });
}

void name_in_swedish(Problems& problems) {
    for (Problem& each : problems.each()) {
        // Of an entry of the log itself.
        if (each.place.entity.empty() && each.place.field == "actor") each.place.field = "vem";
        if (each.place.entity.empty() && each.place.field == "reason") each.place.field = "skäl";
        const Parts parts = parts_of(each.place.entity);
        if (!parts.kind || !each.place.file.empty()) continue;
        if (const FieldInfo* field = field_named(*parts.kind, each.place.field)) each.place.field = std::string(field->sv);
        const std::string_view kind = parts.kind == &head_kind() ? "kommunen" : parts.kind->info->sv;
        each.place.entity = std::string(kind) + "/" + std::string(parts.id);
    }
}

}  // namespace styrkedja::cli
