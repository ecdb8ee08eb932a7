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
    applied bigint NOT NULL DEFAULT floor(extract(epoch FROM now()) * 1000)
))";

constexpr Statement what_is_there{"what_is_there", R"(
SELECT to_regnamespace('styrkedja') IS NOT NULL, to_regclass('styrkedja.schema_version') IS NOT NULL)"};
constexpr Statement applied_steps{"applied_steps", R"(
SELECT number, name, program FROM styrkedja.schema_version ORDER BY number)"};
constexpr Statement note_step{"note_step", R"(
INSERT INTO styrkedja.schema_version (number, name, program) VALUES ($1::bigint, $2::text, $3::text))"};

std::vector<AppliedMigration> applied(Link& link) {
    Answer answer = link.run(applied_steps);
    std::vector<AppliedMigration> steps;
    for (int i = 0; i < answer.rows(); ++i) {
        steps.push_back({static_cast<std::uint32_t>(answer.number(i, 0)), answer.string(i, 1), answer.string(i, 2)});
    }
    return steps;
}

void make_notes(Link& link, Access access) {
    Answer there = link.run(what_is_there);
    if (there.yes(0, 1)) return;
    if (access != Access::create) {
        throw failure(Failure::Kind::missing, "database_holds_no_store", link.address().place());
    }
    if (!there.yes(0, 0)) link.plain("CREATE SCHEMA styrkedja");
    link.plain(notes);
}

// Makes the next step, in the transaction that is open; false when there is none.
bool make_next(Link& link, std::span<const Migration> known, Access access) {
    link.plain(one_at_a_time);
    make_notes(link, access);
    const auto steps = wanting(known, applied(link), access, link.address().place());
    if (steps.empty()) return false;
    link.plain(std::string(steps[0].sql));
    link.run(note_step, Values().number(steps[0].number).bytes(steps[0].name).bytes(program_version()));
    return true;
}

}  // namespace

void schema_must_fit(Link& link) {
    wanting(migrations_of("postgres"), applied(link), link.address().access(), link.address().place());
}

void migrate(Link& link, std::span<const Migration> known, Access access) {
    for (bool more = true; more;) {
        link.begin();
        try {
            more = make_next(link, known, access);
        } catch (...) {
            link.roll_back();
            throw;
        }
        link.commit();
    }
}

}  // namespace styrkedja::store::postgres
