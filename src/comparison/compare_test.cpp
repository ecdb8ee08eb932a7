// SPDX-License-Identifier: EUPL-1.2
#include "comparison/compare.h"

#include <gtest/gtest.h>

#include <random>

#include "comparison/read_document.h"
#include "comparison/words.h"
#include "document/names.h"
#include "writers/json/json.h"
#include "writers/sample_document.h"

namespace styrkedja::comparison {
namespace {

using namespace document;

// [-removed-] {+added+}
std::string marked(const Inlines& text) {
    std::string out;
    for (const Inline& part : text) {
        const Change change = change_of(part);
        const std::string words = std::holds_alternative<NoteRef>(part) ? "*" : plain_text({part});
        out += change == Change::none ? words : change == Change::added ? "{+" + words + "+}" : "[-" + words + "-]";
    }
    return out;
}

Inlines said(const std::string& text) { return {Text{text}}; }

std::string words_of(const std::string& older, const std::string& newer) {
    return marked(mark_words(said(older), said(newer)));
}

TEST(Compare, texts_word_by_word) {
    EXPECT_EQ(words_of("Utfallet blev 5,9 procent.", "Utfallet blev 6,1 procent."),
              "Utfallet blev [-5,9-]{+6,1+} procent.");
    EXPECT_EQ(words_of("Allt är gott.", "Allt är gott."), "Allt är gott.");
    EXPECT_EQ(words_of("", "Nytt."), "{+Nytt.+}");
    EXPECT_EQ(words_of("Gammalt.", ""), "[-Gammalt.-]");
    EXPECT_EQ(words_of("En mening", "En mening."), "En mening{+.+}");
    EXPECT_EQ(words_of("ett två tre fyra", "ett fem sex fyra"), "ett [-två tre-]{+fem sex+} fyra");
}

TEST(Compare, a_figure_is_one_word_and_a_note_is_none) {
    const Inlines older{Text{"Kostade "}, Quote{sample::figure("9,9", "9.9", "Utfall")}, NoteRef{0}, Text{" i år"}};
    const Inlines newer{Text{"Kostade "}, Quote{sample::figure("10,1", "10.1", "Utfall")}, NoteRef{1}, Text{" i år"}};
    EXPECT_EQ(marked(mark_words(older, newer)), "Kostade [-9,9-]{+10,1+}* i år");
    EXPECT_EQ(marked(mark_words(newer, newer)), "Kostade 10,1* i år");
    EXPECT_EQ(marked(mark_words({Text{"Kostade 10,1 i år"}}, newer)), "Kostade 10,1* i år")
        << "a figure that is quoted now and was typed before reads the same";
}

// What is marked, without what was added or without what was removed, is the older and the newer text.
TEST(Compare, both_versions_can_be_read_out_of_a_marked_text) {
    std::mt19937 random(7);
    const char* vocabulary[] = {"mål", "når", "inte", "året", "5,9", "kostar", "mer", "än", "budget", "."};
    auto sentence = [&] {
        std::string text;
        for (auto n = random() % 12; n > 0; --n) text += std::string(vocabulary[random() % 10]) + (n > 1 ? " " : "");
        return text;
    };
    for (int round = 0; round < 500; ++round) {
        const std::string older = sentence();
        const std::string newer = sentence();
        std::string was;
        std::string is;
        for (const Inline& part : mark_words(said(older), said(newer))) {
            const std::string words = plain_text({part});
            if (change_of(part) != Change::added) was += words;
            if (change_of(part) != Change::removed) is += words;
        }
        EXPECT_EQ(was, older);
        EXPECT_EQ(is, newer);
    }
}

// The list of changes as text: section | place | before | now.
std::string list_of(const Document& compared) {
    std::string out;
    const Section& last = compared.sections.back();
    EXPECT_EQ(last.id, "changes");
    if (const auto* text = std::get_if<Paragraph>(&last.blocks[0])) return plain_text(text->inlines);
    std::string chapter;
    for (const Row& row : compared.tables[std::get<TableBlock>(last.blocks[0]).table].rows) {
        if (row.kind == RowKind::group) {
            chapter = plain_text(row.label);
            continue;
        }
        out += chapter + " | " + plain_text(row.label);
        for (const Cell& cell : row.cells) out += " | " + (cell.paragraphs.empty() ? "" : marked(cell.paragraphs[0]));
        out += "\n";
    }
    return out;
}

Document little() {
    Document made;
    made.id = "vb";
    made.municipality = "exempelby";
    made.title = "Verksamhetsberättelse";
    made.state_text = "Utkast 0.8 · inte beslutad";
    Table table;
    table.id = "drift";
    table.number = 1;
    table.caption = "Drift";
    table.columns.resize(2);
    table.columns[0].id = "budget";
    table.columns[0].label = "Budget";
    table.columns[1].id = "utfall";
    table.columns[1].label = "Utfall";
    for (const char* id : {"kansli", "skola"}) {
        Row row;
        row.id = id;
        row.label = said(id);
        row.cells = {sample::number("10,0", "10"), sample::number("9,5", "9.5")};
        table.rows.push_back(row);
    }
    made.tables = {table};
    Section economy;
    economy.id = "ekonomi";
    economy.number = "1";
    economy.heading = "Ekonomi";
    economy.blocks = {Paragraph{said("Året gick bra.")}, TableBlock{0}, Paragraph{said("Vakanser förklarar överskottet.")}};
    Section staff;
    staff.id = "personal";
    staff.number = "2";
    staff.heading = "Personal";
    staff.mark = sample::mark(MarkShape::met, "Helt");
    staff.blocks = {Paragraph{said("Sjukfrånvaron minskar.")}};
    made.sections = {economy, staff};
    return made;
}

TEST(Compare, nothing_changed_is_said) {
    EXPECT_EQ(list_of(compare(little(), little())),
              "Ingenting skiljer det här dokumentet från den tidigare versionen.");
}

TEST(Compare, cells_rows_columns_texts_marks_and_sections) {
    Document newer = little();
    Table& table = newer.tables[0];
    table.rows[0].cells[1] = sample::number("9,7", "9.7");
    table.rows[1].id = "fritid";
    table.rows[1].label = said("fritid");
    newer.sections[0].blocks[0] = Paragraph{said("Året gick mycket bra.")};
    newer.sections[1].mark = sample::mark(MarkShape::partly, "Delvis");
    newer.sections.push_back(newer.sections[1]);
    newer.sections.back().id = "miljo";
    newer.sections.back().number = "3";
    newer.sections.back().heading = "Miljö";
    const Document compared = compare(little(), newer);
    EXPECT_EQ(list_of(compared),
              "1 Ekonomi | Text |  | Året gick mycket bra.\n"
              "1 Ekonomi | Tabell\u00a01 Drift · kansli · Utfall | 9,5 | 9,7\n"
              "1 Ekonomi | Ny rad · Tabell\u00a01 Drift |  | fritid\n"
              "1 Ekonomi | Rad borttagen · Tabell\u00a01 Drift | skola | \n"
              "2 Personal | Bedömning | Helt | Delvis\n"
              "3 Miljö | Nytt avsnitt |  | 3 Miljö\n");
    const Table& marked_table = compared.tables[0];
    ASSERT_EQ(marked_table.rows.size(), 3U);
    EXPECT_EQ(plain_text(*marked_table.rows[0].cells[1].before), "9,5");
    EXPECT_EQ(marked_table.rows[1].change, Change::removed);
    EXPECT_EQ(marked_table.rows[2].change, Change::added);
    EXPECT_EQ(compared.sections[1].mark_before->label, "Helt");
    EXPECT_EQ(compared.sections[2].change, Change::added);
}

TEST(Compare, what_is_gone_stands_struck_where_it_stood) {
    Document newer = little();
    newer.sections.erase(newer.sections.begin());
    newer.tables.clear();
    const Document compared = compare(little(), newer);
    ASSERT_EQ(compared.sections.size(), 3U);
    EXPECT_EQ(compared.sections[0].change, Change::removed);
    EXPECT_EQ(marked(std::get<Paragraph>(compared.sections[0].blocks[0]).inlines), "[-Året gick bra.-]");
    ASSERT_TRUE(std::holds_alternative<TableBlock>(compared.sections[0].blocks[1]));
    const Table& table = compared.tables[std::get<TableBlock>(compared.sections[0].blocks[1]).table];
    EXPECT_EQ(table.rows[0].change, Change::removed);
    EXPECT_EQ(list_of(compared), "1 Ekonomi | Avsnitt borttaget | 1 Ekonomi | \n");
}

TEST(Compare, a_section_that_moved_is_no_change_of_its_text) {
    Document newer = little();
    std::swap(newer.sections[0], newer.sections[1]);
    Section inner = newer.sections[0];
    newer.sections.erase(newer.sections.begin());
    newer.sections[0].sections = {inner};
    EXPECT_EQ(list_of(compare(little(), newer)), "Ingenting skiljer det här dokumentet från den tidigare versionen.");
}

TEST(Compare, the_sample_read_back_from_its_json_is_the_same_document) {
    const Document sample = sample::sample_document();
    Problems problems;
    const auto read = read_document(write_json(sample), "old.json", problems);
    ASSERT_TRUE(read);
    EXPECT_EQ(list_of(compare(*read, sample)), "Ingenting skiljer det här dokumentet från den tidigare versionen.");
}

TEST(Compare, what_is_no_document_is_told_with_its_place) {
    auto code = [](const char* bytes) {
        Problems problems;
        EXPECT_FALSE(read_document(bytes, "old.json", problems));
        const Problem& problem = problems.list().at(0);
        return std::string(problem.code) + " " + std::to_string(problem.place.line) + ":" +
               std::to_string(problem.place.column);
    };
    EXPECT_EQ(code("{\"format\":1,\n\"sections\":[}"), "compared_file_is_not_json 2:13");
    EXPECT_EQ(code(""), "compared_file_is_not_json 1:1");
    EXPECT_EQ(code("[1,2]"), "compared_file_is_no_document 1:1");
    EXPECT_EQ(code("{\"format\":2,\"sections\":[],\"tables\":[]}"), "compared_file_is_too_new 1:1");
}

TEST(Compare, hostile_json_is_read_or_refused_but_never_more) {
    const std::string good = write_json(sample::sample_document());
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        std::string bytes = good;
        for (int changes = 0; changes < 3; ++changes) {
            const std::size_t at = random() % bytes.size();
            if (random() % 2) bytes[at] = "[]{}\",:0n\\"[random() % 10];
            else bytes.erase(at, random() % 40);
        }
        Problems problems;
        if (const auto read = read_document(bytes, "old.json", problems)) compare(*read, sample::sample_document());
    }
    std::string deep = "{\"format\":1,\"tables\":[],\"sections\":";
    for (int i = 0; i < 20000; ++i) deep += "[{\"id\":\"a\",\"sections\":";
    Problems problems;
    EXPECT_FALSE(read_document(deep, "old.json", problems));
}

}  // namespace
}  // namespace styrkedja::comparison
