// SPDX-License-Identifier: EUPL-1.2
#include "log/checkpoint.h"

#include <gtest/gtest.h>

#include "log/digest.h"

namespace styrkedja::log {
namespace {

const std::string seed(key_size, 's');

Checkpoint example() { return {"sodertalje", 1234, hash_of("entry"), 1'803'902'400'000, {}}; }

std::string code_of(std::string_view text, std::string_view trusted = {}) {
    Problems problems;
    const bool read = read_checkpoint(text, "kontrollpunkt.txt", trusted, problems).has_value();
    EXPECT_EQ(read, problems.empty());
    return problems.empty() ? "" : std::string(problems.list().front().code);
}

TEST(Checkpoint, IsReadableTextAndReadsBack) {
    const SigningKey key = signing_key(seed);
    const std::string text = checkpoint_text(example(), key);
    EXPECT_TRUE(text.starts_with("Styrkedja checkpoint 1\nmunicipality: sodertalje\nversion: 1234\nhash: ")) << text;
    EXPECT_NE(text.find("\ntime: 2027-03-01T12:00:00.000Z\nkey: "), std::string::npos) << text;
    Problems problems;
    const auto read = read_checkpoint(text, "f", key.key, problems);
    ASSERT_TRUE(read) << problems.list().front().code;
    EXPECT_EQ(read->municipality, "sodertalje");
    EXPECT_EQ(read->version, 1234U);
    EXPECT_EQ(read->hash, hash_of("entry"));
    EXPECT_EQ(read->time, 1'803'902'400'000);
    EXPECT_EQ(read->key, key.key);
}

TEST(Checkpoint, NoSignOfItCanBeChanged) {
    const std::string text = checkpoint_text(example(), signing_key(seed));
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string changed = text;
        changed[at] = changed[at] == '1' ? '2' : '1';
        EXPECT_NE(code_of(changed), "") << "sign " << at;
        if (at + 1 < text.size()) EXPECT_NE(code_of(text.substr(0, at)), "") << "cut at " << at;  // the last line feed may lack
    }
    EXPECT_EQ(code_of(text + "more\n"), "checkpoint_is_damaged");
    std::string later = text;
    later.replace(later.find("1234"), 4, "1235");
    EXPECT_EQ(code_of(later), "checkpoint_signature_differs");
}

TEST(Checkpoint, IsByTheKeyThatIsTrusted) {
    const std::string text = checkpoint_text(example(), signing_key(std::string(key_size, 'x')));
    EXPECT_EQ(code_of(text), "");
    EXPECT_EQ(code_of(text, signing_key(seed).key), "checkpoint_is_by_another_key");
}

TEST(Checkpoint, OfANewerProgramIsTold) {
    std::string text = checkpoint_text(example(), signing_key(seed));
    text.replace(text.find(" 1\n"), 3, " 2\n");
    EXPECT_EQ(code_of(text), "checkpoint_is_too_new");
    EXPECT_EQ(code_of("hej"), "checkpoint_is_damaged");
    EXPECT_EQ(code_of(""), "checkpoint_is_damaged");
}

TEST(Checkpoint, AKeysFileReadsBackAndIsWhole) {
    const SigningKey key = signing_key(seed);
    const std::string text = key_text(key);
    Problems problems;
    const auto read = read_key(text, "f", problems);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->seed, seed);
    EXPECT_EQ(read->key, key.key);
    std::string changed = text;
    changed[changed.size() - 2] = '0';
    EXPECT_FALSE(read_key(changed, "f", problems));
    EXPECT_FALSE(read_key("", "f", problems));
    EXPECT_EQ(problems.size(), 2U);
}

// RFC 8032, 7.1, test 1: another program's key belongs to its seed here too.
TEST(Checkpoint, KeysAreEd25519) {
    EXPECT_EQ(hex(signing_key(unhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")).key),
              "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
}

TEST(Checkpoint, TimesAreUtcToTheMillisecond) {
    EXPECT_EQ(utc_text(0), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(utc_time("2024-02-29T23:59:59.999Z"), 1'709'251'199'999);
    for (std::string_view wrong : {"2023-02-29T23:59:59.999Z", "2024-02-29T24:00:00.000Z", "2024-02-29 23:59:59.999Z", "",
                                   "2024-02-29T23:59:59.999+", "2024-02-29T23:59:-9.999Z"}) {
        EXPECT_FALSE(utc_time(wrong)) << wrong;
    }
}

}  // namespace
}  // namespace styrkedja::log
