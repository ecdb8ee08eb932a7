// SPDX-License-Identifier: EUPL-1.2
#include "codec/json.h"

#include <gtest/gtest.h>

namespace styrkedja {
namespace {

std::string as_string(std::string_view text) {
    JsonWriter json;
    json.string(text);
    return json.take();
}

TEST(Json, escapes_what_must_be_escaped_and_nothing_else) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"Årsmål – 4,8\u00a0%", "\"Årsmål – 4,8\u00a0%\"\n"},
        {"\"\\/", "\"\\\"\\\\/\"\n"},
        {"a\nb\tc\r", "\"a\\nb\\tc\\r\"\n"},
        {std::string("\0\x1f\x7f", 3), "\"\\u0000\\u001f\\u007f\"\n"},
        {"", "\"\"\n"},
    };
    for (const auto& [text, written] : cases) EXPECT_EQ(as_string(text), written);
}

TEST(Json, bytes_that_are_not_utf8_become_the_replacement_character) {
    EXPECT_EQ(as_string("a\xff"
                        "b\xc3"),
              "\"a\uFFFDb\uFFFD\"\n");
    EXPECT_EQ(as_string("\xed\xa0\x80"), "\"\uFFFD\uFFFD\uFFFD\"\n");
}

TEST(Json, separates_members_and_elements) {
    JsonWriter json;
    json.begin_object().member("a", 1).key("b").begin_array().number(-2).null().boolean(true).end_array();
    json.key("c").begin_object().end_object().member_if("d", "").member_if("e", "x").end_object();
    EXPECT_EQ(json.take(), "{\"a\":1,\"b\":[-2,null,true],\"c\":{},\"e\":\"x\"}\n");
}

TEST(Json, puts_elements_on_lines_of_their_own_when_asked) {
    JsonWriter json;
    json.begin_array(JsonWriter::Layout::lines)
        .number(1)
        .begin_array(JsonWriter::Layout::lines)
        .end_array()
        .end_array();
    EXPECT_EQ(json.take(), "[\n1,\n[]\n]\n");
}

TEST(JsonDeath, a_misuse_stops_the_program) {
    EXPECT_DEATH(JsonWriter().begin_object().string("no key"), "");
    EXPECT_DEATH(JsonWriter().begin_array().end_object(), "");
    EXPECT_DEATH(JsonWriter().begin_array().take(), "");
}

}  // namespace
}  // namespace styrkedja
