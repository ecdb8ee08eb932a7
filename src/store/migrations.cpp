// SPDX-License-Identifier: EUPL-1.2
#include "store/migrations.h"

#include <algorithm>
#include <charconv>

#include "assets.h"

namespace styrkedja::store {
namespace {

[[noreturn]] void fail(Failure::Kind kind, std::string_view code, std::string_view place,
                       std::vector<std::pair<std::string_view, std::string>> args) {
    args.emplace_back("place", place);
    throw Failure(kind, Problem{code, Severity::error, {}, std::move(args)});
}

}  // namespace

std::vector<Migration> migrations_of(std::string_view backend) {
    std::string folder = "migrations/" + std::string(backend) + "/";
    std::vector<Migration> out;
    for (const assets::Asset& asset : assets::all()) {
        if (!asset.path.starts_with(folder) || !asset.path.ends_with(".sql")) continue;
        std::string_view file = asset.path.substr(folder.size(), asset.path.size() - folder.size() - 4);
        Migration migration{0, file.substr(file.find('-') + 1), asset.bytes};
        std::from_chars(file.data(), file.data() + file.size(), migration.number);
        out.push_back(migration);
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    return out;
}

std::span<const Migration> wanting(std::span<const Migration> known,
                                   std::span<const AppliedMigration> applied, Access access,
                                   std::string_view place) {
    if (applied.size() > known.size()) {
        fail(Failure::Kind::too_new, "store_is_too_new", place,
             {{"number", std::to_string(applied.back().number)},
              {"known", std::to_string(known.size())},
              {"program", applied.back().program},
              {"own", std::string(program_version())}});
    }
    for (std::size_t i = 0; i < applied.size(); ++i) {
        if (applied[i].number != known[i].number || applied[i].name != known[i].name) {
            fail(Failure::Kind::damaged, "store_schema_is_another", place,
                 {{"number", std::to_string(applied[i].number)},
                  {"name", applied[i].name},
                  {"known", std::string(known[i].name)}});
        }
    }
    if (applied.size() < known.size() && (access == Access::read || access == Access::write)) {
        fail(Failure::Kind::too_old, "store_is_too_old", place,
             {{"number", std::to_string(applied.size())}, {"known", std::to_string(known.size())}});
    }
    return known.subspan(applied.size());
}

std::string_view program_version() {
    return STYRKEDJA_VERSION;
}

}  // namespace styrkedja::store
