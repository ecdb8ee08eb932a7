// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/checks/checks.h"
#include "domain/economy/code_map.h"
#include "domain/economy/description.h"

namespace styrkedja::checks {
namespace {

bool overlap(const CodeMapping& a, const CodeMapping& b) {
    const bool a_before_b = a.until.exists() && b.since.exists() && a.until < b.since;
    const bool b_before_a = b.until.exists() && a.since.exists() && b.until < a.since;
    return !a_before_b && !b_before_a;
}

// Is there a code of which both say as much?
bool say_as_much(const CodePattern& a, const CodePattern& b) {
    if (a.shape != CodePattern::Shape::range || b.shape != CodePattern::Shape::range) return a == b;
    if (a.rank() != b.rank()) return false;
    const std::size_t length = std::min(a.first.size(), b.first.size());
    return a.first.substr(0, length) <= b.last.substr(0, length) && b.first.substr(0, length) <= a.last.substr(0, length);
}

void look_at_target(const State& state, const CodeMapping& mapping, Problems& problems) {
    const StructInfo* wanted = CodeMap::kind_of_role(mapping.dimension);
    if (!wanted) {
        problems.add("code_mapping_is_of_no_tree", Severity::error, place_of(mapping, "dimension"),
                     {{"dimension", mapping.dimension}, {"code", mapping.code}});
        return;
    }
    const Found target = find_anything(state, mapping.target.str());
    if (!target.kind || target.kind->info == wanted) return;   // what doesn't exist is told elsewhere
    problems.add("code_mapping_has_another_kind", Severity::error, place_of(mapping, "target"),
                 {{"code", mapping.code}, {"target", mapping.target.str()}, {"kind", std::string(target.kind->info->sv)},
                  {"must", std::string(wanted->sv)}, {"must-en", std::string(wanted->key)}});
}

}  // namespace

// A mapping is of a tree that we have, to a thing in it, and no code is said to be two things on one day.
void code_mappings_are_clear(const State& state, const State& looked, Problems& problems) {
    for (const CodeMapping& mapping : looked.code_mappings) {
        const CodePattern pattern = code_pattern(mapping.code);
        if (!pattern.is_sound())
            problems.add("code_range_is_unsound", Severity::error, place_of(mapping, "code"), {{"code", mapping.code}});
        look_at_target(state, mapping, problems);
        for (const CodeMapping& other : state.code_mappings) {
            // Each pair is told once: at the one that comes last, or at the one that was changed.
            const bool told_there = looked.code_mappings.find(other.id.str()) && mapping.id < other.id;
            const bool about_another = other.dimension != mapping.dimension || other.ledger != mapping.ledger ||
                                       other.target == mapping.target || other.id == mapping.id;
            if (told_there || about_another || !overlap(mapping, other) || !say_as_much(pattern, code_pattern(other.code))) continue;
            problems.add("code_is_mapped_twice", Severity::error, place_of(mapping, "code"),
                         {{"code", mapping.code}, {"other-code", other.code}, {"target", mapping.target.str()},
                          {"other", other.target.str()}, {"from", std::max(mapping.since, other.since).exists()
                                                                       ? std::max(mapping.since, other.since).str()
                                                                       : std::string()}});
        }
    }
}

}  // namespace styrkedja::checks
