// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "app/erase.h"
#include "codec/csv.h"
#include "locale/problem_texts.h"
#include "log/chain.h"
#include "log/checkpoint.h"

namespace styrkedja::app {
namespace {

const std::vector<std::string> headings = {"municipality", "version",  "slot", "digest",
                                           "blob",         "decision", "time", "by"};
enum Column : std::uint8_t {
    municipality_column,
    version_column,
    slot_column,
    digest_column,
    blob_column,
    decision_column,
    time_column,
    by_column
};

// The slots of an entry, as they are now.
struct SlotNow {
    bool erased = false;
    std::string digest, entity, field;
};
using Slots = std::map<std::uint64_t, SlotNow>;

Slots slots_of(const store::LogRow& row) {
    Slots slots;
    std::vector<SlotNow*> unnamed;
    log::EntryReader reader(row.entry, row.content, [&](const log::EntryReader::Slot& slot) {
        SlotNow& now = slots[slot.number] = {slot.erased, std::string(slot.digest), {}, {}};
        if (slot.number == slot_of_actor)
            now.field = "actor";
        else if (slot.number == slot_of_reason)
            now.field = "reason";
        else
            unnamed.push_back(&now);
    });
    ChangeView change;
    while (reader.next(change)) {
        for (SlotNow* each : unnamed) {
            each->entity = log::entity_of(change);
            each->field = log::field_of(change);
        }
        unnamed.clear();
    }
    return slots;
}

struct Listed {
    std::string decision, time;
    Version by = 0;
    std::vector<ErasedSlot> slots;
    std::vector<std::string> blobs;
};

// The erasures of the log, in its order.
std::vector<Listed> erasures_of(store::Reader& store, std::string_view municipality, Problems& problems) {
    std::vector<Listed> all;
    store.read_log(municipality, 0, store.head(municipality), [&](const store::LogRow& row) {
        log::EntryReader reader(row.entry, row.content);
        const log::EntryView head = reader.head();
        if (reader.opened() == log::Opened::yes && head.kind != EntryKind::erasure) return true;
        Listed listed{std::string(head.decision), log::utc_text(head.time), row.version, {}, {}};
        if (reader.erasures(listed.slots, listed.blobs)) {
            all.push_back(std::move(listed));
            return true;
        }
        problems.add(
            reader.opened() == log::Opened::too_new ? "log_entry_is_too_new" : "log_entry_is_damaged",
            Severity::error, {},
            {{"municipality", std::string(municipality)},
             {"version", std::to_string(row.version)},
             {"model", std::to_string(head.model)},
             {"known", std::to_string(log::model_version)}});
        return false;
    });
    return all;
}

// One row of a list that was read.
struct Row {
    ErasedSlot slot;
    std::string digest, blob, decision, time;
    Version by = 0;
};

bool read_number(std::string_view text, std::uint64_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

bool read_row(const CsvReader& csv, const std::vector<std::size_t>& columns, Row& row) {
    auto field = [&](Column column) { return csv.field(columns[column]); };
    row.decision = field(decision_column);
    row.time = field(time_column);
    row.blob = log::unhex(field(blob_column));
    row.digest = log::unhex(field(digest_column));
    if (!read_number(field(by_column), row.by) || row.decision.empty()) return false;
    if (!field(blob_column).empty()) return row.blob.size() == log::hash_size;
    return row.digest.size() == log::hash_size && read_number(field(version_column), row.slot.version) &&
           read_number(field(slot_column), row.slot.slot);
}

// The rows of that municipality.
std::vector<Row> read_list(std::string_view municipality, std::string_view list, const std::string& file,
                           Problems& problems) {
    CsvReader csv(file, list, problems);
    std::vector<std::size_t> columns;
    for (const std::string& each : headings) {
        const auto column = csv.column_of(each);
        if (column) columns.push_back(*column);
    }
    std::vector<Row> rows;
    if (columns.size() != headings.size()) {
        problems.add("erasure_row_is_not_understood", Severity::error, Place{file, 1, 0, {}, {}, {}});
        return rows;
    }
    while (csv.next()) {
        if (csv.field(columns[municipality_column]) != municipality) continue;
        Row row;
        if (read_row(csv, columns, row))
            rows.push_back(std::move(row));
        else
            problems.add("erasure_row_is_not_understood", Severity::error,
                         csv.place(columns[version_column]));
    }
    return rows;
}

// Looks each row up in the store as it is now.
class Again {
  public:
    Again(store::Reader& store, std::string_view municipality, Problems& problems)
        : store_(store), municipality_(municipality), head_(store.head(municipality)), problems_(problems) {}

    void row(const Row& row) {
        if (!row.blob.empty()) {
            const auto blob = store_.blob(municipality_, row.blob);
            if (!blob)
                texts_.push_back(row);   // of a voucher; or of a later entry
            else if (!blob->erased && done_blobs_.insert(row.blob).second)
                plan(row).command.erased_blobs.push_back(row.blob);
            return;
        }
        if (row.slot.version > head_) {
            ++later_;
            return;
        }
        const Slots& slots = of(row.slot.version);
        const auto found = slots.find(row.slot.slot);
        if (found == slots.end() || found->second.digest != row.digest) {
            problems_.add("erasure_is_of_another_log", Severity::error, {},
                          {{"municipality", std::string(municipality_)},
                           {"version", std::to_string(row.slot.version)},
                           {"slot", std::to_string(row.slot.slot)},
                           {"decision", row.decision}});
        } else if (!found->second.erased && done_.insert({row.slot.version, row.slot.slot}).second) {
            ErasurePlan& its = plan(row);
            its.command.erased.push_back(row.slot);
            its.values.push_back({row.slot, found->second.entity, found->second.field});
        }
    }

    std::vector<ErasurePlan> take(std::string_view by) {
        vouchers();
        if (later_ > 0) {
            problems_.add("erasures_are_of_later_entries", Severity::note, {},
                          {{"municipality", std::string(municipality_)},
                           {"count", std::to_string(later_)},
                           {"head", std::to_string(head_)}});
        }
        std::vector<ErasurePlan> plans;
        for (auto& [version, each] : plans_) {
            each.command.actor = by;
            plans.push_back(std::move(each));
        }
        return plans;
    }

  private:
    void vouchers() {
        std::set<std::string> digests;
        for (const Row& each : texts_) digests.insert(each.blob);
        const TextsThere found = find_texts(store_, municipality_, digests);
        for (const Row& each : texts_) {
            if (found.there.contains(each.blob) && done_blobs_.insert(each.blob).second) {
                ErasurePlan& its = plan(each);
                its.command.erased_blobs.push_back(each.blob);
                its.texts.push_back({{}, each.blob});
            } else if (!found.there.contains(each.blob) && !found.erased.contains(each.blob)) {
                ++later_;
            }
        }
    }

    // The slots of the entry that was asked for last are kept: lists go by entry.
    const Slots& of(Version version) {
        if (version == version_) return slots_;
        version_ = version;
        const auto row = store_.log_row(municipality_, version);
        slots_ = row ? slots_of(*row) : Slots();
        return slots_;
    }

    ErasurePlan& plan(const Row& row) {
        ErasurePlan& plan = plans_[{row.by, row.decision}];
        if (!plan.command.decision.empty()) return plan;
        plan.command.kind = EntryKind::erasure;
        plan.command.decision = row.decision;
        plan.command.reason = problem_sentence(
            {"erasure_is_done_again", Severity::note, {}, {{"decision", row.decision}, {"time", row.time}}},
            Language::sv);
        return plan;
    }

    store::Reader& store_;
    std::string_view municipality_;
    Version head_, version_ = 0;
    Problems& problems_;
    Slots slots_;
    std::uint64_t later_ = 0;
    std::set<std::pair<Version, std::uint64_t>> done_;
    std::set<std::string> done_blobs_;
    std::vector<Row> texts_;
    std::map<std::pair<Version, std::string>, ErasurePlan> plans_;
};

}  // namespace

std::string erasure_list(store::Reader& store, std::string_view municipality, Problems& problems) {
    std::string list;
    write_csv_row(list, headings);
    Version at = 0;
    Slots slots;
    for (Listed& each : erasures_of(store, municipality, problems)) {
        std::sort(each.slots.begin(), each.slots.end(),
                  [](const ErasedSlot& a, const ErasedSlot& b) { return a.version < b.version; });
        const std::vector<std::string> how{each.decision, each.time, std::to_string(each.by)};
        auto row = [&](std::vector<std::string> what) {
            what.insert(what.begin(), std::string(municipality));
            what.insert(what.end(), how.begin(), how.end());
            write_csv_row(list, what);
        };
        for (const ErasedSlot& slot : each.slots) {
            if (slot.version != at) {
                const auto entry = store.log_row(municipality, slot.version);
                slots = entry ? slots_of(*entry) : Slots();
                at = slot.version;
            }
            row({std::to_string(slot.version), std::to_string(slot.slot), log::hex(slots[slot.slot].digest),
                 ""});
        }
        for (const std::string& blob : each.blobs) row({"", "", "", log::hex(blob)});
    }
    return list;
}

std::vector<ErasurePlan> plan_erasures(store::Reader& store, std::string_view municipality,
                                       std::string_view list, const std::string& file, std::string_view by,
                                       Problems& problems) {
    Again again(store, municipality, problems);
    for (const Row& each : read_list(municipality, list, file, problems)) again.row(each);
    return again.take(by);
}

}  // namespace styrkedja::app
