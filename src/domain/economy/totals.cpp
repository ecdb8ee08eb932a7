// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/totals.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

#include "domain/economy/totals_plan.h"

namespace styrkedja {
namespace {

using At = TotalsPlan::At;

// More combinations of keys than this, and only those that are met get a place.
constexpr At most_dense = At{1} << 22;

template <class Ore>
struct Cell {
    Ore ore = 0;
    std::uint64_t facts = 0;
};

// A part's columns with numbers as wide as they need be.
template <class Number>
struct Columns {
    std::vector<const std::uint32_t*> codes;
    std::vector<std::vector<Number>> adds;
    Number base = 0;

    // Sixteen columns of "nowhere" are still below zero and no overflow.
    static constexpr Number nowhere = std::numeric_limits<Number>::min() / 64;
    explicit Columns(const TotalsPlan::Part& plan) : base(static_cast<Number>(plan.base)) {
        for (const TotalsPlan::Column& column : plan.columns) {
            codes.push_back(column.codes);
            auto& numbers = adds.emplace_back();
            for (const At each : column.adds) numbers.push_back(each < 0 ? nowhere : static_cast<Number>(each));
        }
    }
};

// Calls see(number of the sum, row) for the rows from..to that are in a sum. The commonest numbers of columns are spelled
// out: each row is only looked up and added.
template <std::size_t Count, class Number, class See>
void each_row_of(const Columns<Number>& columns, std::size_t from, std::size_t to, const See& see) {
    std::array<const std::uint32_t*, Count> codes;
    std::array<const Number*, Count> adds;
    for (std::size_t i = 0; i < Count; ++i) {
        codes[i] = columns.codes[i];
        adds[i] = columns.adds[i].data();
    }
    for (std::size_t row = from; row < to; ++row) {
        Number at = columns.base;
        for (std::size_t i = 0; i < Count; ++i) at += adds[i][codes[i][row]];
        if (at >= 0) see(at, row);
    }
}

template <class Number, class See>
void each_row(const Columns<Number>& columns, std::size_t from, std::size_t to, const See& see) {
    switch (columns.codes.size()) {
        case 1:
            return each_row_of<1>(columns, from, to, see);
        case 2:
            return each_row_of<2>(columns, from, to, see);
        case 3:
            return each_row_of<3>(columns, from, to, see);
        case 4:
            return each_row_of<4>(columns, from, to, see);
        default:
            break;
    }
    for (std::size_t row = from; row < to; ++row) {
        Number at = columns.base;
        for (std::size_t i = 0; i < columns.codes.size(); ++i) at += columns.adds[i][columns.codes[i][row]];
        if (at >= 0) see(at, row);
    }
}

// Calls see(part, from, to) for the rows of a piece: each has as many rows as the others.
template <class See>
void each_stretch(const TotalsPlan& plan, std::size_t piece, std::size_t pieces, const See& see) {
    std::size_t all = 0;
    for (const TotalsPlan::Part& each : plan.parts()) all += each.part->rows();
    const std::size_t begin = all / pieces * piece + std::min(piece, all % pieces);
    const std::size_t end = begin + all / pieces + (piece < all % pieces ? 1 : 0);
    std::size_t before = 0;
    for (const TotalsPlan::Part& each : plan.parts()) {
        const std::size_t rows = each.part->rows();
        const std::size_t from = std::clamp(begin, before, before + rows) - before;
        const std::size_t to = std::clamp(end, before, before + rows) - before;
        if (from < to && each.base >= 0) see(each, from, to);
        before += rows;
    }
}

template <class Number, class CellAt>
void add_piece(const TotalsPlan& plan, std::size_t piece, std::size_t pieces, const CellAt& cell_at) {
    each_stretch(plan, piece, pieces, [&](const TotalsPlan::Part& stretch, std::size_t from, std::size_t to) {
        const LedgerPart& part = *stretch.part;
        const Columns<Number> columns(stretch);
        const std::int8_t* signs = part.codes->sign.data();
        const std::uint32_t* accounts = part.code_of[static_cast<std::size_t>(Role::account)].data();
        if (!accounts) return;   // no account: in no sum
        each_row(columns, from, to, [&](Number at, std::size_t row) {
            auto& cell = cell_at(at);
            cell.ore += part.ore[row] * decltype(cell.ore)(signs[accounts[row]]);
            ++cell.facts;
        });
    });
}

void run(const TotalsQuery& query, const std::function<void(std::size_t)>& work) {
    const std::size_t pieces = std::max<std::size_t>(query.pieces, 1);
    if (query.run && pieces > 1) return query.run(pieces, work);
    for (std::size_t piece = 0; piece < pieces; ++piece) work(piece);
}

void put(Totals& totals, const TotalsPlan& plan, At at, Int128 ore, std::uint64_t facts) {
    plan.keys_of(at, totals.keys);
    const bool fits = INT64_MIN <= ore && ore <= INT64_MAX;
    totals.sums.push_back({fits ? Exact(static_cast<std::int64_t>(ore)) : Exact::none(), facts});
}

// All combinations of keys have a place.
template <class Ore>
void add_dense(Totals& totals, const TotalsPlan& plan, const TotalsQuery& query) {
    const auto size = static_cast<std::size_t>(plan.combinations());
    const std::size_t pieces = std::max<std::size_t>(query.pieces, 1);
    std::vector<std::vector<Cell<Ore>>> of_piece(pieces);
    run(query, [&](std::size_t piece) {
        of_piece[piece].resize(size);
        Cell<Ore>* cells = of_piece[piece].data();
        add_piece<std::int64_t>(plan, piece, pieces, [&](std::int64_t at) -> Cell<Ore>& { return cells[at]; });
    });
    std::unordered_map<std::size_t, Cell<Int128>> single;
    for (const TotalsPlan::Fact& each : plan.facts()) {
        Cell<Int128>& cell = single[static_cast<std::size_t>(each.at)];
        cell.ore += each.fact->ore;
        ++cell.facts;
    }
    for (std::size_t at = 0; at < size; ++at) {
        Cell<Int128> sum;
        for (const auto& cells : of_piece) {
            sum.ore += cells[at].ore;
            sum.facts += cells[at].facts;
        }
        if (auto it = single.empty() ? single.end() : single.find(at); it != single.end()) {
            sum.ore += it->second.ore;
            sum.facts += it->second.facts;
        }
        if (sum.facts > 0) put(totals, plan, static_cast<At>(at), sum.ore, sum.facts);
    }
}

struct AtHash {
    std::size_t operator()(At at) const {
        const auto low = static_cast<std::uint64_t>(at), high = static_cast<std::uint64_t>(at >> 64);
        const std::uint64_t mixed = (low ^ high * 0x9E3779B97F4A7C15U) * 0xBF58476D1CE4E5B9U;
        return static_cast<std::size_t>(mixed ^ mixed >> 31U);
    }
};

// Only those that are met.
void add_sparse(Totals& totals, const TotalsPlan& plan, const TotalsQuery& query) {
    using Cells = std::unordered_map<At, Cell<Int128>, AtHash>;
    const std::size_t pieces = std::max<std::size_t>(query.pieces, 1);
    std::vector<Cells> of_piece(pieces);
    run(query, [&](std::size_t piece) {
        add_piece<At>(plan, piece, pieces, [&](At at) -> Cell<Int128>& { return of_piece[piece][at]; });
    });
    Cells& all = of_piece.front();
    for (std::size_t piece = 1; piece < pieces; ++piece) {
        for (const auto& [at, cell] : of_piece[piece]) {
            all[at].ore += cell.ore;
            all[at].facts += cell.facts;
        }
    }
    for (const TotalsPlan::Fact& each : plan.facts()) {
        all[each.at].ore += each.fact->ore;
        ++all[each.at].facts;
    }
    std::vector<At> order;
    for (const auto& [at, cell] : all) order.push_back(at);
    std::sort(order.begin(), order.end());
    for (const At at : order) put(totals, plan, at, all[at].ore, all[at].facts);
}

}  // namespace

Totals totals_of(const EconomyTrees& trees, const FactBook& facts, const LedgerBook& ledger, const TotalsQuery& query) {
    TotalsPlan plan(trees, facts, ledger, query);
    Totals totals;
    totals.keys_each = query.by.size();
    totals.cut = plan.cut();
    Int128 size = 0;
    for (const TotalsPlan::Part& each : plan.parts()) size += each.part->size;
    if (plan.combinations() > most_dense)
        add_sparse(totals, plan, query);
    else if (size > INT64_MAX)
        add_dense<Int128>(totals, plan, query);
    else
        add_dense<std::int64_t>(totals, plan, query);
    totals.texts = plan.take_texts();
    return totals;
}

}  // namespace styrkedja
