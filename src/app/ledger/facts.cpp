// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/facts.h"

#include <mutex>

#include "log/digest.h"

namespace styrkedja::app {
namespace {

using Facts = std::shared_ptr<const ledger::Columns>;

// Those that somebody in this process holds.
class SharedFacts {
  public:
    Facts find(const std::string& hash) {
        const std::lock_guard lock(mutex_);
        auto found = facts_.find(hash);
        return found == facts_.end() ? nullptr : found->second.lock();
    }
    void put(const std::string& hash, const Facts& facts) {
        const std::lock_guard lock(mutex_);
        std::erase_if(facts_, [](const auto& each) { return each.second.expired(); });
        facts_[hash] = facts;
    }

  private:
    std::mutex mutex_;
    std::map<std::string, std::weak_ptr<const ledger::Columns>> facts_;
};

SharedFacts& held() {
    static SharedFacts it;
    return it;
}

Facts read_facts(store::Reader& store, const std::string& municipality, const LedgerBatch& batch, Problems& problems) {
    if (Facts there = held().find(batch.content)) return there;
    auto tell = [&](std::string_view code) {
        problems.add(code, Severity::error, Place{{}, 0, 0, {}, "ledger-batches/" + batch.id.str(), "content"},
                     {{"batch", batch.id.str()}, {"hash", batch.content}});
        return nullptr;
    };
    const std::string hash = log::unhex(batch.content);
    const std::optional<store::Blob> blob = store.blob(municipality, hash);
    if (!blob || blob->erased) return tell("ledger_facts_are_missing");
    std::optional<ledger::Columns> columns;
    if (log::hash_of(blob->bytes) == hash) columns = ledger::from_bytes(blob->bytes);
    if (!columns) return tell("ledger_facts_are_damaged");
    Facts facts = std::make_shared<const ledger::Columns>(std::move(*columns));
    held().put(batch.content, facts);
    return facts;
}

}  // namespace

KnownPtr with_facts(store::Reader& store, const KnownPtr& known, Problems& problems) {
    if (!known || known->state.ledger_batches.empty()) return known;
    auto loaded = std::make_shared<ledger::LoadedColumns>();
    const auto& before = known->state.ledger;
    bool is_same = before != nullptr;
    for (const LedgerBatch& each : known->state.ledger_batches) {
        auto there = before ? before->by_hash.find(each.content) : loaded->by_hash.end();
        const bool is_there = before && there != before->by_hash.end();
        if (Facts facts = is_there ? there->second : read_facts(store, known->municipality, each, problems)) {
            loaded->by_hash[each.content] = std::move(facts);
        }
        is_same = is_same && is_there;
    }
    if (is_same && before->by_hash.size() == loaded->by_hash.size()) return known;
    auto with = std::make_shared<Known>(*known);
    with->state.ledger = std::move(loaded);
    return with;
}

}  // namespace styrkedja::app
