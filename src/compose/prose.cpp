// SPDX-License-Identifier: EUPL-1.2
#include "compose/prose.h"

#include <algorithm>

#include "compose/markdown_blocks.h"
#include "compose/markdown_inlines.h"
#include "compose/typeset.h"

namespace styrkedja {

using namespace document;

namespace {

// The lines of a text, for offsets that mostly rise.
class LineCounter {
  public:
    explicit LineCounter(std::string_view text) : text_(text) {}

    std::size_t line_of(std::size_t offset) {
        offset = std::min(offset, text_.size());
        if (offset < seen_) seen_ = 0, line_ = 1;
        std::string_view part = text_.substr(seen_, offset - seen_);
        line_ += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
        seen_ = offset;
        return line_;
    }

  private:
    std::string_view text_;
    std::size_t seen_ = 0, line_ = 1;
};

class ProseReader {
  public:
    ProseReader(const ProseSource& source, const ProseHooks& hooks, Problems& problems)
        : source_(source), lines_(source.text), hooks_(hooks), problems_(problems) {}

    Inlines inlines(const RawText& raw, std::size_t shift = 0) {
        Inlines out;
        bool strong = false, emphasis = false;
        for (const Token& token : markdown_tokens(raw)) {
            if (token.kind == TokenKind::strong) strong = !strong;
            else if (token.kind == TokenKind::emphasis) emphasis = !emphasis;
            else add(out, token, shift, strong, emphasis);
        }
        return typeset(std::move(out));
    }

    // The words of a heading or link: what it quotes is words too.
    std::string words(const RawText& raw, std::size_t shift = 0) { return plain_words(inlines(raw, shift)); }

  private:
    void add(Inlines& out, const Token& token, std::size_t shift, bool strong, bool emphasis) {
        std::size_t offset = token.origin + shift;
        switch (token.kind) {
            case TokenKind::line_break: out.emplace_back(LineBreak{}); return;
            case TokenKind::quote: add_figure(out, token, offset, strong, emphasis); return;
            case TokenKind::note: add_note(out, token, offset, strong, emphasis); return;
            case TokenKind::link: out.emplace_back(Link{link_words(token, offset), token.target}); return;
            case TokenKind::bad_link:
                problem("link_is_not_allowed", Severity::warning, offset, {{"address", token.target}});
                add_text(out, token.source, strong, emphasis);
                return;
            case TokenKind::unclosed_brace:
                problem("quoted_figure_is_not_closed", Severity::error, offset, {});
                add_text(out, token.text, strong, emphasis);
                return;
            default: add_text(out, token.text, strong, emphasis);
        }
    }

    static void add_text(Inlines& out, std::string text, bool strong, bool emphasis) {
        if (strong) out.emplace_back(Strong{std::move(text)});
        else if (emphasis) out.emplace_back(Emphasis{std::move(text)});
        else out.emplace_back(Text{std::move(text)});
    }

    void add_figure(Inlines& out, const Token& token, std::size_t offset, bool strong, bool emphasis) {
        std::optional<Figure> figure;
        if (hooks_.figure) figure = hooks_.figure(token.text, source_.place, args_of(offset));
        if (!figure) return add_text(out, token.source, strong, emphasis);
        std::optional<int> note;
        if (hooks_.reconciliation) note = hooks_.reconciliation(*figure);
        out.emplace_back(Quote{std::move(*figure)});
        if (note) out.emplace_back(NoteRef{*note});
        own_note_ = note;
    }

    void add_note(Inlines& out, const Token& token, std::size_t offset, bool strong, bool emphasis) {
        std::optional<int> note;
        if (hooks_.note) note = hooks_.note(token.text, source_.place, args_of(offset));
        // A note that the author has put at the figure says it better than ours.
        const NoteRef* last = note && own_note_ && !out.empty() ? std::get_if<NoteRef>(&out.back()) : nullptr;
        if (last && last->note == *own_note_) out.pop_back();
        if (note) out.emplace_back(NoteRef{*note});
        else add_text(out, token.source, strong, emphasis);
    }

    std::string link_words(const Token& token, std::size_t offset) {
        RawText inner;
        inner.text = token.text;
        for (std::size_t i = 0; i < token.text.size(); ++i) inner.origin.push_back(i + 1);
        std::string out = words(inner, offset);
        std::replace(out.begin(), out.end(), '\n', ' ');
        return out;
    }

    ProseHooks::Args args_of(std::size_t offset) {
        return {{"offset", std::to_string(offset)}, {"line", std::to_string(lines_.line_of(offset))}};
    }

    void problem(std::string_view code, Severity severity, std::size_t offset, ProseHooks::Args args) {
        for (auto& arg : args_of(offset)) args.push_back(std::move(arg));
        problems_.add(code, severity, source_.place, std::move(args));
    }

    const ProseSource& source_;
    LineCounter lines_;
    const ProseHooks& hooks_;
    Problems& problems_;
    std::optional<int> own_note_;  // of the figure read last, where it is printed otherwise than computed
};

// Puts a mark ("– ", "2. ") before a paragraph.
Inlines marked(const RawBlock& block, int number, Inlines inlines) {
    std::string mark = block.ordered ? std::to_string(number) + ". " : "– ";
    inlines.insert(inlines.begin(), Text{std::move(mark)});
    return typeset(std::move(inlines));
}

// The numbers of items as they come, for each depth.
class ItemNumbers {
  public:
    int next(const RawBlock& item) {
        auto depth = static_cast<std::size_t>(item.depth);
        if (numbers_.size() <= depth) numbers_.resize(depth + 1);
        numbers_[depth] = item.new_list ? 1 : numbers_[depth] + 1;
        return numbers_[depth];
    }

  private:
    std::vector<int> numbers_;
};

void add_item(std::vector<Block>& blocks, const RawBlock& item, Inlines inlines) {
    List* list = blocks.empty() ? nullptr : std::get_if<List>(&blocks.back());
    if (!list || (item.depth == 0 && item.begins && item.new_list)) {
        list = &std::get<List>(blocks.emplace_back(List{item.ordered, {}}));
    }
    if (item.begins || list->items.empty()) {
        bool is_inner = item.depth > 0 && !list->items.empty();
        if (is_inner && list->depths.empty()) {
            list->depths.assign(list->items.size(), 0);
            list->numbered.assign(list->items.size(), list->ordered);
        }
        list->items.emplace_back();
        if (!list->depths.empty()) {
            list->depths.push_back(item.depth);
            list->numbered.push_back(item.ordered);
        }
    }
    list->items.back().push_back(std::move(inlines));
}

}  // namespace

std::vector<Block> prose_blocks(const ProseSource& source, const ProseHooks& hooks, Problems& problems) {
    ProseReader reader(source, hooks, problems);
    std::vector<Block> blocks;
    for (const RawBlock& raw : markdown_blocks(source.text)) {
        switch (raw.kind) {
            case RawKind::paragraph: blocks.emplace_back(Paragraph{reader.inlines(raw.text), false}); break;
            case RawKind::heading: blocks.emplace_back(SubHeading{reader.words(raw.text)}); break;
            case RawKind::item: add_item(blocks, raw, reader.inlines(raw.text)); break;
        }
    }
    return blocks;
}

std::vector<Inlines> prose_paragraphs(const ProseSource& source, const ProseHooks& hooks, Problems& problems) {
    ProseReader reader(source, hooks, problems);
    std::vector<Inlines> paragraphs;
    ItemNumbers numbers;
    for (const RawBlock& raw : markdown_blocks(source.text)) {
        Inlines inlines;
        if (raw.kind == RawKind::heading) inlines = {Strong{reader.words(raw.text)}};
        else inlines = reader.inlines(raw.text);
        if (raw.kind == RawKind::item && raw.begins) inlines = marked(raw, numbers.next(raw), std::move(inlines));
        paragraphs.push_back(std::move(inlines));
    }
    return paragraphs;
}

Inlines prose_line(const ProseSource& source, const ProseHooks& hooks, Problems& problems) {
    Inlines line;
    for (Inlines& paragraph : prose_paragraphs(source, hooks, problems)) {
        if (!line.empty()) line.emplace_back(LineBreak{});
        for (Inline& each : paragraph) line.push_back(std::move(each));
    }
    return line;
}

}  // namespace styrkedja
