// SPDX-License-Identifier: EUPL-1.2
#include "store/migrations.h"

#include <algorithm>
#include <charconv>

#include "assets.h"

namespace styrkedja::store {

std::vector<Migration> migrations(std::string_view backend) {
    const std::string folder = "migrations/" + std::string(backend) + "/";
    std::vector<Migration> found;
    for (const assets::Asset& asset : assets::all()) {
        if (!asset.path.starts_with(folder) || !asset.path.ends_with(".sql")) continue;
        std::string_view file = asset.path.substr(folder.size());
        Migration step;
        auto [end, error] = std::from_chars(file.data(), file.data() + file.size(), step.number);
        if (error != std::errc() || end == file.data() + file.size() || *end != '-') continue;
        const auto begin = static_cast<std::size_t>(end - file.data()) + 1;
        step.name = file.substr(begin, file.size() - begin - 4);
        step.sql = asset.bytes;
        found.push_back(std::move(step));
    }
    std::sort(found.begin(), found.end(), [](const Migration& a, const Migration& b) { return a.number < b.number; });
    return found;
}

std::string_view program_version() { return STYRKEDJA_VERSION; }

}  // namespace styrkedja::store
