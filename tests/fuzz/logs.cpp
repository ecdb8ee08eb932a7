// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "app/erase.h"
#include "base/bytes.h"
#include "domain/state/fold.h"
#include "fuzz/fuzz.h"
#include "locale/problem_texts.h"
#include "log/chain.h"
#include "log/checkpoint.h"
#include "log/log_testing.h"
#include "store/open.h"

namespace styrkedja::fuzz {
namespace {

// An entry's row as one input: entry, hash and content.
std::string packed(const log::testing::Row& row) {
    std::string bytes;
    for (const std::string* each : {&row.command, &row.entry, &row.hash, &row.content})
        put_text(bytes, *each);
    return bytes;
}

log::testing::Row unpacked(const std::string& bytes) {
    ByteReader reader(bytes);
    log::testing::Row row{1, "", "", "", ""};
    for (std::string* each : {&row.command, &row.entry, &row.hash, &row.content}) *each = reader.text();
    return row;
}

const std::vector<std::string>& rows() {
    static const std::vector<std::string> made = [] {
        log::testing::Numbers numbers(7);
        std::vector<std::string> list;
        for (int i = 0; i < 40; ++i) {
            list.push_back(packed(log::testing::sealed_row(log::testing::random_entry(numbers, "a", 1, 5), "",
                                                           log::testing::salts_of(numbers))));
        }
        return list;
    }();
    return made;
}

bool says_something(const Problems& problems) {
    for (const Problem& each : problems.list()) {
        if (problem_sentence(each, Language::sv).empty() || !find_problem_text(each.code)) return false;
    }
    return true;
}

// Whatever was changed in a row is found; what can be opened can be folded and erased without harm.
std::string broken_row(const std::string& input, Random& random) {
    const log::testing::Row row = unpacked(input);
    const bool is_whole = std::find(rows().begin(), rows().end(), packed(row)) != rows().end();
    const Problems problems = log::testing::verified("a", {row});
    if (problems.empty() != is_whole)
        return is_whole ? "a whole entry is blamed" : "a changed entry is let pass";
    if (!says_something(problems)) return "a problem without a text";
    Entry entry;
    const log::Opened opened = log::open_entry(row.entry, row.content, entry);
    Problems told;
    Fold fold;
    for (const Change& each : entry.changes) fold.apply(each.view(), 1, told);
    fold.take();
    const std::vector<std::uint64_t> slots{random.below(6)};
    const std::string rest = log::without_slots(row.content, slots);
    if (opened == log::Opened::yes && log::open_entry(row.entry, rest, entry) != log::Opened::yes)
        return "an erased entry can't be opened";
    if (opened == log::Opened::yes && rest.size() > row.content.size()) return "erasing adds";
    return "";
}

std::string broken_checkpoint(const std::string& input, Random&) {
    static const log::SigningKey key = log::signing_key(std::string(log::key_size, 'k'));
    Problems problems;
    const auto read = log::read_checkpoint(input, "kontrollpunkt.txt", key.key, problems);
    if (read.has_value() != problems.empty()) return "neither read nor refused";
    if (read && log::checkpoint_text(*read, key).find(input) != 0) return "a changed checkpoint is let pass";
    log::read_key(input, "nyckel", problems);
    return says_something(problems) ? "" : "a problem without a text";
}

// A list of erasures, to a store that has none of what it names.
std::string broken_list(const std::string& input, Random&) {
    static const std::unique_ptr<store::Store> store = store::open("memory:fuzz", store::Access::create);
    Problems problems;
    const auto plans =
        app::plan_erasures(*store, "sodertalje", input, "gallringar.csv", "arkivarie", problems);
    if (!plans.empty()) return "something is erased where nothing is";
    return says_something(problems) ? "" : "a problem without a text";
}

}  // namespace

std::vector<Reader> log_readers() {
    const log::SigningKey key = log::signing_key(std::string(log::key_size, 'k'));
    const std::string checkpoint =
        log::checkpoint_text({"a", 12, log::hash_of("entry"), 1'800'000'000'000, {}}, key);
    const std::string list =
        "municipality;version;slot;digest;blob;decision;time;by\n"
        "sodertalje;1;2;" +
        std::string(64, 'a') +
        ";;KS 2027-03-01 § 45;2027-03-01T12:00:00.000Z;9\n"
        "sodertalje;;;;" +
        std::string(64, 'b') + ";KS 2027-03-01 § 45;2027-03-01T12:00:00.000Z;9\n";
    return {{"log", rows(), broken_row},
            {"checkpoint", {checkpoint, log::key_text(key)}, broken_checkpoint},
            {"list of erasures", {list}, broken_list}};
}

}  // namespace styrkedja::fuzz
