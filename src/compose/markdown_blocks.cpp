// SPDX-License-Identifier: EUPL-1.2
#include "compose/markdown_blocks.h"

#include <algorithm>
#include <optional>

namespace styrkedja {
namespace {

constexpr int tab_width = 4;
constexpr std::size_t deepest_list = 5;   // lists inside a list; deeper ones stand at that depth

struct Line {
    std::string_view text;   // without indentation, line end and blanks at the end
    std::size_t offset = 0;  // of the text
    int indent = 0;
    bool hard = false;       // two blanks or a backslash at its end
    bool blank() const { return text.empty(); }
};

Line cut_line(std::string_view whole, std::size_t begin, std::size_t end) {
    Line line;
    std::size_t at = begin;
    for (; at < end && (whole[at] == ' ' || whole[at] == '\t'); ++at) {
        line.indent += whole[at] == '\t' ? tab_width - line.indent % tab_width : 1;
    }
    std::size_t last = end;
    while (last > at && (whole[last - 1] == ' ' || whole[last - 1] == '\t' || whole[last - 1] == '\r')) --last;
    line.hard = whole.substr(last, end - last).find("  ") != std::string_view::npos;
    line.offset = at;
    line.text = whole.substr(at, last - at);
    // An odd number of backslashes: the last one breaks the line, the others are pairs.
    std::size_t slashes = 0;
    while (slashes < line.text.size() && line.text[line.text.size() - 1 - slashes] == '\\') ++slashes;
    if (slashes % 2 == 1) {
        line.hard = true;
        line.text.remove_suffix(1);
    }
    return line;
}

std::vector<Line> cut_lines(std::string_view text) {
    std::vector<Line> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(cut_line(text, begin, end));
        begin = end + 1;
    }
    return lines;
}

struct Mark {
    bool ordered = false;
    int number = 0;
    std::size_t length = 0;  // with the blanks after it
};

// "- text", "1. text". A mark without text is text.
std::optional<Mark> list_mark(std::string_view line) {
    Mark mark;
    std::size_t at = 0;
    if (!line.empty() && (line[0] == '-' || line[0] == '*' || line[0] == '+')) {
        at = 1;
    } else {
        while (at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9') {
            mark.number = mark.number * 10 + (line[at++] - '0');
        }
        if (at == 0 || at >= line.size() || (line[at] != '.' && line[at] != ')')) return std::nullopt;
        mark.ordered = true;
        ++at;
    }
    if (at >= line.size() || (line[at] != ' ' && line[at] != '\t')) return std::nullopt;
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
    if (at == line.size()) return std::nullopt;
    mark.length = at;
    return mark;
}

// The length of "## " or "### " at the beginning, 0 when it is no heading.
std::size_t heading_mark(std::string_view line) {
    std::size_t at = line.find_first_not_of('#');
    if (at == std::string_view::npos || at < 2 || at > 6 || line[at] != ' ') return 0;
    return line.find_first_not_of(' ', at);
}

class Reader {
  public:
    explicit Reader(std::string_view text) : lines_(cut_lines(text)) {}

    std::vector<RawBlock> read() {
        for (const Line& line : lines_) take(line);
        return std::move(blocks_);
    }

  private:
    // Where the items of a list begin, and the number of the last one.
    struct List {
        bool ordered = false;
        int indent = 0, content = 0, number = 0;
    };

    void take(const Line& line) {
        if (line.blank()) {
            in_paragraph_ = false;
            return;
        }
        if (std::size_t length = heading_mark(line.text)) {
            close_lists();
            begin(RawKind::heading, line, length);
            in_paragraph_ = false;
        } else if (std::optional<Mark> mark = list_mark(line.text); mark && fits(line, *mark)) {
            begin_item(line, *mark);
        } else if (in_paragraph_) {
            add(line, 0);
        } else if (!lists_.empty() && line.indent > lists_.front().indent) {
            continue_item(line);
        } else {
            close_lists();
            begin(RawKind::paragraph, line, 0);
        }
    }

    // A number begins a list only when it is 1, so that "2015. Året" and a list from 3 stand as they were written, and
    // goes on with the list only when it is the next.
    bool fits(const Line& line, const Mark& mark) {
        if (!mark.ordered) return true;
        std::size_t depth = depth_of(line);
        bool goes_on = depth < lists_.size() && lists_[depth].ordered;
        return mark.number == 1 || (goes_on && mark.number == lists_[depth].number + 1);
    }

    // In how many of the open lists an item on the line stands: two blanks more than a list's items is inside it.
    std::size_t depth_of(const Line& line) const {
        std::size_t depth = 0;
        while (depth < lists_.size() && depth < deepest_list && line.indent >= lists_[depth].indent + 2) ++depth;
        return depth;
    }

    void begin_item(const Line& line, const Mark& mark) {
        std::size_t depth = depth_of(line);
        bool goes_on = depth < lists_.size() && lists_[depth].ordered == mark.ordered && (!mark.ordered || mark.number != 1);
        lists_.resize(depth);
        lists_.push_back({mark.ordered, line.indent, line.indent + static_cast<int>(mark.length), mark.number});
        begin(RawKind::item, line, mark.length);
        blocks_.back().depth = static_cast<int>(depth);
        blocks_.back().ordered = mark.ordered;
        blocks_.back().new_list = !goes_on;
    }

    void continue_item(const Line& line) {
        // Indented less than the inner list's text, it belongs to the outer item.
        while (lists_.size() > 1 && line.indent < lists_.back().content) lists_.pop_back();
        begin(RawKind::item, line, 0);
        blocks_.back().depth = static_cast<int>(lists_.size() - 1);
        blocks_.back().ordered = lists_.back().ordered;
        blocks_.back().begins = false;
    }

    void close_lists() { lists_.clear(); }

    void begin(RawKind kind, const Line& line, std::size_t skip) {
        blocks_.emplace_back().kind = kind;
        in_paragraph_ = true;
        hard_ = false;
        add(line, skip);
    }

    void add(const Line& line, std::size_t skip) {
        RawText& raw = blocks_.back().text;
        if (!raw.text.empty()) {
            raw.text += hard_ ? '\n' : ' ';
            raw.origin.push_back(line.offset);
        }
        for (std::size_t i = skip; i < line.text.size(); ++i) {
            raw.text += line.text[i];
            raw.origin.push_back(line.offset + i);
        }
        hard_ = line.hard;
    }

    std::vector<Line> lines_;
    std::vector<RawBlock> blocks_;
    std::vector<List> lists_;   // those that are open, outermost first
    bool in_paragraph_ = false, hard_ = false;
};

}  // namespace

std::vector<RawBlock> markdown_blocks(std::string_view text) { return Reader(text).read(); }

}  // namespace styrkedja
