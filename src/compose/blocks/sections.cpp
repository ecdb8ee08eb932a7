// SPDX-License-Identifier: EUPL-1.2
#include "compose/making.h"
#include "domain/process/description.h"
#include "locale/typography.h"
#include "reports/table.h"

// Sections, and the blocks that are themselves the content of one: texts, tables, contents, facts, lists.
namespace styrkedja::composing {

using namespace document;

namespace {

// Words as an id: "Mål och budget" -> "mal-och-budget".
std::string slug(std::string_view words) {
    constexpr std::pair<std::string_view, char> letters[] = {{"å", 'a'}, {"ä", 'a'}, {"ö", 'o'}, {"é", 'e'},
                                                             {"Å", 'a'}, {"Ä", 'a'}, {"Ö", 'o'}, {"É", 'e'}};
    std::string id;
    for (std::size_t at = 0; at < words.size();) {
        char c = words[at];
        std::size_t length = 1;
        for (const auto& [letter, plain] : letters) {
            if (words.substr(at).starts_with(letter)) c = plain, length = letter.size();
        }
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) id += c;
        else if (!id.empty() && id.back() != '-') id += '-';
        at += length;
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id.empty() ? "avsnitt" : id;
}

// "{number}. {name}": the number stands in the margin, with the stop that follows it.
struct Heading {
    std::string_view number, words;
};
Heading cut_number(std::string_view pattern) {
    constexpr std::string_view number = "{number}";
    if (!pattern.starts_with(number)) return {{}, pattern};
    std::size_t end = number.size();
    while (end < pattern.size() && (pattern[end] == '.' || pattern[end] == ':' || pattern[end] == ')')) ++end;
    if (end >= pattern.size() || pattern[end] != ' ') return {{}, pattern};
    std::size_t words = pattern.find_first_not_of(' ', end);
    if (words == std::string_view::npos) return {{}, pattern};
    return {pattern.substr(0, end), pattern.substr(words)};
}

using Maker = void (*)(Making&, const BlockAt&, Filling&);

// In the order of BlockKind.
constexpr Maker makers[] = {make_section,   make_text,       make_table,      make_contents, make_memo,
                            make_goals,     make_goal_text,  make_assessment, make_things,   make_thing_text,
                            make_unit_texts, make_statements, make_appendices, make_risk_matrix, make_facts, make_list,
                            make_chart};

// Blocks that make sections of their own out of their heading.
bool heads_itself(BlockKind kind) {
    return kind == BlockKind::section || kind == BlockKind::goals || kind == BlockKind::things || kind == BlockKind::memo;
}

}  // namespace

Section begin_section(Making& making, const BlockAt& at, const Section& above, const std::string& own,
                      std::string_view default_heading) {
    const BlockSpec& spec = at.spec;
    Section section;
    Heading heading = cut_number(spec.heading.empty() ? default_heading : std::string_view(spec.heading));
    section.heading = making.fill_in(heading.words, at, "heading");
    section.number = spec.number.empty() ? making.fill_in(heading.number, at, "heading")
                                         : making.fill_in(spec.number, at, "number");
    section.level = spec.level > 0 ? spec.level : above.level + 1;
    section.appendix = spec.appendix;
    std::string id = own;
    if (id.empty()) {
        id = spec.id.empty() ? slug(section.heading) : spec.id.str();
        // What is made once for each thing is named after the thing's section.
        bool repeated = static_cast<bool>(at.hand.thing);
        if (!above.id.empty() && (repeated || spec.id.empty())) id = above.id + "." + id;
    } else if (!spec.id.empty()) {
        id = spec.id.str() + "." + id;
    }
    section.id = making.unique_id(id);
    return section;
}

void make_blocks(Making& making, const std::vector<BlockSpec>& specs, const Hand& hand, const std::string& path,
                 Filling& into) {
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const BlockSpec& spec = specs[i];
        BlockAt at{spec, hand, path + "." + (spec.id.empty() ? std::to_string(i) : spec.id.str())};
        Maker make = makers[static_cast<std::size_t>(spec.block)];
        if (spec.heading.empty() || heads_itself(spec.block)) {
            make(making, at, into);
            continue;
        }
        Filling filling(begin_section(making, at, into.section(), ""));
        make(making, at, filling);
        if (!spec.skip_empty || has_content(filling.section())) into.add(filling.take());
    }
}

void make_section(Making& making, const BlockAt& at, Filling& into) {
    Filling filling(begin_section(making, at, into.section(), ""));
    make_blocks(making, at.spec.blocks, at.hand, at.path + ".blocks", filling);
    if (!at.spec.skip_empty || has_content(filling.section())) into.add(filling.take());
}

void make_text(Making& making, const BlockAt& at, Filling& into) {
    if (!at.spec.label.empty()) into.add(SubHeading{making.fill_in(at.spec.label, at, "label")}, making);
    making.add_text(into, at.spec.text, making.template_place(at, "text"), at.hand);
}

void make_table(Making& making, const BlockAt& at, Filling& into) {
    const TableSpec* spec = nullptr;
    reports::NearestName near(at.spec.table.str());
    if (making.context.uses) {
        for (const TableSpec& each : making.context.uses->tables) {
            near.offer(each.id.str());
            if (each.id == at.spec.table) spec = &each;
        }
    }
    if (!spec) {
        making.problem("template_table_does_not_exist", Severity::error, making.template_place(at, "table"),
                       {{"table", at.spec.table.str()}, {"near", near.str()}});
        return;
    }
    making.goal_of_table = at.hand.goal;
    std::optional<document::Table> table = reports::build_table(making.context, *spec, at.hand.goal, making.problems);
    making.goal_of_table = {};
    if (!table) return;
    table->id = making.unique_table_id(table->id);
    if (spec->numbered) table->number = ++making.numbered_tables;
    making.paper.tables.push_back(std::move(*table));
    into.add(TableBlock{making.paper.tables.size() - 1}, making);
}

void make_contents(Making& making, const BlockAt& at, Filling& into) {
    into.add(Contents{at.spec.level > 0 ? at.spec.level : 2}, making);
}

void make_facts(Making& making, const BlockAt& at, Filling& into) {
    Facts facts;
    for (std::size_t i = 0; i < at.spec.points.size(); ++i) {
        const std::string& point = at.spec.points[i];
        std::size_t colon = point.find(": ");
        std::string label = colon == std::string::npos ? std::string() : point.substr(0, colon);
        Prose text{colon == std::string::npos ? point : point.substr(colon + 2)};
        facts.pairs.emplace_back(typographic(label), making.later_line(text, making.template_place(at, "points"), at.hand));
    }
    if (!facts.pairs.empty()) into.add(std::move(facts), making);
}

void make_list(Making& making, const BlockAt& at, Filling& into) {
    List list;
    for (const std::string& point : at.spec.points) {
        std::vector<Inlines> item = making.later(Prose{point}, making.template_place(at, "points"), at.hand);
        if (!item.empty()) list.items.push_back(std::move(item));
    }
    if (!list.items.empty()) into.add(std::move(list), making);
}

}  // namespace styrkedja::composing
