// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/named_batches.h"

#include <set>

#include "app/read_ahead.h"
#include "domain/state/fold.h"
#include "domain/state/stored.h"

namespace styrkedja::app {
namespace {

const Kind& batches() {
    static const Kind& kind = *find_kind("ledger-batches");
    return kind;
}

}  // namespace

void BatchesOfLog::entry(std::string_view entry, std::string_view content, Version version) {
    static const int number = number_of(batches());
    std::set<std::string> touched;
    log::EntryReader reader(entry, content);
    ChangeView change;
    Problems ignored;   // what can't be read is told by those who read the log itself
    while (reader.next(change)) {
        if (change.thing != number || change.kind == ChangeKind::ended) continue;
        std::shared_ptr<void>& thing = now_[std::string(change.id)];
        if (change.kind == ChangeKind::created || !thing) {
            thing = batches().make();
            batches().set_id(thing.get(), Id(std::string(change.id)));
        }
        if (change.kind != ChangeKind::created) change_field(batches(), thing.get(), change, 0, ignored);
        touched.insert(std::string(change.id));
    }
    for (const std::string& each : touched) keep(each, version);
}

void BatchesOfLog::keep(const std::string& id, Version version) {
    const auto& batch = *static_cast<const LedgerBatch*>(now_[id].get());
    if (batch.content.empty()) return;
    std::string key = batch.content + " " + batch.pages + " " + batch.months.str() + " " + std::to_string(batch.rows) + " " +
                      std::to_string(batch.vouchers) + " " + batch.debit.str() + " " + batch.credit.str();
    if (seen_.emplace(std::move(key), true).second) named_.push_back({version, batch});
}

std::vector<NamedBatch> batches_in_log(store::Reader& store, std::string_view municipality, Version to) {
    BatchesOfLog all;
    read_ahead(store, municipality, 0, to, [&](const store::LogRow& row) {
        all.entry(row.entry, row.content, row.version);
        return true;
    });
    return all.take();
}

}  // namespace styrkedja::app
