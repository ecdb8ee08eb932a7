// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "comparison/align.h"
#include "comparison/words.h"
#include "comparison/work.h"
#include "document/names.h"

namespace styrkedja::comparison {

using namespace document;

namespace {

constexpr int same = 1000;
constexpr int alike = 300;   // thousandths of words: less is another text

int if_alike(int value) {
    return value >= alike ? value : 0;
}

Inlines all_of(const List& list) {
    Inlines text;
    for (const auto& item : list.items) {
        for (const Inlines& paragraph : item) {
            text.insert(text.end(), paragraph.begin(), paragraph.end());
            text.push_back(Text{" "});
        }
    }
    return text;
}

// How well two blocks of one section belong together.
struct BlockLikeness {
    const Work& work;
    const Block& other;   // the newer
    int operator()(const Paragraph& older) const {
        return if_alike(likeness(older.inlines, std::get<Paragraph>(other).inlines));
    }
    int operator()(const List& older) const { return if_alike(likeness(all_of(older), all_of(std::get<List>(other)))); }
    int operator()(const SubHeading& older) const {
        return if_alike(likeness({Text{older.text}}, {Text{std::get<SubHeading>(other).text}}));
    }
    int operator()(const TableBlock& older) const {
        return work.older.tables[older.table].id == work.newer.tables[std::get<TableBlock>(other).table].id ? same : 0;
    }
    int operator()(const ChartBlock& older) const {
        return work.older.charts[older.chart].id == work.newer.charts[std::get<ChartBlock>(other).chart].id ? same : 0;
    }
    int operator()(const Statement& older) const {
        const auto& newer = std::get<Statement>(other);
        return older.kind == newer.kind && older.by == newer.by ? same : 0;
    }
    int operator()(const RiskMatrix& older) const { return older.id == std::get<RiskMatrix>(other).id ? same : 0; }
    template <class Other>
    int operator()(const Other&) const {
        return same;
    }
};

// A block that stands in both: what differs within it.
struct Merge {
    Work& work;
    const Block& before;

    template <class Kind>
    const Kind& older(const Kind&) const {
        return std::get<Kind>(before);
    }
    void operator()(Paragraph& block) const {
        compare_text(work, block.inlines, older(block).inlines, work.changes.words.text);
    }
    void operator()(SubHeading& block) const {
        if (block.text == older(block).text) return;
        work.changes.add(work.changes.words.heading_text, older(block).text, block.text);
        block.change = Change::added;
    }
    void operator()(List& block) const;
    void operator()(TableBlock& block) const {
        compare_table(work, block.table, work.older_tables.at(work.newer.tables[block.table].id));
    }
    void operator()(ChartBlock& block) const {
        compare_chart(work, block.chart, work.older_charts.at(work.newer.charts[block.chart].id));
    }
    void operator()(AssessmentBlock& block) const {
        const AssessmentBlock& was = older(block);
        if (was.mark.shape != block.mark.shape || was.mark.label != block.mark.label) {
            block.before = was.mark;   // in the margin it is listed with its section
            if (!block.in_margin) work.changes.add(work.changes.words.mark, was.mark.label, block.mark.label);
        }
        if (was.remark != block.remark) work.changes.add(work.changes.words.remark, was.remark, block.remark);
        compare_text(work, block.motivation, was.motivation, work.changes.words.motivation);
    }
    void operator()(Facts& block) const {
        for (auto& [label, text] : block.pairs) {
            const auto& pairs = older(block).pairs;
            const auto found = std::find_if(pairs.begin(), pairs.end(),
                                            [name = &label](const auto& each) { return each.first == *name; });
            work.changes.enter(label);
            compare_text(work, text, found == pairs.end() ? Inlines{} : found->second, work.changes.words.fact);
            work.changes.leave();
        }
    }
    void operator()(Decisions& block) const {
        compare_paragraphs(work, block.points, older(block).points, work.changes.words.decisions);
    }
    void operator()(Statement& block) const {
        compare_paragraphs(work, block.paragraphs, older(block).paragraphs, work.changes.words.statement);
    }
    void operator()(RiskMatrix& block) const;
    void operator()(Signatures& block) const {
        auto joined = [](const std::vector<std::string>& roles) {
            std::string text;
            for (const std::string& role : roles) text += (text.empty() ? "" : ", ") + role;
            return text;
        };
        if (joined(block.roles) != joined(older(block).roles))
            work.changes.add(work.changes.words.fact, joined(older(block).roles), joined(block.roles));
    }
    void operator()(Contents&) const {}
};

using Item = std::vector<Inlines>;

Inlines joined(const Item& item) {
    Inlines text;
    for (const Inlines& paragraph : item) text.insert(text.end(), paragraph.begin(), paragraph.end());
    return text;
}

Item marked_item(const Item& item, Change change) {
    Item marked;
    for (const Inlines& paragraph : item) marked.push_back(mark_all(paragraph, change));
    return marked;
}

void Merge::operator()(List& block) const {
    const List& was = older(block);
    const auto pairs = align(was.items.size(), block.items.size(), [&](std::size_t i, std::size_t j) {
        return if_alike(likeness(joined(was.items[i]), joined(block.items[j])));
    }, 40'000);
    List merged;
    merged.ordered = block.ordered;
    std::size_t i = 0;
    std::size_t j = 0;
    auto put = [&](Item item, const List& from, std::size_t at) {
        merged.items.push_back(std::move(item));
        merged.depths.push_back(from.depth(at));
        merged.numbered.push_back(from.is_numbered(at));
    };
    auto until = [&](std::size_t older_end, std::size_t newer_end) {
        for (; i < older_end; ++i) {
            put(marked_item(was.items[i], Change::removed), was, i);
            work.changes.add(work.changes.words.removed_text, mark_all(joined(was.items[i]), Change::removed), {});
        }
        for (; j < newer_end; ++j) {
            put(marked_item(block.items[j], Change::added), block, j);
            work.changes.add(work.changes.words.new_text, {}, mark_all(joined(block.items[j]), Change::added));
        }
    };
    for (const Pair& pair : pairs) {
        until(pair.older, pair.newer);
        Item item = block.items[j];
        compare_paragraphs(work, item, was.items[i++], work.changes.words.text);
        put(std::move(item), block, j++);
    }
    until(was.items.size(), block.items.size());
    if (block.depths.empty() && was.depths.empty()) merged.depths.clear(), merged.numbered.clear();
    block = std::move(merged);
}

std::string risks_of(const RiskMatrix& matrix) {
    std::string text;
    for (const RiskMatrix::Entry& entry : matrix.entries) {
        for (const std::string& risk : entry.risks) {
            if (!text.empty()) text += "; ";
            text += risk + " (" + std::to_string(entry.x + 1) + " × " + std::to_string(entry.y + 1) + ")";
        }
    }
    return text;
}

void Merge::operator()(RiskMatrix& block) const {
    const std::string was = risks_of(older(block));
    const std::string now = risks_of(block);
    if (was != now) work.changes.add(block.caption, was, now);
}

// A block that is in one of the two only.
struct MarkBlock {
    Work& work;
    Change change;
    bool listed;   // one line of the list for it; not within a section that is listed as a whole

    void list(std::string_view added, std::string_view removed, const Inlines& text) const {
        if (!listed) return;
        if (change == Change::added) work.changes.add(added, {}, mark_all(text, change));
        else work.changes.add(removed, mark_all(text, change), {});
    }
    void list_text(const Inlines& text) const {
        list(work.changes.words.new_text, work.changes.words.removed_text, text);
    }
    bool operator()(Paragraph& block) const {
        list_text(block.inlines);
        block.change = change;
        block.inlines = mark_all(block.inlines, change);
        return true;
    }
    bool operator()(SubHeading& block) const {
        list_text({Text{block.text}});
        block.change = change;
        return true;
    }
    bool operator()(List& block) const {
        list_text(all_of(block));
        for (auto& item : block.items) item = marked_item(item, change);
        return true;
    }
    bool operator()(TableBlock& block) const {
        if (change == Change::removed) {
            const Table& table = work.older.tables[block.table];
            if (work.newer_tables.contains(table.id)) return false;   // it has moved, and is compared there
            list("", work.changes.words.removed_table, {Text{name_of_table(work, table)}});
            block.table = add_removed_table(work, block.table);
            return true;
        }
        const std::string& id = work.newer.tables[block.table].id;
        if (const auto found = work.older_tables.find(id); found != work.older_tables.end()) {
            compare_table(work, block.table, found->second);
            return true;
        }
        list(work.changes.words.new_table, "", {Text{name_of_table(work, work.newer.tables[block.table])}});
        Table& table = work.newer.tables[block.table];
        table.change = change;
        for (Row& row : table.rows) row.change = change;
        return true;
    }
    bool operator()(ChartBlock& block) const {
        const Chart& chart = change == Change::removed ? work.older.charts[block.chart] : work.newer.charts[block.chart];
        if (change == Change::removed) {
            if (!work.newer_charts.contains(chart.id))
                list("", work.changes.words.removed_chart, {Text{name_of_chart(work, chart)}});
            return false;   // a picture can't be struck through: the list says that it is gone
        }
        if (const auto found = work.older_charts.find(chart.id); found != work.older_charts.end()) {
            compare_chart(work, block.chart, found->second);
            return true;
        }
        list(work.changes.words.new_chart, "", {Text{name_of_chart(work, chart)}});
        work.newer.charts[block.chart].change = change;
        return true;
    }
    bool operator()(RiskMatrix& block) const {
        list(work.changes.words.new_matrix, work.changes.words.removed_matrix, {Text{block.caption}});
        return change == Change::added;
    }
    bool operator()(AssessmentBlock& block) const {
        list_text(Inlines{Text{block.mark.label}});
        block.motivation = mark_all(block.motivation, change);
        return change == Change::added;
    }
    bool operator()(Facts& block) const { return each_text(block.pairs, [](auto& pair) -> Inlines& { return pair.second; }); }
    bool operator()(Decisions& block) const { return each_text(block.points, [](Inlines& text) -> Inlines& { return text; }); }
    bool operator()(Statement& block) const { return each_text(block.paragraphs, [](Inlines& text) -> Inlines& { return text; }); }
    bool operator()(Signatures&) const { return change == Change::added; }
    bool operator()(Contents&) const { return change == Change::added; }

    template <class List, class Of>
    bool each_text(List& list_of, Of of) const {
        for (auto& each : list_of) {
            list_text(of(each));
            of(each) = mark_all(of(each), change);
        }
        return true;
    }
};

}  // namespace

void compare_text(Work& work, Inlines& newer, const Inlines& older, std::string_view what) {
    if (likeness(older, newer) == same || (older.empty() && newer.empty())) return;
    newer = mark_words(older, newer);
    if (has_changes(newer)) work.changes.add_text(what, newer);
}

void compare_paragraphs(Work& work, std::vector<Inlines>& newer, const std::vector<Inlines>& older,
                        std::string_view what) {
    const auto pairs = align(older.size(), newer.size(), [&](std::size_t i, std::size_t j) {
        return if_alike(likeness(older[i], newer[j]));
    }, 40'000);
    std::vector<Inlines> merged;
    std::size_t i = 0;
    std::size_t j = 0;
    auto until = [&](std::size_t older_end, std::size_t newer_end) {
        for (; i < older_end; ++i) {
            merged.push_back(mark_all(older[i], Change::removed));
            work.changes.add(what, merged.back(), {});
        }
        for (; j < newer_end; ++j) {
            merged.push_back(mark_all(newer[j], Change::added));
            work.changes.add(what, {}, merged.back());
        }
    };
    for (const Pair& pair : pairs) {
        until(pair.older, pair.newer);
        merged.push_back(newer[j++]);
        compare_text(work, merged.back(), older[i++], what);
    }
    until(older.size(), newer.size());
    newer = std::move(merged);
}

void mark_blocks(Work& work, std::vector<Block>& blocks, Change change) {
    std::vector<Block> kept;
    for (Block& block : blocks) {
        if (std::visit(MarkBlock{work, change, false}, block)) kept.push_back(std::move(block));
    }
    blocks = std::move(kept);
}

void compare_blocks(Work& work, std::vector<Block>& newer, const std::vector<Block>& older) {
    const auto pairs = align(older.size(), newer.size(), [&](std::size_t i, std::size_t j) {
        return older[i].index() == newer[j].index() ? std::visit(BlockLikeness{work, newer[j]}, older[i]) : 0;
    }, 40'000);
    std::vector<Block> merged;
    std::size_t i = 0;
    std::size_t j = 0;
    auto mark = [&](Block block, Change change) {
        if (std::visit(MarkBlock{work, change, true}, block)) merged.push_back(std::move(block));
    };
    auto until = [&](std::size_t older_end, std::size_t newer_end) {
        for (; i < older_end; ++i) mark(older[i], Change::removed);
        for (; j < newer_end; ++j) mark(newer[j], Change::added);
    };
    for (const Pair& pair : pairs) {
        until(pair.older, pair.newer);
        Block block = newer[j++];
        std::visit(Merge{work, older[i++]}, block);
        merged.push_back(std::move(block));
    }
    until(older.size(), newer.size());
    newer = std::move(merged);
}

}  // namespace styrkedja::comparison
