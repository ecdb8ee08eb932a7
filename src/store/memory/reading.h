// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <utility>

#include "store/memory/data.h"

namespace styrkedja::store::memory {

// The reading half over a place: of the data as it stands now, or as it stood when it was frozen. Base is
// Store or Reader.
template <class Base>
class Reading : public Base {
  public:
    explicit Reading(std::shared_ptr<Place> place, std::shared_ptr<Data> frozen = {})
        : place_(std::move(place)), frozen_(std::move(frozen)) {}
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading() override;

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

  protected:
    // Look is called with what is remembered of the municipality, the mutex being held. Nothing when there is
    // none.
    template <class Look>
    auto look(std::string_view municipality, const Look& what) {
        static const Municipality nothing;
        std::lock_guard lock(place_->mutex);
        const Data& data = frozen_ ? *frozen_ : *place_->data;
        auto found = data.find(municipality);
        return what(found == data.end() ? nothing : found->second);
    }

    std::shared_ptr<Place> place_;

  private:
    std::shared_ptr<Data> frozen_;
};

extern template class Reading<Store>;
extern template class Reading<Reader>;

}  // namespace styrkedja::store::memory
