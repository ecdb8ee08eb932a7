// SPDX-License-Identifier: EUPL-1.2
#include "writers/pdf/pdf.h"

#include <unordered_set>

#include "base/utf8.h"
#include "writers/html/colour.h"
#include "writers/pdf/finish.h"
#include "writers/pdf/paper.h"

namespace styrkedja {

using namespace document;
using namespace pdf;

namespace pdf {

namespace {

std::string joined(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() ? a + b : a + " · " + b;
}

Furniture furniture_of(const Document& document) {
    Furniture made;
    made.head_left = joined(document.municipality_name, document.unit_name);
    made.head_right = document.kind.empty() ? document.title : document.kind;
    made.foot_left = document.diary_number;
    made.foot_middle = document.state_text;
    made.draft = document.state < State::decided;
    return made;
}

Ink ink(html::Colour colour) { return {colour.red, colour.green, colour.blue}; }

// Cells that some text quotes, and that exist.
class QuotedCells {
  public:
    explicit QuotedCells(const Document& document) : document_(document) {
        all(document.lead);
        for (const auto& [label, text] : document.facts) all(text);
        for (const Inlines& note : document.notes) all(note);
        for (const Section& each : document.sections) section(each);
        for (const Table& table : document.tables) cells(table);
    }
    std::set<std::string> found() const {
        std::set<std::string> list;
        for (const Table& table : document_.tables) {
            for (const Row& row : table.rows) {
                for (const Column& column : table.columns) {
                    std::string address = table.id + "/" + row.id + "/" + column.id;
                    if (wanted_.contains(address)) list.insert(std::move(address));
                }
            }
        }
        return list;
    }
    void operator()(const Paragraph& block) { all(block.inlines); }
    void operator()(const List& block) {
        for (const auto& item : block.items) each(item);
    }
    void operator()(const AssessmentBlock& block) { all(block.motivation); }
    void operator()(const Facts& block) {
        for (const auto& [label, text] : block.pairs) all(text);
    }
    void operator()(const Decisions& block) { each(block.points); }
    void operator()(const Statement& block) { each(block.paragraphs); }
    template <class Other>
    void operator()(const Other&) {}

  private:
    void section(const Section& of) {
        for (const Block& block : of.blocks) std::visit(*this, block);
        for (const Section& inner : of.sections) section(inner);
    }
    void cells(const Table& table) {
        for (const Row& row : table.rows) {
            all(row.label);
            each(row.detail);
            for (const Cell& cell : row.cells) each(cell.paragraphs);
        }
        for (const TableNote& note : table.notes) all(note.text);
    }
    void each(const std::vector<Inlines>& list) {
        for (const Inlines& inlines : list) all(inlines);
    }
    void all(const Inlines& inlines) {
        for (const Inline& part : inlines) {
            if (const auto* quote = std::get_if<Quote>(&part)) wanted_.insert(quote->figure.target);
        }
    }
    const Document& document_;
    std::unordered_set<std::string> wanted_;
};

void tell_missing(const Paper& paper, Problems& problems) {
    for (const char32_t c : paper.fonts.missing()) {
        constexpr char digits[] = "0123456789ABCDEF";
        std::string code;
        for (int shift = 20; shift >= 0; shift -= 4) {
            if (shift < 16 || !code.empty() || ((c >> shift) & 15) != 0) code += digits[(c >> shift) & 15];
        }
        std::string shown;
        if (c >= 0x20 && !(c >= 0x7F && c < 0xA0)) append_character(shown, c);
        Place place;
        place.entity = paper.document.id;
        problems.add("character_is_in_no_font", Severity::warning, std::move(place), {{"code", "U+" + code}, {"character", shown}});
    }
}

}  // namespace

Paper::Paper(const Document& document_of, Problems& problems_of, bool with_contents_of)
    : document(document_of), problems(problems_of), with_contents(with_contents_of),
      painter(fonts, tags, file, links, furniture_of(document_of)), pager([this](Page&& page) { painter.paint(page); }),
      quoted_cells(QuotedCells(document_of).found()), written_tables(document_of.tables.size()),
      note_numbers(document_of.notes.size()), container(tags.root()) {
    constexpr int text_contrast = 45;
    if (const auto colour = html::Colour::parse(document.colour)) {
        accent = ink(*colour);
        accent_text = ink(colour->readable_on_white(text_contrast));
    }
}

namespace {

std::string finish(Paper& paper) {
    paper.pager.finish();
    File& file = paper.file;
    const std::uint32_t pages = file.reserve(), resources = file.reserve();
    paper.painter.finish(pages, resources);
    std::string kids;
    for (const PageDone& each : paper.painter.pages()) kids += ref(each.object) + " ";
    file.object(pages, "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(paper.painter.pages().size()) + ">>");
    write_fonts(file, paper.fonts, resources);
    const std::uint32_t tree = write_tags(file, paper.tags, paper.painter.pages());
    const std::uint32_t bookmarks = write_bookmarks(file, paper.painter);
    const std::uint32_t about = file.reserve(), profile = file.reserve(), catalog = file.reserve(), info = file.reserve();
    file.stream(about, "/Type/Metadata/Subtype/XML", metadata(paper.document), false);
    file.stream(profile, "/N 3", colour_profile());
    std::string body = "<</Type/Catalog/Pages " + ref(pages) + "/Lang(sv-SE)/MarkInfo<</Marked true>>/StructTreeRoot " + ref(tree) +
                       "/ViewerPreferences<</DisplayDocTitle true>>/Metadata " + ref(about) +
                       "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
                       "/Info(sRGB IEC61966-2.1)/DestOutputProfile " + ref(profile) + ">>]";
    if (bookmarks != 0) body += "/Outlines " + ref(bookmarks) + "/PageMode/UseOutlines";
    file.object(catalog, body + ">>");
    std::string facts = "<</Title" + text_string(title_of(paper.document)) + "/Producer" + text_string(producer());
    if (!paper.document.municipality_name.empty()) facts += "/Author" + text_string(paper.document.municipality_name);
    const std::string date = pdf_date(paper.document.date);
    if (!date.empty()) facts += "/CreationDate(" + date + ")/ModDate(" + date + ")";
    file.object(info, facts + ">>");
    return file.finish(catalog, info);
}

void lay_out(Paper& paper) {
    write_front(paper);
    write_sections(paper, paper.document.sections, 0, 0);
}

}  // namespace

}  // namespace pdf

std::string write_pdf(const Document& document, Problems& problems) {
    constexpr std::size_t fewest_pages_with_contents = 4;
    Problems found;
    auto paper = std::make_unique<Paper>(document, found, true);
    lay_out(*paper);
    paper->pager.finish();
    // So short a document needs no list of contents, and is laid out again without in no time.
    if (paper->painter.pages().size() < fewest_pages_with_contents) {
        found = {};
        paper = std::make_unique<Paper>(document, found, false);
        lay_out(*paper);
    }
    std::string bytes = finish(*paper);
    tell_missing(*paper, found);
    problems.append(found);
    return bytes;
}

}  // namespace styrkedja
