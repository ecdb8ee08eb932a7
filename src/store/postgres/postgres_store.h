// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store/postgres/link.h"
#include "store/store.h"

namespace styrkedja::store::postgres {

// A store in PostgreSQL. As what frozen() gives it lives in one transaction that sees one moment, and only reads.
class PostgresStore : public Store {
  public:
    explicit PostgresStore(Address address) : link_(std::move(address)) {}
    Link& link() { return link_; }

    std::vector<std::string> municipalities() override;
    Version head(std::string_view municipality) override;
    void read_log(std::string_view municipality, Version after, Version to,
                  const std::function<bool(const LogRow&)>& see) override;
    std::optional<LogRow> log_row(std::string_view municipality, Version version) override;
    void log_rows(std::string_view municipality, std::span<const Version> versions,
                  const std::function<bool(const LogRow&)>& see) override;
    std::optional<Version> find_command(std::string_view municipality, std::string_view command) override;

    std::vector<Snapshot> snapshots(std::string_view municipality) override;
    std::optional<Blob> blob(std::string_view municipality, std::string_view hash) override;
    std::vector<BlobInfo> blobs(std::string_view municipality) override;
    std::vector<PageBundle> page_bundles(std::string_view municipality) override;
    std::optional<PageBundle> page_bundle(std::string_view municipality, std::string_view hash) override;
    void read_pages(std::string_view municipality, std::string_view bundle, std::uint64_t after, PageParts parts,
                    const std::function<bool(const PageRow&)>& see) override;
    std::vector<Draft> drafts(std::string_view municipality, std::string_view person) override;
    std::vector<Job> jobs(std::string_view municipality) override;

    std::unique_ptr<Store> again() override;
    std::unique_ptr<Reader> frozen() override;

    Appended append(std::string_view municipality, Version expected, std::span<const LogRow> rows,
                    const Erasure& erasure) override;
    Version wait(std::string_view municipality, Version past, std::chrono::milliseconds at_most) override;

    void put_snapshot(std::string_view municipality, const Snapshot& snapshot) override;
    void drop_snapshot(std::string_view municipality, Version version) override;
    void put_blobs(std::string_view municipality, std::span<const Blob> blobs) override;
    void drop_blobs(std::string_view municipality, std::span<const std::string> hashes) override;
    void put_pages(std::string_view municipality, std::string_view bundle, std::span<const PageRow> pages, Time now) override;
    void finish_pages(std::string_view municipality, std::string_view bundle, std::string_view hash, Time now) override;
    void drop_pages(std::string_view municipality, std::string_view bundle) override;
    void put_draft(std::string_view municipality, const Draft& draft) override;
    void drop_draft(std::string_view municipality, std::string_view person, std::string_view subject) override;
    void put_session(std::string_view municipality, const Session& session) override;
    std::optional<Session> session(std::string_view municipality, std::string_view token_hash, Time now) override;
    void drop_session(std::string_view municipality, std::string_view token_hash) override;
    void drop_expired_sessions(std::string_view municipality, Time now) override;
    bool add_job(std::string_view municipality, const Job& job) override;
    std::optional<Job> take_job(std::string_view municipality, std::string_view worker, Time now, Time until) override;
    bool finish_job(std::string_view municipality, std::string_view id, std::string_view worker,
                    std::string_view outcome) override;

    void sweep() override;

  private:
    // The connection that is free: while read_log lends rows from the first, what its receiver asks goes by another.
    Link& free_link();
    void must_be_small(std::size_t bytes) const;
    void read_few(std::string_view municipality, Version after, Version last,
                  const std::function<bool(const LogRow&)>& see);
    Appended append_few(Link& link, std::string_view municipality, Version expected, std::span<const LogRow> rows);
    Appended append_in_transaction(Link& link, std::string_view municipality, Version expected,
                                   std::span<const LogRow> rows, const Erasure& erasure);
    Appended why_not_appended(std::string_view municipality, std::span<const LogRow> rows);

    Link link_;
    std::unique_ptr<Link> second_;
    std::string moment_;  // frozen: the snapshot's name with PostgreSQL
};

}  // namespace styrkedja::store::postgres
