// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/written_number.h"

#include <gtest/gtest.h>

namespace styrkedja {
namespace {

struct Written {
    const char* text;
    const char* number;  // empty = not a number
};

TEST(WrittenNumber, is_read_as_people_write_it) {
    const Written cases[] = {
        {"75", "75"},
        {"30,0", "30.0"},
        {"30.0", "30.0"},
        {"3 036", "3036"},
        {"55\xC2\xA0"
         "101",
         "55101"},
        {"55\xE2\x80\xAF"
         "101",
         "55101"},
        {"-2,6", "-2.6"},
        {"\xE2\x88\x92"
         "2,6",
         "-2.6"},
        {"–2,6", "-2.6"},
        {"+5", "5"},
        {"- 3", "-3"},
        {"1.234.567", "1234567"},
        {"1,234.5", "1234.5"},
        {"1.234,5", "1234.5"},
        {"1 234 567,89", "1234567.89"},
        {"1'234", "1234"},
        {"2,750", "2.750"},
        {",5", "0.5"},
        {" 4 ", "4"},
        {"", ""},
        {"-", ""},
        {"1,2,3", ""},
        {"1,2.3,4", ""},
        {"12 34", ""},
        {"1 2345", ""},
        {"1234 567", ""},
        {"1.2 345", ""},
        {"5 %", ""},
        {"5,", ""},
        {"1234567890123456789", ""},
        {"0", "0"},
        {"1,234,56", ""},
    };
    for (const Written& each : cases) {
        auto number = parse_written_decimal(each.text);
        EXPECT_EQ(number ? number->str() : "", each.number) << each.text;
    }
}

TEST(WrittenNumber, stands_at_the_beginning_of_a_text) {
    EXPECT_EQ(leading_number("3 036 st")->length, 5u);
    EXPECT_EQ(leading_number("4. Nästa")->length, 1u);
    EXPECT_EQ(leading_number("2-4")->value, Decimal(2, 0));
    EXPECT_FALSE(leading_number("st 4"));
}

TEST(WrittenNumber, blanks_minus_signs_and_letters_have_one_form) {
    EXPECT_EQ(plain_blanks(" a\xC2\xA0 b\t"), "a b");
    EXPECT_EQ(plain_blanks("\xE2\x88\x92"
                           "1 \xE2\x80\x94 2"),
              "-1 – 2");
    EXPECT_EQ(plain_blanks("O\xCC\x88"
                           "ka"),
              "Öka");
    EXPECT_EQ(small_letters("ÖKA ÅR É ×"), "öka år é ×");
}

}  // namespace
}  // namespace styrkedja
