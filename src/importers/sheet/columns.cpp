// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/columns.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/nearest.h"
#include "domain/ledger/codes.h"
#include "domain/values/written_number.h"
#include "importers/sheet/values.h"

namespace styrkedja::sheet {
namespace {

struct Word {
    std::string_view word;
    Meaning meaning;
};
constexpr Word words[] = {
    {"month", Meaning::month},   {"year", Meaning::year},     {"date", Meaning::date},     {"amount", Meaning::amount},
    {"debit", Meaning::debit},   {"credit", Meaning::credit}, {"actual", Meaning::actual}, {"budget", Meaning::budget},
    {"opening", Meaning::opening}, {"series", Meaning::series}, {"number", Meaning::number}, {"text", Meaning::text},
    {"signature", Meaning::signature}, {"ignore", Meaning::ignore},
};

std::vector<std::string_view> all_words() {
    std::vector<std::string_view> all(ledger::roles.begin(), ledger::roles.end());
    for (const Word& word : words) all.push_back(word.word);
    return all;
}

// "Heading=meaning": the last = divides, for headings may have one.
bool cut_at_equals(std::string_view text, std::string_view& before, std::string_view& after) {
    const std::size_t equals = text.rfind('=');
    if (equals == text.npos) return false;
    const auto trimmed = [](std::string_view part) {
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        return part;
    };
    before = trimmed(text.substr(0, equals));
    after = trimmed(text.substr(equals + 1));
    return !before.empty() && !after.empty();
}

Place of(const LedgerProfile& profile, std::string_view field) {
    return Place{"", 0, 0, "", "ledger-profiles/" + profile.id.str(), std::string(field)};
}

}  // namespace

bool Layout::has(Meaning meaning) const {
    return std::any_of(columns.begin(), columns.end(), [&](const Wanted& each) { return each.meaning == meaning; });
}

std::optional<Wanted> parse_meaning(std::string_view heading, std::string_view meaning) {
    Wanted wanted;
    wanted.heading = heading;
    if (std::find(ledger::roles.begin(), ledger::roles.end(), meaning) != ledger::roles.end() || meaning.starts_with("free:")) {
        wanted.meaning = Meaning::role;
        wanted.role = meaning.starts_with("free:") ? meaning.substr(5) : meaning;
        return wanted.role.empty() ? std::nullopt : std::optional(wanted);
    }
    const std::size_t at = meaning.find('@');
    for (const Word& word : words) {
        if (word.word != meaning.substr(0, at)) continue;
        wanted.meaning = word.meaning;
        const bool monthly = word.meaning == Meaning::actual || word.meaning == Meaning::budget;
        if (at == meaning.npos) return word.meaning == Meaning::actual ? std::nullopt : std::optional(wanted);
        const auto month = monthly ? read_month(meaning.substr(at + 1)) : std::nullopt;
        if (!month || month->month == 0) return std::nullopt;
        wanted.month = month->month;
        wanted.year = month->year;
        return wanted;
    }
    return std::nullopt;
}

std::optional<Layout> layout_of(const LedgerProfile& profile, Problems& problems) {
    const std::size_t before = problems.errors();
    Layout layout;
    for (const std::string& column : profile.columns.list) {
        std::string_view heading, meaning;
        const bool cut = cut_at_equals(column, heading, meaning);
        if (const auto wanted = cut ? parse_meaning(heading, meaning) : std::nullopt) {
            layout.columns.push_back(*wanted);
            continue;
        }
        problems.add("profile_column_is_not_understood", Severity::error, of(profile, "columns"),
                     {{"column", column}, {"near", nearest(meaning.substr(0, meaning.find('@')), all_words())}});
    }
    for (const std::string& length : profile.lengths.list) {
        std::string_view role, digits;
        std::size_t number = 0;
        const bool cut = cut_at_equals(length, role, digits);
        if (cut) std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (role.starts_with("free:")) role.remove_prefix(5);
        if (number > 0 && number <= 40) layout.lengths.emplace(role, number);
        else problems.add("profile_length_is_not_understood", Severity::error, of(profile, "lengths"), {{"length", length}});
    }
    for (const std::string& word : profile.skip.list) layout.skip.push_back(small_letters(plain_blanks(word)));
    const auto is_account = [](const Wanted& each) { return each.meaning == Meaning::role && each.role == ledger::roles[0]; };
    if (problems.errors() == before && std::none_of(layout.columns.begin(), layout.columns.end(), is_account))
        problems.add("profile_has_no_account", Severity::error, of(profile, "columns"));
    const auto has = [&](Meaning meaning) { return layout.has(meaning); };
    const bool amounts = has(Meaning::amount) || has(Meaning::debit) || has(Meaning::credit) || has(Meaning::actual) ||
                         has(Meaning::budget) || has(Meaning::opening);
    if (problems.errors() == before && !amounts) problems.add("profile_has_no_amount", Severity::error, of(profile, "columns"));
    if (problems.errors() > before) return std::nullopt;
    return layout;
}

std::vector<HeadingNames> heading_names(std::span<const Field> fields, const std::vector<std::string>& above) {
    std::vector<HeadingNames> names(fields.size());
    std::string over;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i < above.size() && !above[i].empty()) over = above[i];
        names[i].own = heading_key(fields[i].text);
        if (!over.empty() && !names[i].own.empty()) names[i].with_above = over + " " + names[i].own;
    }
    return names;
}

namespace {

struct Match {
    std::vector<int> which;
    std::size_t needed = 0;
};

Match match(const std::vector<HeadingNames>& names, const Layout& layout, const std::vector<std::string>& keys) {
    Match match;
    match.which.assign(names.size(), -1);
    std::vector<bool> seen(keys.size());
    for (const bool with_above : {true, false}) {   // "Utfall Jan" before "Jan"
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string& name = with_above ? names[i].with_above : names[i].own;
            const auto found = std::find(keys.begin(), keys.end(), name);
            if (name.empty() || match.which[i] >= 0 || found == keys.end()) continue;
            const auto index = static_cast<std::size_t>(found - keys.begin());
            match.which[i] = static_cast<int>(index);
            if (!seen[index] && layout.columns[index].is_needed()) ++match.needed;
            seen[index] = true;
        }
    }
    return match;
}

void tell_missing(const Match& match, const RowSource& rows, const Layout& layout, const std::vector<HeadingNames>& names, Problems& problems) {
    std::vector<std::string_view> own;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (match.which[i] < 0 && !names[i].own.empty()) own.push_back(names[i].own);
    }
    for (std::size_t index = 0; index < layout.columns.size(); ++index) {
        const Wanted& wanted = layout.columns[index];
        const auto count = std::count(match.which.begin(), match.which.end(), static_cast<int>(index));
        if (count == 0 && wanted.is_needed()) {
            problems.add("sheet_column_is_missing", Severity::error, rows.place(0),
                         {{"heading", wanted.heading}, {"near", nearest(heading_key(wanted.heading), own)}});
        }
        if (count < 2 || wanted.meaning == Meaning::ignore) continue;
        const auto first = std::find(match.which.begin(), match.which.end(), static_cast<int>(index));
        const auto second = std::find(first + 1, match.which.end(), static_cast<int>(index));
        problems.add("heading_is_repeated", Severity::error, rows.place(static_cast<std::size_t>(second - match.which.begin())),
                     {{"heading", wanted.heading}, {"first", std::to_string(first - match.which.begin() + 1)}});
    }
}

void tell_not_read(const Match& match, const RowSource& rows, Problems& problems) {
    std::string headings;
    std::size_t first = 0;
    for (std::size_t i = rows.fields().size(); i-- > 0;) {
        if (match.which[i] >= 0 || rows.fields()[i].text.empty()) continue;
        headings = std::string(rows.fields()[i].text) + (headings.empty() ? "" : ", ") + headings;
        first = i;
    }
    if (!headings.empty()) problems.add("column_is_not_read", Severity::note, rows.place(first), {{"headings", headings}});
}

}  // namespace

std::optional<Found> find_headings(RowSource& rows, const Layout& layout, int heading, Problems& problems) {
    constexpr int most_rows = 100;
    std::vector<std::string> keys, above;
    std::size_t needed = 0;
    for (const Wanted& each : layout.columns) {
        keys.push_back(heading_key(each.heading));
        needed += each.is_needed() ? 1 : 0;
    }
    const std::size_t before = problems.errors();
    for (int i = 0; i < most_rows && rows.next(); ++i) {
        const auto names = heading_names(rows.fields(), above);
        const Match found = match(names, layout, keys);
        const bool is_it = heading > 0 ? rows.line() == static_cast<std::uint32_t>(heading) : found.needed * 2 >= needed && found.needed > 0;
        above.clear();
        for (const HeadingNames& name : names) above.push_back(name.own);
        if (!is_it) {
            if (heading > 0 && rows.line() > static_cast<std::uint32_t>(heading)) break;
            continue;
        }
        tell_missing(found, rows, layout, names, problems);
        tell_not_read(found, rows, problems);
        if (problems.errors() > before) return std::nullopt;
        return Found{found.which, rows.line()};
    }
    if (problems.errors() > before) return std::nullopt;
    std::string wanted;
    for (const Wanted& each : layout.columns) {
        if (each.is_needed()) wanted += (wanted.empty() ? "" : ", ") + each.heading;
    }
    problems.add("heading_row_is_not_found", Severity::error, rows.place(), {{"wanted", wanted}, {"row", heading > 0 ? std::to_string(heading) : ""}});
    return std::nullopt;
}

}  // namespace styrkedja::sheet
