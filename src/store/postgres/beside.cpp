// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "store/postgres/postgres_store.h"
#include "store/rows.h"

// What lies beside the log: snapshots, blobs, drafts, sessions, jobs.
namespace styrkedja::store::postgres {
namespace {

constexpr Statement all_snapshots{"all_snapshots", R"(
SELECT version, fold, manifest FROM snapshot WHERE municipality = $1::text ORDER BY version DESC)"};
constexpr Statement set_snapshot{"set_snapshot", R"(
INSERT INTO snapshot (municipality, version, fold, manifest) VALUES ($1::text, $2::bigint, $3::bigint, $4::bytea)
ON CONFLICT (municipality, version) DO UPDATE SET fold = excluded.fold, manifest = excluded.manifest)"};
constexpr Statement delete_snapshot{"delete_snapshot", R"(
DELETE FROM snapshot WHERE municipality = $1::text AND version = $2::bigint)"};

constexpr Statement one_blob{"one_blob", R"(
SELECT use, erased, bytes FROM blob WHERE municipality = $1::text AND hash = $2::bytea)"};
constexpr Statement all_blobs{"all_blobs", R"(
SELECT hash, use, erased, octet_length(bytes)::bigint FROM blob WHERE municipality = $1::text ORDER BY hash)"};
constexpr Statement add_blob{"add_blob", R"(
INSERT INTO blob (municipality, hash, use, erased, bytes)
VALUES ($1::text, $2::bytea, $3::bytea, $4::boolean, $5::bytea) ON CONFLICT DO NOTHING)"};
constexpr Statement delete_blobs{"delete_blobs", R"(
WITH gone AS (
    DELETE FROM blob WHERE municipality = $1::text AND hash = ANY ($2::bytea[]) RETURNING municipality
)
INSERT INTO unswept (municipality) SELECT DISTINCT municipality FROM gone ON CONFLICT DO NOTHING)"};

constexpr Statement all_drafts{"all_drafts", R"(
SELECT person, subject, base, saved, text FROM draft WHERE municipality = $1::text ORDER BY subject, person)"};
constexpr Statement persons_drafts{"persons_drafts", R"(
SELECT person, subject, base, saved, text FROM draft
WHERE municipality = $1::text AND person = $2::bytea ORDER BY subject)"};
constexpr Statement set_draft{"set_draft", R"(
INSERT INTO draft (municipality, person, subject, base, saved, text)
VALUES ($1::text, $2::bytea, $3::bytea, $4::bigint, $5::bigint, $6::bytea)
ON CONFLICT (municipality, person, subject)
DO UPDATE SET base = excluded.base, saved = excluded.saved, text = excluded.text)"};
constexpr Statement delete_draft{"delete_draft", R"(
DELETE FROM draft WHERE municipality = $1::text AND person = $2::bytea AND subject = $3::bytea)"};

constexpr Statement set_session{"set_session", R"(
INSERT INTO session (municipality, token_hash, person, expires, data)
VALUES ($1::text, $2::bytea, $3::bytea, $4::bigint, $5::bytea)
ON CONFLICT (municipality, token_hash)
DO UPDATE SET person = excluded.person, expires = excluded.expires, data = excluded.data)"};
constexpr Statement living_session{"living_session", R"(
SELECT person, expires, data FROM session
WHERE municipality = $1::text AND token_hash = $2::bytea AND expires > $3::bigint)"};
constexpr Statement delete_session{"delete_session", R"(
DELETE FROM session WHERE municipality = $1::text AND token_hash = $2::bytea)"};
constexpr Statement delete_expired{"delete_expired", R"(
DELETE FROM session WHERE municipality = $1::text AND expires <= $2::bigint)"};

constexpr Statement all_jobs{"all_jobs", R"(
SELECT id, kind, payload, not_before, attempts, taken_by, taken_until, done, outcome
FROM job WHERE municipality = $1::text ORDER BY id)"};
constexpr Statement new_job{"new_job", R"(
INSERT INTO job (municipality, id, kind, payload, not_before, attempts, taken_by, taken_until, done, outcome)
VALUES ($1::text, $2::bytea, $3::bytea, $4::bytea, $5::bigint, $6::bigint, $7::bytea, $8::bigint, $9::boolean,
        $10::bytea) ON CONFLICT DO NOTHING)"};
// Several workers at once each get another: the row that one is taking is passed over by the next.
constexpr Statement next_job{"next_job", R"(
UPDATE job SET taken_by = $2::bytea, taken_until = $4::bigint, attempts = attempts + 1
WHERE municipality = $1::text AND id = (
    SELECT id FROM job
    WHERE municipality = $1::text AND NOT done AND not_before <= $3::bigint
      AND (taken_by = '' OR taken_until <= $3::bigint)
    ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, kind, payload, not_before, attempts, taken_by, taken_until, done, outcome)"};
constexpr Statement end_job{"end_job", R"(
UPDATE job SET done = true, outcome = $4::bytea
WHERE municipality = $1::text AND id = $2::bytea AND taken_by = $3::bytea AND NOT done)"};

std::uint64_t bits(Time time) { return static_cast<std::uint64_t>(time); }
Time time_of(std::uint64_t bits) { return static_cast<Time>(bits); }

Job job_of(const Answer& answer, int row) {
    Job job;
    job.id = answer.bytes(row, 0);
    job.kind = answer.bytes(row, 1);
    job.payload = answer.bytes(row, 2);
    job.not_before = time_of(answer.number(row, 3));
    job.attempts = static_cast<std::uint32_t>(answer.number(row, 4));
    job.taken_by = answer.bytes(row, 5);
    job.taken_until = time_of(answer.number(row, 6));
    job.done = answer.yes(row, 7);
    job.outcome = answer.bytes(row, 8);
    return job;
}

}  // namespace

void PostgresStore::must_be_small(std::size_t bytes) const {
    if (bytes <= largest_blob) return;
    throw failure(Failure::Kind::full, "store_value_is_too_large", link_.address().place());
}

std::vector<Snapshot> PostgresStore::snapshots(std::string_view municipality) {
    Answer answer = free_link().run(all_snapshots, Values().bytes(municipality));
    std::vector<Snapshot> out;
    for (int i = 0; i < answer.rows(); ++i) {
        out.push_back({answer.number(i, 0), static_cast<std::uint32_t>(answer.number(i, 1)), answer.string(i, 2)});
    }
    return out;
}

void PostgresStore::put_snapshot(std::string_view municipality, const Snapshot& snapshot) {
    must_be_small(snapshot.manifest.size());
    free_link().run(set_snapshot,
                    Values().bytes(municipality).number(snapshot.version).number(snapshot.fold).bytes(snapshot.manifest));
}

void PostgresStore::drop_snapshot(std::string_view municipality, Version version) {
    free_link().run(delete_snapshot, Values().bytes(municipality).number(version));
}

std::optional<Blob> PostgresStore::blob(std::string_view municipality, std::string_view hash) {
    Answer answer = free_link().run(one_blob, Values().bytes(municipality).bytes(hash));
    if (answer.rows() == 0) return std::nullopt;
    return Blob{std::string(hash), answer.string(0, 0), answer.string(0, 2), answer.yes(0, 1)};
}

std::vector<BlobInfo> PostgresStore::blobs(std::string_view municipality) {
    Answer answer = free_link().run(all_blobs, Values().bytes(municipality));
    std::vector<BlobInfo> out;
    for (int i = 0; i < answer.rows(); ++i) {
        out.push_back({answer.string(i, 0), answer.string(i, 1), answer.number(i, 3), answer.yes(i, 2)});
    }
    return out;
}

void PostgresStore::put_blobs(std::string_view municipality, std::span<const Blob> blobs) {
    check_blobs(blobs);
    if (blobs.empty()) return;
    Link& link = free_link();
    link.begin();
    try {
        for (const Blob& blob : blobs) {
            link.run(add_blob, Values()
                                   .bytes(municipality)
                                   .bytes(blob.hash)
                                   .bytes(blob.use)
                                   .yes_no(blob.erased)
                                   .bytes(blob.bytes));
        }
        link.commit();
    } catch (...) {
        link.roll_back();
        throw;
    }
}

void PostgresStore::drop_blobs(std::string_view municipality, std::span<const std::string> hashes) {
    std::vector<std::string_view> list(hashes.begin(), hashes.end());
    free_link().run(delete_blobs, Values().bytes(municipality).list(list));
}

std::vector<Draft> PostgresStore::drafts(std::string_view municipality, std::string_view person) {
    Answer answer = person.empty() ? free_link().run(all_drafts, Values().bytes(municipality))
                                   : free_link().run(persons_drafts, Values().bytes(municipality).bytes(person));
    std::vector<Draft> out;
    for (int i = 0; i < answer.rows(); ++i) {
        out.push_back({answer.string(i, 0), answer.string(i, 1), answer.number(i, 2), time_of(answer.number(i, 3)),
                       answer.string(i, 4)});
    }
    return out;
}

void PostgresStore::put_draft(std::string_view municipality, const Draft& draft) {
    must_be_small(draft.text.size());
    free_link().run(set_draft, Values()
                                   .bytes(municipality)
                                   .bytes(draft.person)
                                   .bytes(draft.subject)
                                   .number(draft.base)
                                   .number(bits(draft.saved))
                                   .bytes(draft.text));
}

void PostgresStore::drop_draft(std::string_view municipality, std::string_view person, std::string_view subject) {
    free_link().run(delete_draft, Values().bytes(municipality).bytes(person).bytes(subject));
}

void PostgresStore::put_session(std::string_view municipality, const Session& session) {
    free_link().run(set_session, Values()
                                     .bytes(municipality)
                                     .bytes(session.token_hash)
                                     .bytes(session.person)
                                     .number(bits(session.expires))
                                     .bytes(session.data));
}

std::optional<Session> PostgresStore::session(std::string_view municipality, std::string_view token_hash, Time now) {
    Answer answer =
        free_link().run(living_session, Values().bytes(municipality).bytes(token_hash).number(bits(now)));
    if (answer.rows() == 0) return std::nullopt;
    return Session{std::string(token_hash), answer.string(0, 0), time_of(answer.number(0, 1)), answer.string(0, 2)};
}

void PostgresStore::drop_session(std::string_view municipality, std::string_view token_hash) {
    free_link().run(delete_session, Values().bytes(municipality).bytes(token_hash));
}

void PostgresStore::drop_expired_sessions(std::string_view municipality, Time now) {
    free_link().run(delete_expired, Values().bytes(municipality).number(bits(now)));
}

std::vector<Job> PostgresStore::jobs(std::string_view municipality) {
    Answer answer = free_link().run(all_jobs, Values().bytes(municipality));
    std::vector<Job> out;
    for (int i = 0; i < answer.rows(); ++i) out.push_back(job_of(answer, i));
    return out;
}

bool PostgresStore::add_job(std::string_view municipality, const Job& job) {
    must_be_small(job.payload.size());
    Values values;
    values.bytes(municipality).bytes(job.id).bytes(job.kind).bytes(job.payload).number(bits(job.not_before));
    values.number(job.attempts).bytes(job.taken_by).number(bits(job.taken_until)).yes_no(job.done);
    values.bytes(job.outcome);
    return free_link().run(new_job, values).touched() == 1;
}

std::optional<Job> PostgresStore::take_job(std::string_view municipality, std::string_view worker, Time now,
                                           Time until) {
    Answer answer = free_link().run(
        next_job, Values().bytes(municipality).bytes(worker).number(bits(now)).number(bits(until)));
    if (answer.rows() == 0) return std::nullopt;
    return job_of(answer, 0);
}

bool PostgresStore::finish_job(std::string_view municipality, std::string_view id, std::string_view worker,
                               std::string_view outcome) {
    return free_link()
               .run(end_job, Values().bytes(municipality).bytes(id).bytes(worker).bytes(outcome))
               .touched() == 1;
}

}  // namespace styrkedja::store::postgres
