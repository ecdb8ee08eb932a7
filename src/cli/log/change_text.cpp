// SPDX-License-Identifier: EUPL-1.2
#include "cli/log/change_text.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "comparison/words.h"
#include "document/names.h"
#include "domain/state/stored.h"
#include "locale/number.h"

namespace styrkedja::cli {
namespace {

using What = ThingChange::What;

constexpr std::size_t short_text = 80;         // characters: up to there a value is shown whole
constexpr std::size_t most_things = 12;        // of one kind and sort; the rest is counted
constexpr std::size_t most_named = 60;         // new or gone in all: with more, kinds are counted and nothing is named
constexpr std::size_t width = 100;             // of running text
constexpr std::string_view red = "\033[31;9m", green = "\033[32;4m", bold = "\033[1m", plain = "\033[0m";

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// On one line, and nothing that steers a terminal.
std::string tamed(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_character(text, at);
        if (c == '\n') out += " ¶ ";
        else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) out += ' ';
        else append_character(out, c);
    }
    return out;
}

// What stands between, without its middle: its length is told.
std::string shortened(const std::string& text, Language language) {
    const std::size_t length = characters(text);
    if (length <= 2 * short_text) return text;
    std::size_t end = 0;
    for (std::size_t shown = 0; end < text.size() && (shown < short_text || text[end] != ' '); next_character(text, end)) ++shown;
    const std::size_t rest = characters(std::string_view(text).substr(end));
    return text.substr(0, end) + (language == Language::sv ? " … (" + count_text(rest) + " tecken till)"
                                                           : " … (" + count_text(rest) + " more characters)");
}

document::Inlines inlines(const std::string& text) { return {document::Text{text}}; }

std::string first_characters(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    while (end < text.size() && count-- > 0) next_character(text, end);
    return std::string(text.substr(0, end));
}

std::string last_characters(std::string_view text, std::size_t count) {
    std::size_t begin = text.size();
    while (begin > 0 && count > 0) {
        --begin;
        if ((text[begin] & 0xC0) != 0x80) --count;
    }
    return std::string(text.substr(begin));
}

// What stays between two changes, without its middle where that is long.
std::string between(const std::string& words, bool is_first, bool is_last) {
    const std::size_t kept = (is_first ? 0 : short_text / 2) + (is_last ? 0 : short_text / 2);
    if (characters(words) <= kept + 3) return words;
    return (is_first ? "" : first_characters(words, short_text / 2)) + "…" + (is_last ? "" : last_characters(words, short_text / 2));
}

// One text with what is gone and what has come marked where they stand.
std::string marked(const document::Inlines& text, bool whole) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const document::Change change = document::change_of(text[i]);
        const auto& words = std::get<document::Text>(text[i]).text;
        if (change == document::Change::none) {
            out += whole ? words : between(words, i == 0, i + 1 == text.size());
            continue;
        }
        out += std::string(change == document::Change::added ? green : red) + words + std::string(plain);
        const bool meets_other = i + 1 < text.size() && document::change_of(text[i + 1]) != document::Change::none;
        if (meets_other && !words.ends_with(' ')) out += ' ';
    }
    return out;
}

std::string quoted_name(const std::string& name) {
    std::string text = tamed(name);
    if (characters(text) > short_text) {
        text = first_characters(text, short_text) + "…";
    }
    return text.empty() ? "" : " ”" + text + "”";
}

using Things = std::vector<const ThingChange*>;
using ByKind = std::vector<std::pair<const Kind*, Things>>;

ByKind by_kind(std::span<const ThingChange> changes) {
    ByKind groups;
    for (const ThingChange& each : changes) {
        auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.first == each.kind; });
        if (found == groups.end()) found = groups.insert(groups.end(), {each.kind, {}});
        found->second.push_back(&each);
    }
    return groups;
}

class Writer {
  public:
    Writer(const State& after, const ChangeStyle& style) : after_(after), style_(style) {}

    // "Nya: enheter (23), mål (39) …": where they are too many to be named. Those are taken out of the groups.
    void counted(ByKind& groups, What what, std::string_view word) {
        std::size_t count = 0;
        auto is_one = [&](const ThingChange* each) { return each->what == what; };
        for (const auto& [kind, things] : groups) count += static_cast<std::size_t>(std::count_if(things.begin(), things.end(), is_one));
        if (count <= most_named || style_.full) return;
        std::string text = std::string(word) + ":";
        std::size_t length = characters(text);
        for (auto& [kind, things] : groups) {
            const auto of_kind = static_cast<std::size_t>(std::erase_if(things, is_one));
            if (of_kind == 0) continue;
            const std::string part = " " + kind_word(*kind, style_.language) + " (" + count_text(of_kind) + "),";
            if (length + characters(part) > width) {
                text += "\n" + style_.indent + " ";
                length = 1;
            }
            text += part;
            length += characters(part);
        }
        text.back() = '.';
        line(0, text);
    }

    void kind(const Things& things) {
        const Kind& kind = *things.front()->kind;
        line(0, styled(bold, kind_word(kind, style_.language)));
        for (const What what : {What::created, What::changed, What::ended}) {
            std::size_t shown = 0, left = 0, moved = 0;
            for (const ThingChange* each : things) {
                if (each->what != what) continue;
                if (each->is_only_order() && !style_.full) ++moved;
                else if (shown == most_things && !style_.full) ++left;
                else ++shown, thing(*each);
            }
            if (left > 0) rest(what, left);
            if (moved > 0) line(1, sv() ? "annan plats i ordningen: " + count_text(moved) : "another place in the order: " + count_text(moved));
        }
    }

    std::string take() { return std::move(out_); }

  private:
    bool sv() const { return style_.language == Language::sv; }

    void line(int depth, const std::string& text) { out_ += style_.indent + std::string(static_cast<std::size_t>(depth) * 2, ' ') + text + "\n"; }

    std::string styled(std::string_view style, const std::string& text) const {
        return style_.colours ? std::string(style) + text + std::string(plain) : text;
    }

    void thing(const ThingChange& change) {
        if (change.kind == &head_kind()) {
            for (const FieldChange& each : change.fields) field(change, each);
            return;
        }
        const std::string_view sign = change.what == What::created ? "+ " : change.what == What::ended ? "− " : "  ";
        line(1, std::string(sign) + styled(bold, change.id) + quoted_name(change.name));
        if (change.what == What::created && !style_.full && !style_.fields_of_new) return;
        for (const FieldChange& each : change.fields) field(change, each);
    }

    void rest(What what, std::size_t count) {
        const std::string number = count_text(count);
        if (what == What::created) line(1, sv() ? "+ och " + number + " nya till" : "+ and " + number + " more new ones");
        else if (what == What::ended) line(1, sv() ? "− och " + number + " borttagna till" : "− and " + number + " more removed");
        else line(1, sv() ? "  och " + number + " ändrade till" : "  and " + number + " more changed");
    }

    void field(const ThingChange& thing, const FieldChange& change) {
        const std::string head = field_word(*change.field, style_.language) + ": ";
        const std::string before = value(change, change.before), after = value(change, change.after);
        if (thing.what == What::created) return line(3, head + shown(after));
        if (before.empty()) return line(3, head + (sv() ? "(tomt) → " : "(empty) → ") + come(shown(after)));
        if (after.empty()) return line(3, head + gone(shown(before)) + (sv() ? " → (tomt)" : " → (empty)"));
        const bool is_short = characters(before) + characters(after) <= short_text;
        if (is_short) return line(3, head + gone(before) + " → " + come(after));
        if (style_.colours) return line(3, head + words(before, after));
        const Differing parts = style_.full ? Differing{before, after} : differing(before, after);
        line(3, head + shown(parts.before));
        line(4, "→ " + shown(parts.after));
    }

    std::string gone(const std::string& text) const { return styled(red, text); }
    std::string come(const std::string& text) const { return styled(green, text); }
    std::string shown(const std::string& text) const { return style_.full ? text : shortened(text, style_.language); }

    std::string words(const std::string& before, const std::string& after) const {
        return marked(comparison::mark_words(inlines(before), inlines(after)), style_.full);
    }

    // A number as in Swedish print, an id with the name of what it names; the rest as it is in a pack.
    std::string value(const FieldChange& change, const std::string& text) const {
        if (text.empty() || text == erased_text) return text;
        if (change.field->type->what == std::string_view("number")) {
            const ParsedNumber number = parse_number(text);
            if (number.kind == NumberKind::number) return format_number(number.value);
        }
        if (change.field->type->each_ref && text.find(' ') == text.npos) {
            const Found found = find_anything(after_, text);
            const std::string name = found.thing ? name_of_thing(after_, *found.kind, text) : "";
            if (!name.empty()) return text + quoted_name(name);
        }
        return tamed(text);
    }

    const State& after_;
    const ChangeStyle& style_;
    std::string out_;
};

}  // namespace

std::string count_text(std::size_t count) { return format_number(Decimal(static_cast<std::int64_t>(count), 0)); }

Differing differing(const std::string& before, const std::string& after) {
    const document::Inlines both = comparison::mark_words(inlines(before), inlines(after));
    Differing parts{document::plain_text(comparison::excerpt(both, document::Change::removed)),
                    document::plain_text(comparison::excerpt(both, document::Change::added))};
    for (std::string* each : {&parts.before, &parts.after}) {
        while (each->ends_with(' ')) each->pop_back();
    }
    if (parts.before.empty()) parts.before = "…";   // words came in between: nothing is gone
    if (parts.after.empty()) parts.after = "…";
    return parts;
}

std::string changes_text(const State& after, std::span<const ThingChange> changes, const ChangeStyle& style) {
    ByKind groups = by_kind(changes);
    Writer writer(after, style);
    const bool sv = style.language == Language::sv;
    writer.counted(groups, What::created, sv ? "Nya" : "New");
    writer.counted(groups, What::ended, sv ? "Borttagna" : "Removed");
    for (const auto& [kind, things] : groups) {
        if (!things.empty()) writer.kind(things);
    }
    return writer.take();
}

std::string counts_of_changes(std::span<const ThingChange> changes, Language language) {
    std::size_t created = 0, changed = 0, ended = 0, moved = 0;
    for (const ThingChange& each : changes) {
        ++(each.what == What::created ? created : each.what == What::ended ? ended : each.is_only_order() ? moved : changed);
    }
    const bool sv = language == Language::sv;
    std::string text;
    auto part = [&](std::size_t count, std::string_view one, std::string_view many, std::string_view en) {
        if (count == 0) return;
        text += (text.empty() ? "" : ", ") + count_text(count) + " " + std::string(!sv ? en : count == 1 ? one : many);
    };
    part(created, "ny", "nya", "new");
    part(changed, "ändrad", "ändrade", "changed");
    part(ended, "borttagen", "borttagna", "removed");
    part(moved, "med annan plats i ordningen", "med annan plats i ordningen", "in another place");
    return text;
}

}  // namespace styrkedja::cli
