// SPDX-License-Identifier: EUPL-1.2
#include "app/erase.h"

#include "app/history.h"
#include "domain/state/stored.h"
#include "log/chain.h"
#include "log/snapshot.h"

namespace styrkedja::app {
namespace {

// A field of a thing, or (field 0) all of it.
struct Subject {
    int thing = 0;
    std::string id;
    int field = 0;
};

bool is_of(const ChangeView& change, const Subject& subject) {
    return change.thing == subject.thing && change.id == subject.id &&
           (subject.field == 0 || change.field == subject.field);
}

class Planner {
  public:
    Planner(store::Reader& store, std::string_view municipality, const Erasing& wish, Problems& problems)
        : store_(store), municipality_(municipality), wish_(wish), problems_(problems) {
        const bool of_thing = wish.what == Erasing::What::field || wish.what == Erasing::What::thing;
        if (of_thing)
            subjects_.push_back({wish.thing, wish.id, wish.what == Erasing::What::field ? wish.field : 0});
    }

    std::optional<ErasurePlan> plan() {
        if (wish_.decision.empty()) return refuse("erasure_has_no_decision");
        const bool by_the_erased = wish_.what == Erasing::What::actor && wish_.by == wish_.actor;
        if (by_the_erased) return refuse("erasure_is_by_the_erased");
        if (wish_.what == Erasing::What::voucher || wish_.what == Erasing::What::words) return vouchers();
        const bool one = wish_.what == Erasing::What::value;
        bool whole = true;
        const Version after = one && wish_.slot.version > 0 ? wish_.slot.version - 1 : 0;
        const Version to = one ? wish_.slot.version : store_.head(municipality_);
        store_.read_log(municipality_, after, to,
                        [&](const store::LogRow& row) { return whole = entry(row); });
        if (!whole) return std::nullopt;
        if (is_unlinking_) return refuse("erasure_would_bring_back_a_link");
        packs();
        drafts();
        if (plan_.values.empty() && plan_.command.erased_blobs.empty() && plan_.drafts.empty()) {
            return refuse("erasure_finds_nothing");
        }
        return whole_plan();
    }

  private:
    std::optional<ErasurePlan> whole_plan() {
        Command& command = plan_.command;
        command.id = wish_.command;
        command.kind = EntryKind::erasure;
        command.actor = wish_.by;
        command.reason = wish_.reason;
        command.decision = wish_.decision;
        for (const ErasurePlan::Value& each : plan_.values) command.erased.push_back(each.slot);
        return std::move(plan_);
    }

    std::optional<ErasurePlan> vouchers() {
        if (wish_.what == Erasing::What::voucher) {
            const auto name = read_voucher_name(wish_.voucher);
            if (!name) return refuse("voucher_is_not_understood");
            plan_.texts = texts_of_voucher(store_, municipality_, *name);
        } else if (!wish_.words.empty()) {
            plan_.texts = texts_with(store_, municipality_, wish_.words);
        }
        if (plan_.texts.empty()) return refuse("erasure_finds_nothing");
        for (const VoucherText& each : plan_.texts) plan_.command.erased_blobs.push_back(each.digest);
        return whole_plan();
    }

    std::nullopt_t refuse(std::string_view code) {
        problems_.add(code, Severity::error, {}, {{"municipality", std::string(municipality_)}});
        return std::nullopt;
    }

    // False: it can't be read, and then nothing may be said of the rest.
    bool entry(const store::LogRow& row) {
        log::EntryReader reader(row.entry, row.content);
        const log::EntryView head = reader.head();
        if (reader.opened() == log::Opened::yes) heads(row.version, head);
        ChangeView change;
        while (reader.next(change)) {
            if (reader.slot() != 0 && !change.erased && wanted(row.version, reader.slot(), change)) {
                add({row.version, reader.slot()}, log::entity_of(change), log::field_of(change));
            }
        }
        if (reader.opened() == log::Opened::yes) return true;
        problems_.add(
            reader.opened() == log::Opened::too_new ? "log_entry_is_too_new" : "log_entry_is_damaged",
            Severity::error, {},
            {{"municipality", std::string(municipality_)},
             {"version", std::to_string(row.version)},
             {"model", std::to_string(head.model)},
             {"known", std::to_string(log::model_version)}});
        return false;
    }

    void heads(Version version, const log::EntryView& head) {
        const bool by_actor = wish_.what == Erasing::What::actor && head.actor == wish_.actor;
        auto is_it = [&](std::uint64_t slot) {
            return wish_.what == Erasing::What::value && wish_.slot == ErasedSlot{version, slot};
        };
        if (!head.actor_erased && (by_actor || is_it(slot_of_actor)))
            add({version, slot_of_actor}, {}, "actor");
        if (!head.reason_erased && is_it(slot_of_reason)) add({version, slot_of_reason}, {}, "reason");
    }

    bool wanted(Version version, std::uint64_t slot, const ChangeView& change) {
        if (wish_.what != Erasing::What::value) return !subjects_.empty() && is_of(change, subjects_.front());
        if (wish_.slot != ErasedSlot{version, slot}) return false;
        is_unlinking_ = change.kind == ChangeKind::unlinked;
        subjects_.push_back({change.thing, std::string(change.id), change.field});
        return true;
    }

    // What several changes were raised from is one value.
    void add(ErasedSlot slot, std::string entity, std::string field) {
        if (!plan_.values.empty() && plan_.values.back().slot == slot) return;
        plan_.values.push_back({slot, std::move(entity), std::move(field)});
    }

    void packs() {
        std::uint64_t files = 0;
        for (const store::BlobInfo& each : store_.blobs(municipality_)) {
            const bool is_pack = each.use == "pack";
            if (each.erased || each.use == "snapshot" || each.use == "ledger") continue;   // facts have no texts
            if (!is_pack) ++files;
            if (is_pack && !subjects_.empty() && may_hold(each.hash))
                plan_.command.erased_blobs.push_back(each.hash);
        }
        auto warn = [&](std::string_view code, std::uint64_t count) {
            if (count > 0) problems_.add(code, Severity::warning, {}, {{"count", std::to_string(count)}});
        };
        warn("erasure_empties_packs", plan_.command.erased_blobs.size());
        warn("erasure_leaves_files", files);
    }

    // What can't be read as a pack may hold anything.
    bool may_hold(const std::string& hash) {
        const std::optional<store::Blob> blob = store_.blob(municipality_, hash);
        State pack;
        if (!blob || !log::read_state(blob->bytes, pack)) return blob.has_value();
        for (const Subject& each : subjects_) {
            const Kind* kind = kind_by_number(each.thing);
            const void* thing = kind ? kind->find(pack, each.id) : nullptr;
            if (!thing) continue;
            const FieldInfo* field = each.field == 0 ? nullptr : field_by_number(*kind, each.field);
            if (!field || stored_text(*field, thing) != stored_text(*field, kind->make().get())) return true;
        }
        return false;
    }

    void drafts() {
        const bool of_actor = wish_.what == Erasing::What::actor;
        for (const store::Draft& each :
             store_.drafts(municipality_, of_actor ? std::string_view(wish_.actor) : std::string_view())) {
            if (of_actor || is_about(each.subject)) plan_.drafts.push_back({each.person, each.subject});
        }
    }

    bool is_about(std::string_view subject) const {
        for (const Subject& each : subjects_) {
            const ChangeView view{ChangeKind::set, each.thing, each.id, each.field, 0, {}, false, {}};
            const std::string thing = log::entity_of(view) + "/";
            if (!subject.starts_with(thing)) continue;
            const std::string_view field = subject.substr(thing.size());
            if (each.field == 0 ? field.find('/') == field.npos : field == log::field_of(view)) return true;
        }
        return false;
    }

    store::Reader& store_;
    std::string_view municipality_;
    const Erasing& wish_;
    Problems& problems_;
    std::vector<Subject> subjects_;  // whose values are erased
    bool is_unlinking_ = false;      // the one value says what a list has no longer: without it the list has it again
    ErasurePlan plan_;
};

}  // namespace

std::optional<ErasurePlan> plan_erasure(store::Reader& store, std::string_view municipality,
                                        const Erasing& wish, Problems& problems) {
    return Planner(store, municipality, wish, problems).plan();
}

void finish_erasure(store::Store& store, std::string_view municipality, const ErasurePlan& plan) {
    for (const ErasurePlan::Draft& each : plan.drafts)
        store.drop_draft(municipality, each.person, each.subject);
    drop_old_snapshots(store, municipality, 0);
    store.sweep();
}

}  // namespace styrkedja::app
