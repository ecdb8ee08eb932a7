// SPDX-License-Identifier: EUPL-1.2
#include "support/sheet_exhibit.h"

#include <algorithm>

#include "domain/ledger/rows.h"
#include "importers/sheet/entry.h"
#include "importers/sheet/propose.h"
#include "importers/sheet/read.h"
#include "support/packs.h"

namespace styrkedja::testing {
namespace {

class NoSink : public ledger::Sink {
  public:
    void vouchers(std::span<const ledger::Voucher>, std::span<const ledger::Row>, const ledger::Dictionary&) override {}
    void balances(std::span<const ledger::Balance>, const ledger::Dictionary&) override {}
};

const TreeFile* find(const std::vector<TreeFile>& files, std::string_view name) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const TreeFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

sheet::Scope scope_of(const std::vector<TreeFile>& files) {
    const TreeFile* file = find(files, "scope.txt");
    sheet::Scope scope;
    if (file == nullptr) return scope;
    const std::string text = file->bytes.substr(0, file->bytes.find('\n'));
    if (const auto period = Period::parse(text)) {
        scope.year = period->year();
        if (period->shape() != PeriodShape::year) scope.months = *period;
    }
    return scope;
}

Problems of_ledger(const TreeFile& file, const std::vector<TreeFile>& files) {
    Problems problems;
    TextSource bytes(file.bytes);
    const TreeFile* profile = find(files, "profile.yaml");
    if (profile == nullptr) {
        sheet::propose(file.name, bytes, problems);
        return problems;
    }
    LoadedPack pack = load_pack({*profile, small_pack_head()}, problems);
    if (pack.state.ledger_profiles.empty()) return problems;
    NoSink sink;
    sheet::read_sheet(file.name, bytes, *pack.state.ledger_profiles.begin(), scope_of(files), sink, problems);
    pack.origins.locate(problems);
    return problems;
}

Problems of_entry(const TreeFile& file, const std::vector<TreeFile>& files) {
    Problems problems;
    std::vector<TreeFile> rest = files;
    std::erase_if(rest, [](const TreeFile& each) { return each.name == "entry.xlsx"; });
    const LoadedPack pack = load_pack(std::move(rest), problems);
    TextSource bytes(file.bytes);
    const auto read = sheet::read_entry(file.name, bytes, problems);
    if (read) sheet::entered(*read, pack.state, {"controller", Date::from_civil(2026, 5, 1)}, problems);
    return problems;
}

}  // namespace

std::optional<Problems> sheet_exhibit(const std::vector<TreeFile>& files) {
    if (const TreeFile* entry = find(files, "entry.xlsx")) return of_entry(*entry, files);
    for (const char* name : {"ledger.csv", "ledger.xlsx"}) {
        if (const TreeFile* file = find(files, name)) return of_ledger(*file, files);
    }
    return std::nullopt;
}

}  // namespace styrkedja::testing
