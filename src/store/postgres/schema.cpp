// SPDX-License-Identifier: EUPL-1.2
#include "store/postgres/schema.h"

namespace styrkedja::store::postgres {
namespace {

// The tables' own number among PostgreSQL's advisory locks: "styrkedj" as bytes.
constexpr const char* one_at_a_time = "SELECT pg_advisory_xact_lock(8319684022205182058)";

constexpr const char* notes = R"(
CREATE TABLE styrkedja.schema_version (
    number bigint PRIMARY KEY,
    name text NOT NULL,
    program text NOT NULL,
    applied timestamptz NOT NULL DEFAULT now()
))";

constexpr Statement what_is_there{"what_is_there", R"(
SELECT to_regnamespace('styrkedja') IS NOT NULL, to_regclass('styrkedja.schema_version') IS NOT NULL)"};
constexpr Statement last_step{"last_step", R"(
SELECT number, program FROM styrkedja.schema_version ORDER BY number DESC LIMIT 1)"};
constexpr Statement note_step{"note_step", R"(
INSERT INTO styrkedja.schema_version (number, name, program) VALUES ($1::bigint, $2::text, $3::text))"};

Failure of_number(Failure::Kind kind, std::string_view code, const Link& link, std::uint64_t number,
                  std::uint64_t known, std::string program) {
    Failure made = failure(kind, code, link.address().place());
    Problem problem = made.problem();
    problem.args.emplace_back("number", std::to_string(number));
    problem.args.emplace_back("known", std::to_string(known));
    problem.args.emplace_back("program", std::move(program));
    return {kind, std::move(problem)};
}

// The number of the last step that was made; 0 before the first.
std::uint64_t made_so_far(Link& link, std::uint64_t known) {
    Answer answer = link.run(last_step);
    if (answer.rows() == 0) return 0;
    const std::uint64_t number = answer.number(0, 0);
    if (number > known) {
        throw of_number(Failure::Kind::too_new, "database_is_too_new", link, number, known, answer.string(0, 1));
    }
    return number;
}

void make_notes(Link& link, bool create) {
    Answer there = link.run(what_is_there);
    if (there.yes(0, 1)) return;
    if (!create) throw failure(Failure::Kind::missing, "database_holds_no_store", link.address().place());
    if (!there.yes(0, 0)) link.plain("CREATE SCHEMA styrkedja");
    link.plain(notes);
}

// Makes the next step; false when there is none. In one transaction.
bool make_next(Link& link, std::span<const Migration> steps, bool create) {
    link.plain(one_at_a_time);
    make_notes(link, create);
    const std::uint64_t made = made_so_far(link, steps.size());
    if (made == steps.size()) return false;
    const Migration& next = steps[made];
    link.plain(std::string(next.sql));
    link.run(note_step, Values().number(next.number).bytes(next.name).bytes(program_version()));
    return true;
}

}  // namespace

void schema_must_fit(Link& link) {
    const std::uint64_t known = migrations("postgres").size();
    const std::uint64_t made = made_so_far(link, known);
    if (made < known) throw of_number(Failure::Kind::missing, "database_is_older", link, made, known, "");
}

void migrate(Link& link, std::span<const Migration> steps, bool create) {
    for (bool more = true; more;) {
        link.begin();
        try {
            more = make_next(link, steps, create);
        } catch (...) {
            link.roll_back();
            throw;
        }
        link.commit();
    }
}

}  // namespace styrkedja::store::postgres
