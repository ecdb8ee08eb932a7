// SPDX-License-Identifier: EUPL-1.2
#include "store/memory/reading.h"

#include <algorithm>
#include <tuple>

namespace styrkedja::store::memory {

template <class Base>
Reading<Base>::~Reading() {
    std::lock_guard lock(place_->mutex);
    frozen_.reset();
}

template <class Base>
std::vector<std::string> Reading<Base>::municipalities() {
    std::lock_guard lock(place_->mutex);
    std::vector<std::string> out;
    for (const auto& [name, municipality] : frozen_ ? *frozen_ : *place_->data) {
        if (!municipality.log.empty()) out.push_back(name);
    }
    return out;
}

template <class Base>
Version Reading<Base>::head(std::string_view municipality) {
    return look(municipality, [](const Municipality& m) { return Version(m.log.size()); });
}

// The rows are taken out first: see may call the store, and is shown one moment of it whatever is written
// meanwhile.
template <class Base>
void Reading<Base>::read_log(std::string_view municipality, Version after, Version to,
                             const std::function<bool(const LogRow&)>& see) {
    auto rows = look(municipality, [&](const Municipality& m) {
        auto at = [&](Version version) {
            return m.log.begin() + static_cast<std::ptrdiff_t>(std::min<Version>(version, m.log.size()));
        };
        return std::vector(at(after), at(std::max(after, to)));
    });
    for (const auto& row : rows) {
        if (!see(*row)) return;
    }
}

template <class Base>
std::optional<LogRow> Reading<Base>::log_row(std::string_view municipality, Version version) {
    return look(municipality, [&](const Municipality& m) -> std::optional<LogRow> {
        if (version == 0 || version > m.log.size()) return std::nullopt;
        return *m.log[version - 1];
    });
}

template <class Base>
void Reading<Base>::log_rows(std::string_view municipality, std::span<const Version> versions,
                             const std::function<bool(const LogRow&)>& see) {
    auto rows = look(municipality, [&](const Municipality& m) {
        std::vector<std::shared_ptr<const LogRow>> out;
        for (Version version : versions) {
            if (version > 0 && version <= m.log.size()) out.push_back(m.log[version - 1]);
        }
        return out;
    });
    for (const auto& row : rows) {
        if (!see(*row)) return;
    }
}

template <class Base>
std::optional<Version> Reading<Base>::find_command(std::string_view municipality, std::string_view command) {
    return look(municipality, [&](const Municipality& m) -> std::optional<Version> {
        auto found = m.commands.find(std::string(command));
        if (found == m.commands.end()) return std::nullopt;
        return found->second;
    });
}

template <class Base>
std::vector<Snapshot> Reading<Base>::snapshots(std::string_view municipality) {
    return look(municipality, [](const Municipality& m) {
        std::vector<Snapshot> out;
        for (auto at = m.snapshots.rbegin(); at != m.snapshots.rend(); ++at) out.push_back(at->second);
        return out;
    });
}

template <class Base>
std::optional<Blob> Reading<Base>::blob(std::string_view municipality, std::string_view hash) {
    return look(municipality, [&](const Municipality& m) -> std::optional<Blob> {
        auto found = m.blobs.find(std::string(hash));
        if (found == m.blobs.end()) return std::nullopt;
        return *found->second;
    });
}

template <class Base>
std::vector<BlobInfo> Reading<Base>::blobs(std::string_view municipality) {
    return look(municipality, [](const Municipality& m) {
        std::vector<BlobInfo> out;
        for (const auto& [hash, blob] : m.blobs)
            out.push_back({hash, blob->use, blob->bytes.size(), blob->erased});
        return out;
    });
}

template <class Base>
std::vector<PageBundle> Reading<Base>::page_bundles(std::string_view municipality) {
    return look(municipality, [](const Municipality& m) {
        std::vector<PageBundle> out;
        for (const auto& [name, bundle] : m.bundles) out.push_back({name, bundle.hash, bundle.touched});
        return out;
    });
}

template <class Base>
std::optional<PageBundle> Reading<Base>::page_bundle(std::string_view municipality, std::string_view hash) {
    for (PageBundle& each : page_bundles(municipality)) {
        if (each.hash == hash && !hash.empty()) return std::move(each);
    }
    return std::nullopt;
}

template <class Base>
void Reading<Base>::read_pages(std::string_view municipality, std::string_view bundle, std::uint64_t after, PageParts parts,
                               const std::function<bool(const PageRow&)>& see) {
    auto pages = look(municipality, [&](const Municipality& m) {
        auto found = m.bundles.find(bundle);
        return found == m.bundles.end() ? decltype(Bundle::pages)() : found->second.pages;
    });
    for (auto at = pages.upper_bound(after); at != pages.end(); ++at) {
        PageRow page = *at->second;
        if (parts != PageParts::all) page.texts.clear();
        if (parts == PageParts::summary) page.sealed.clear();
        if (!see(page)) return;
    }
}

template <class Base>
std::vector<Draft> Reading<Base>::drafts(std::string_view municipality, std::string_view person) {
    return look(municipality, [&](const Municipality& m) {
        std::vector<Draft> out;
        for (const auto& [key, draft] : m.drafts) {
            if (person.empty() || key.first == person) out.push_back(draft);
        }
        std::sort(out.begin(), out.end(), [](const Draft& a, const Draft& b) {
            return std::tie(a.subject, a.person) < std::tie(b.subject, b.person);
        });
        return out;
    });
}

template <class Base>
std::vector<Job> Reading<Base>::jobs(std::string_view municipality) {
    return look(municipality, [](const Municipality& m) {
        std::vector<Job> out;
        for (const auto& [id, job] : m.jobs) out.push_back(job);
        return out;
    });
}

template class Reading<Store>;
template class Reading<Reader>;

}  // namespace styrkedja::store::memory
