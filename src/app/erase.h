// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/ledger/voucher_texts.h"
#include "base/problem.h"
#include "store/store.h"

// Erasure (gallring): values of the log are emptied for ever by a decision, which a new entry of the log
// tells. What is sealed stays: that somebody changed that field then, the ids of things, times, decisions,
// and the digest of what was there, which without its salt says nothing. The chain still verifies, and the
// value reads [gallrad].
namespace styrkedja::app {

// What somebody wants erased.
struct Erasing {
    enum class What : std::uint8_t {
        field,  // of a thing: all its values through all versions, in all lives of a thing that was ended and
                // made anew
        thing,  // all fields of it, likewise
        actor,  // who: in all entries by that name
        value,  // one value of one entry: its version and slot
        voucher,  // all texts of a voucher of the ledger, in every batch that has it
        words   // all texts of vouchers that have those words in them
    };
    What what = What::field;
    int thing = 0;  // field, thing: as in Change
    std::string id;
    int field = 0;         // field
    std::string actor;     // actor
    ErasedSlot slot;       // value
    std::string voucher;   // voucher: "huvudbok/2026/A/17"
    std::string words;     // words
    std::string decision;  // "KS 2027-03-01 § 45": mandatory, public, and stays
    std::string reason;    // must not itself say what is erased
    std::string by;        // who erases
    std::string command;   // the command's id
};

struct ErasurePlan {
    Command command;  // for Sequencer::run, which empties what it names in the same transaction
    struct Value {
        ErasedSlot slot;
        std::string entity, field;  // "goals/kf-1", "description"; "", "actor"
    };
    std::vector<Value> values;  // as the command's, named
    struct Draft {
        std::string person, subject;
    };
    std::vector<VoucherText> texts;  // of vouchers: the command names their digests among its blobs
    std::vector<Draft> drafts;  // that hold a text of the same field, or are the erased person's
};

// Finds all of it by reading the whole log, which for a large city's ten years takes some seconds. Nothing is
// written. The packs that are kept as bases of merges hold the same values: those that hold such a thing and
// field, or can't be read, are emptied whole (erasure_empties_packs, a warning). Their next import is merged
// without a base, and so a pack that still holds the text makes a conflict, rather than bringing it back.
// Rendered documents and attachments are not looked into (erasure_leaves_files, a warning that counts them).
// Texts of vouchers lie beside the log (app/ledger): each is erased by its digest, and with it the same text of other vouchers in
// the same page. Problems: voucher_is_not_understood, erasure_has_no_decision, erasure_finds_nothing, erasure_is_by_the_erased,
// erasure_would_bring_back_a_link (one value that unlinks), log_entry_is_damaged, log_entry_is_too_new.
std::optional<ErasurePlan> plan_erasure(store::Reader& store, std::string_view municipality,
                                        const Erasing& wish, Problems& problems);

// When the command is done: drops the drafts and snapshots, and makes what was erased unreadable in the files
// too (sweep). May be done again, where it was stopped midway.
void finish_erasure(store::Store& store, std::string_view municipality, const ErasurePlan& plan);

// The list of all that was erased, to be kept outside the database and its backups: a backup that is older
// than an erasure still holds the values. CSV with a heading: municipality, version, slot, digest (what the
// sealed entry says of the value), blob (instead of the three), decision, time, by (the erasing entry's
// version).
std::string erasure_list(store::Reader& store, std::string_view municipality, Problems& problems);

// What of the list is not erased in this store: it was restored from an older backup. One plan for each
// erasure, whose command has no id yet, and whose reason says that the erasure is done again. A value is
// matched by version, slot and digest. Rows of other municipalities are left to their own calls. Problems:
// those of CSV; erasure_row_is_not_understood; erasure_is_of_another_log (another digest: an error, and that
// row is not done); erasures_are_of_later_entries (a note with their count: the backup hasn't got them).
std::vector<ErasurePlan> plan_erasures(store::Reader& store, std::string_view municipality,
                                       std::string_view list, const std::string& file, std::string_view by,
                                       Problems& problems);

}  // namespace styrkedja::app
