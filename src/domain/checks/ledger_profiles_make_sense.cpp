// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "base/nearest.h"
#include "domain/checks/checks.h"
#include "domain/economy/description.h"
#include "domain/economy/version_facts.h"
#include "domain/ledger/codes.h"

// What a profile says of code parts and columns, before any file is read by it.
namespace styrkedja::checks {
namespace {

// What a sheet's column may be beside a code (docs/handbok/ekonomi.md); those of a month are written actual@03.
constexpr std::string_view column_words[] = {"month", "year",    "date",   "amount", "debit", "credit",    "actual",
                                             "budget", "opening", "series", "number", "text",  "signature", "ignore"};

struct Said {
    std::string_view what, is;
};
// "6=project": the last = divides, for headings may have one.
std::optional<Said> cut(std::string_view text) {
    const std::size_t equals = text.rfind('=');
    if (equals == text.npos) return std::nullopt;
    auto trimmed = [](std::string_view part) {
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        return part;
    };
    const Said said{trimmed(text.substr(0, equals)), trimmed(text.substr(equals + 1))};
    return said.what.empty() || said.is.empty() ? std::nullopt : std::optional(said);
}

bool is_free(std::string_view role) { return role.starts_with("free:") && role.size() > 5; }
bool is_role(std::string_view role) { return std::find(ledger::roles.begin(), ledger::roles.end(), role) != ledger::roles.end(); }

bool is_column_word(std::string_view is) {
    const std::string_view word = is.substr(0, is.find('@'));
    const bool has_month = word.size() < is.size(), may_have = word == "actual" || word == "budget";
    if (std::find(std::begin(column_words), std::end(column_words), word) == std::end(column_words)) return false;
    return has_month ? may_have && is.size() > word.size() + 1 : word != "actual";   // of which month?
}

class OfProfile {
  public:
    OfProfile(const State& state, const LedgerProfile& profile, Problems& problems) : state_(state), profile_(profile), problems_(problems) {}

    void dimensions() {
        std::set<std::string_view> met, parts;
        for (const std::string& each : profile_.dimensions.list) {
            const auto said = cut(each);
            const bool is_known = said && (is_free(said->is) || (is_role(said->is) && said->is != "account"));   // no dimension is the account
            if (!is_known) {
                tell("profile_dimension_is_not_understood", "dimensions",
                     {{"dimension", each}, {"near", said ? nearest(said->is, ledger::roles) : std::string()}});
                continue;
            }
            if (!met.insert(said->is).second) repeated("dimensions", said->is);
            if (!parts.insert(said->what).second) repeated("dimensions", said->what);
        }
    }

    void columns() {
        std::vector<std::string_view> words(std::begin(column_words), std::end(column_words));
        words.insert(words.end(), ledger::roles.begin(), ledger::roles.end());
        std::set<std::string_view> met;
        for (const std::string& each : profile_.columns.list) {
            const auto said = cut(each);
            if (!said || (!is_free(said->is) && !is_role(said->is) && !is_column_word(said->is))) {
                tell("profile_column_is_not_understood", "columns",
                     {{"column", each}, {"near", said ? nearest(said->is.substr(0, said->is.find('@')), words) : std::string()}});
            } else if (said->is != "ignore" && said->is != "text" && !met.insert(said->is).second) {
                repeated("columns", said->is);
            }
        }
    }

    void lengths() {
        constexpr int most = 40;
        std::set<std::string_view> met;
        for (const std::string& each : profile_.lengths.list) {
            const auto said = cut(each);
            int digits = 0;
            const char* end = said ? said->is.data() + said->is.size() : nullptr;
            const bool is_number = said && std::from_chars(said->is.data(), end, digits).ptr == end && digits > 0 && digits <= most;
            if (!is_number || (!is_role(said->what) && !is_free(said->what))) tell("profile_length_is_not_understood", "lengths", {{"length", each}});
            else if (!met.insert(said->what).second) repeated("lengths", said->what);
        }
    }

    // What is made of another version is never booked: it would be made and taken in.
    void versions() {
        made(profile_.outcome, "outcome");
        made(profile_.budget, "budget");
    }

  private:
    using Args = std::vector<std::pair<std::string_view, std::string>>;
    void tell(std::string_view code, std::string_view field, Args args) {
        problems_.add(code, Severity::error, place_of(profile_, field), std::move(args));
    }
    void repeated(std::string_view field, std::string_view what) { tell("profile_says_it_twice", field, {{"what", std::string(what)}}); }
    void made(const Ref<FigureVersion>& ref, std::string_view field) {
        const FigureVersion* version = state_.versions.find(ref.str());
        if (version && is_made(*version)) tell("profile_version_is_made", field, {{"version", ref.str()}, {"of", version->of.str()}});
    }

    const State& state_;
    const LedgerProfile& profile_;
    Problems& problems_;
};

}  // namespace

void ledger_profiles_make_sense(const State& state, const State& looked, Problems& problems) {
    for (const LedgerProfile& each : looked.ledger_profiles) {
        OfProfile profile(state, each, problems);
        profile.dimensions();
        profile.columns();
        profile.lengths();
        profile.versions();
    }
}

}  // namespace styrkedja::checks
