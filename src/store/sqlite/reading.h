// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <utility>

#include "store/sqlite/connection.h"

namespace styrkedja::store::sqlite {

// The reading half over a connection. Base is Store or Reader.
template <class Base>
class Reading : public Base {
  public:
    explicit Reading(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}

    std::vector<std::string> municipalities() override;
    Version head(std::string_view municipality) override;
    // While it runs, nothing can be written over this connection.
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

  protected:
    std::shared_ptr<Connection> connection_;
};

// From a row of `select id, kind, payload, not_before, attempts, taken_by, taken_until, done, outcome`.
Job job_of(const Query& row);

extern template class Reading<Store>;
extern template class Reading<Reader>;

}  // namespace styrkedja::store::sqlite
