// SPDX-License-Identifier: EUPL-1.2
#include "reports/quotable.h"

#include <algorithm>
#include <set>

#include "domain/economy/description.h"
#include "locale/number.h"
#include "locale/report_words.h"
#include "reports/cells.h"
#include "reports/chart.h"

namespace styrkedja::reports {
namespace {

constexpr int most_depth = 8;  // quotes of the template that quote each other

Quotable of_cell(const document::Cell& cell) {
    Quotable found;
    if (!cell.figure) {
        if (cell.mark)
            found.shown = cell.mark->label;
        else if (cell.completion)
            found.shown = show_written(std::to_string(*cell.completion) + " %");
        else if (!cell.paragraphs.empty())
            found.shown = words_of(cell.paragraphs.front());
        return found;
    }
    found.figure = *cell.figure;
    found.unit = ShownUnit::of(found.figure.unit);
    found.shown = found.figure.shown;
    found.computed_shown = found.figure.published ? found.figure.computed_shown : found.figure.shown;
    if (found.figure.published && found.figure.published->empty()) {
        found.printed_as_nothing = true;
        found.shown = found.figure.shown = found.computed_shown;
        found.figure.published.reset();
    }
    if (auto number = exact_of(found.figure.value)) found.computed = from_unit(*number, found.unit);
    found.printed = found.computed;
    ParsedNumber shown = parse_number(found.figure.shown);
    if (shown.kind == NumberKind::number) {
        found.decimals = shown.value.decimals();
        if (found.figure.published) found.printed = from_unit(Exact(shown.value), found.unit);
    }
    found.is_number = found.computed.exists() || found.printed.exists();
    return found;
}

Quotable of_field(const FieldValue& value, const Thing& about) {
    Quotable found;
    found.computed = found.printed = value.quantity;
    found.is_number = value.quantity.exists();
    found.decimals = value.decimals;
    found.unit = ShownUnit::of(value.unit);
    found.shown = value.plain;
    // A share or amount that is written as words ("10 %").
    ParsedNumber written = found.is_number ? ParsedNumber() : parse_number(value.plain);
    if (written.kind == NumberKind::number && !written.unit.empty() && !written.ambiguous) {
        found.unit = ShownUnit::of(written.unit);
        found.computed = found.printed = from_unit(Exact(written.value), found.unit);
        found.decimals = written.value.decimals();
        found.is_number = true;
    }
    found.figure.label = value.label;
    found.figure.sources = value.sources;
    if (found.figure.sources.empty()) found.figure.sources.push_back({about.entity(), ""});
    return found;
}

// Is what was decided no more than the computed figure in its own decimals?
bool is_rounded(const document::Figure& figure) {
    ParsedNumber decided = parse_number(*figure.published);
    auto computed = exact_of(figure.value);
    if (decided.kind != NumberKind::number || !computed) return false;
    return computed->rounded(decided.value.decimals()) == decided.value;
}

std::vector<std::string> parts_of(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        std::size_t end = text.find(separator);
        std::string_view part = text.substr(0, end);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
        parts.emplace_back(part);
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

// The things that are named by what they are about ("visningsenheten/2015"), with or without their kind before it.
std::vector<Thing> with_key(const State& state, std::string_view key) {
    std::vector<Thing> found;
    for (const Kind& kind : kinds()) {
        if (kind.named) continue;
        std::string_view rest = key;
        bool has_kind = rest.starts_with(kind.info->key) && rest.substr(kind.info->key.size()).starts_with("/");
        if (has_kind) rest.remove_prefix(kind.info->key.size() + 1);
        const void* it = kind.find(state, rest);
        if (!it) continue;
        if (has_kind) return {Thing{&kind, it}};
        found.push_back({&kind, it});
    }
    return found;
}

template <class List>
auto with_id(const List& list, const std::string& id) {
    return std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.id == id; });
}

}  // namespace

void QuoteFinder::tell(std::string_view code, std::size_t column, ProblemArgs args, Severity severity) {
    args.emplace_back("column", std::to_string(column));
    args.insert(args.end(), args_.begin(), args_.end());
    problems_.add(code, severity, place_, std::move(args));
}

std::optional<Quotable> QuoteFinder::find(std::string_view what) {
    if (what.find(':') != what.npos) return cell(what);
    Thing keyed;
    std::size_t dot = 0;
    if (auto call = field_of_keyed(what, keyed, dot)) return field_figure(keyed, *call, dot);
    ParsedFormula parsed = parse_formula(what);
    if (!parsed.root) {
        tell(parsed.error.code, parsed.error.column,
             {{"formula", std::string(what)}, {"found", parsed.error.found}});
        return std::nullopt;
    }
    if (const NameCall* call = parsed.single_name()) return named(*call);
    auto computed = evaluate(
        *parsed.root, [&](const NameCall& call) { return operand(call); }, amounts_);
    return computed ? std::optional(of_economy(std::move(*computed), ShownUnit::of(""), 0)) : std::nullopt;
}

// "visningsenheten/2015.result": a field of a thing without an id of its own. Nothing where no such thing is there (then
// the / divides), or where several kinds have one and the kind does not stand before it.
std::optional<NameCall> QuoteFinder::field_of_keyed(std::string_view what, Thing& about, std::size_t& dot) const {
    if (what.find('/') == what.npos) return std::nullopt;
    dot = what.substr(0, what.find('(')).rfind('.');
    if (dot == what.npos || dot < what.find('/')) return std::nullopt;
    std::vector<Thing> found = with_key(context_.state, what.substr(0, dot));
    if (found.size() != 1) return std::nullopt;
    ParsedFormula field = parse_formula(what.substr(dot + 1));
    const NameCall* call = field.root ? field.single_name() : nullptr;
    if (!call) return std::nullopt;
    about = found.front();
    NameCall whole = *call;
    whole.name = std::string(what.substr(0, dot + 1)) + call->name;
    whole.column = 1;
    return whole;
}

std::optional<Computed> QuoteFinder::operand(const NameCall& call) {
    auto found = named(call);
    if (!found) return std::nullopt;
    Computed computed;
    computed.value = found->computed;
    computed.sources = found->figure.sources;
    computed.how = found->figure.label.empty() ? call.str() : found->figure.label;
    computed.decimals = found->decimals;
    computed.terms = 1;
    return computed;
}

// table:row:column
std::optional<Quotable> QuoteFinder::cell(std::string_view what) {
    std::vector<std::string> parts = parts_of(what, ':');
    if (parts.size() != 3)
        return tell("quoted_cell_is_unclear", 1, {{"cell", std::string(what)}}), std::nullopt;
    const document::Table* table = table_named(parts[0]);
    if (!table) return unknown_part(parts[0], tables_, 1);
    auto row = with_id(table->rows, parts[1]);
    if (row == table->rows.end()) return unknown_part(parts[1], table->rows, what.find(':') + 2);
    auto column = with_id(table->columns, parts[2]);
    if (column == table->columns.end()) return unknown_part(parts[2], table->columns, what.rfind(':') + 2);
    Quotable found = of_cell(row->cells[static_cast<std::size_t>(column - table->columns.begin())]);
    found.figure.target = table->id + "/" + row->id + "/" + column->id;
    if (found.printed_as_nothing && prints_published() && !found.shown.empty())
        tell("quoted_cell_is_printed_empty", 1, {{"cell", std::string(what)}, {"shown", found.shown}},
             Severity::warning);
    return found;
}

// In a goal's section its own table may be named without the goal.
const document::Table* QuoteFinder::table_named(const std::string& name) const {
    std::string with_goal = goal_.goal ? name + "." + goal_.goal->id.str() : name;
    std::string with_place = goal_.place ? with_goal + "." + goal_.place->id.str() : with_goal;
    for (const std::string& each : {name, with_place, with_goal}) {
        auto table = with_id(tables_, each);
        if (table != tables_.end()) return &*table;
    }
    return nullptr;
}

template <class List>
std::optional<Quotable> QuoteFinder::unknown_part(const std::string& name, const List& list,
                                                  std::size_t column) {
    NearestName near(name);
    for (const auto& each : list) near.offer(each.id);
    tell("quoted_cell_does_not_exist", column, {{"name", name}, {"near", near.str()}});
    return std::nullopt;
}

// A quote of the template, a figure of the document's unit, or thing.field.
std::optional<Quotable> QuoteFinder::named(const NameCall& call) {
    if (const QuoteSpec* spec = call.has_args ? nullptr : template_quote(call.name)) {
        return spec->value.empty() ? counted(*spec) : computed(*spec);
    }
    if (EconomyNames(context_, place_, problems_).knows(call.name)) return economy_figure(call, Ref<Unit>());
    for (std::size_t dot = call.name.rfind('.'); dot != std::string::npos && dot > 0;
         dot = call.name.rfind('.', dot - 1)) {
        Thing about = find_thing(context_.state, call.name.substr(0, dot));
        if (about) return field_figure(about, call, dot);
    }
    unknown_name(call);
    return std::nullopt;
}

const QuoteSpec* QuoteFinder::template_quote(std::string_view id) const {
    if (!context_.uses) return nullptr;
    for (const QuoteSpec& each : context_.uses->quotes) {
        if (each.id.str() == id) return &each;
    }
    return nullptr;
}

void QuoteFinder::unknown_name(const NameCall& call) {
    std::string best;
    std::size_t dot = call.name.rfind('.');
    if (dot != std::string::npos) {
        NearestName thing(call.name.substr(0, dot));
        for (const Unit& each : context_.state.units) thing.offer(each.id.str());
        for (const Indicator& each : context_.state.indicators) thing.offer(each.id.str());
        for (const Goal& each : context_.state.goals) thing.offer(each.id.str());
        if (!thing.str().empty()) best = thing.str() + call.name.substr(dot);
    }
    if (best.empty()) {
        NearestName near(call.name);
        if (context_.uses) {
            for (const QuoteSpec& each : context_.uses->quotes) near.offer(each.id.str());
        }
        for (const NamedFigure& each : context_.state.figures) near.offer(each.id.str());
        for (const FigureVersion& each : context_.state.versions) near.offer(each.id.str());
        best = near.str();
    }
    tell("quoted_name_does_not_exist", call.column, {{"name", call.name}, {"near", best}});
}

// Money without a unit of its own is in the pack's; only per cent stands with its sign.
Quotable QuoteFinder::of_economy(Computed computed, ShownUnit unit, int decimals) const {
    Quotable found;
    bool is_bare_money = unit.word.empty() && computed.value.of == Quantity::Of::money;
    if (is_bare_money) unit = ShownUnit::of(ValueType<MoneyUnit>::format(amounts_));
    found.computed = found.printed = computed.value;
    found.unit = unit;
    found.decimals = decimals;
    found.is_number = computed.value.exists();
    found.figure.sources = sources_of(computed);
    if (computed.facts.size() != 1) found.figure.formula = computed.how;
    if (found.is_number) {
        bool with_unit = unit.kind == ShownUnit::Kind::per_cent;
        found.shown = show(in_unit(computed.value, unit, amounts_), unit,
                           {std::max(decimals, 0), false, false, with_unit, ""});
    }
    return found;
}

std::optional<Quotable> QuoteFinder::economy_figure(const NameCall& call, const Ref<Unit>& unit) {
    Problems found_problems;
    EconomyNames economy(context_, place_, found_problems);
    auto computed = economy.value(call, {selection_of(context_, unit), Period()});
    for (const Problem& each : found_problems.list()) {
        bool is_elsewhere = each.code == "fact_is_cut_by_period";  // at a fact, not in the text
        if (is_elsewhere) problems_.add(each);
        else tell(each.code, call.column, each.args, each.severity);
    }
    if (!computed) return std::nullopt;
    const NamedFigure* figure = context_.state.figures.find(call.name);
    std::string what = figure ? figure->name : computed->how;
    Quotable found = of_economy(std::move(*computed), ShownUnit::of(figure ? figure->unit : ""),
                                figure ? figure->decimals : 0);
    const Unit* about = unit.empty() ? context_.unit : context_.state.units.find(unit.str());
    found.figure.label = what + (about ? ", " + about->name.at(context_.day()) : "");
    return as_decided(std::move(found), false);
}

// In a decided document a text prints what the tables print. A cell is about the same figure when it rests on the very
// same things, and for a sum is the same amount (a table may turn its sign). A decided figure that is only the rounded
// one says no other number, and the text keeps its own decimals.
Quotable QuoteFinder::as_decided(Quotable found, bool is_field) {
    if (!context_.prints_published() || found.figure.sources.empty()) return found;
    using Sources = std::set<std::pair<std::string_view, std::string_view>>;
    auto sources_in = [](const document::Figure& figure) {
        Sources sources;
        for (const document::Source& each : figure.sources) sources.emplace(each.id, each.field);
        return sources;
    };
    const Sources own = sources_in(found.figure);
    std::optional<Quotable> decided;
    for (const document::Table& table : tables_) {
        for (const document::Row& row : table.rows) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const auto& figure = row.cells[i].figure;
                if (!figure || !figure->published || figure->published->empty() || sources_in(*figure) != own) continue;
                Quotable cell = of_cell(row.cells[i]);
                bool turned = false;
                if (!is_field) {
                    turned = cell.computed.number == -found.computed.number && found.computed.number.sign() != 0;
                    bool same = turned || (cell.computed.exists() && cell.computed.number == found.computed.number);
                    if (!same || is_rounded(*figure)) continue;
                }
                if (turned) cell.printed = -cell.printed;
                if (decided && !same_print(decided->shown, cell.shown)) {
                    tell("quoted_figure_is_decided_twice", 1,
                         {{"one", decided->shown}, {"other", cell.shown}, {"table", table.id}}, Severity::warning);
                    return found;
                }
                if (!decided) decided = std::move(cell);
            }
        }
    }
    if (!decided) return found;
    found.computed_shown = found.shown;
    found.printed = decided->printed;
    found.shown = decided->shown;
    found.is_number = found.is_number || decided->is_number;
    if (is_field) {
        found.decimals = decided->decimals;
    } else if (found.printed.exists()) {
        bool with_unit = found.unit.kind == ShownUnit::Kind::per_cent;
        found.shown = show(in_unit(found.printed, found.unit, amounts_), found.unit,
                           {std::max(found.decimals, 0), false, false, with_unit, ""});
    }
    return found;
}

std::optional<Quotable> QuoteFinder::field_figure(const Thing& about, const NameCall& call, std::size_t dot) {
    NameCall field = call;
    field.name = call.name.substr(dot + 1);
    field.column = call.column + dot + 1;
    bool is_unit = about.kind->info == &description<Unit>();
    if (is_unit && EconomyNames(context_, place_, problems_).knows(field.name)) {
        return economy_figure(field, Ref<Unit>{about.id()});
    }
    FieldPlace at;
    at.goal = goal_;
    at.place = place_;
    Problems found_problems;
    auto value = field_of(context_, about, field, at, found_problems);
    for (const Problem& each : found_problems.list()) tell(each.code, field.column, each.args, each.severity);
    if (!value) return unknown_field(about, field), std::nullopt;
    return found_problems.empty() ? std::optional(as_decided(of_field(*value, about), true)) : std::nullopt;
}

void QuoteFinder::unknown_field(const Thing& about, const NameCall& field) {
    NearestName near(field.name);
    each_field_name(*about.kind->info, [&](std::string_view name) { near.offer(name); });
    if (about.kind->info == &description<Unit>()) {
        for (const NamedFigure& each : context_.state.figures) near.offer(each.id.str());
    }
    tell("quoted_field_does_not_exist", field.column,
         {{"field", field.name}, {"thing", about.id().str()}, {"near", near.str()}});
}

void QuoteFinder::check_unit_of(const QuoteSpec& spec, const Quantity& quantity) {
    ShownUnit unit = ShownUnit::of(spec.unit_shown);
    bool is_word_of_money =
        quantity.of == Quantity::Of::money && unit.kind == ShownUnit::Kind::other && !unit.word.empty();
    if (!is_word_of_money && fits(quantity, ShownUnit(), unit)) return;
    problems_.add("quote_unit_does_not_fit", Severity::error,
                  template_place(context_, "quotes." + spec.id.str() + ".unit-shown"),
                  {{"unit", spec.unit_shown}});
}

std::optional<Quotable> QuoteFinder::counted(const QuoteSpec& spec) {
    FieldPlace at;
    at.place = template_place(context_, "quotes." + spec.id.str() + ".where");
    auto things = things_for(context_, spec.count, spec.where, "", at, problems_);
    if (!spec.sum.empty()) return summed(spec, things, at);
    Computed count;
    count.value = Quantity::plain(Exact(static_cast<std::int64_t>(things.size())));
    for (const Thing& each : things) count.sources.push_back({each.entity(), ""});
    check_unit_of(spec, count.value);
    Quotable found = of_economy(std::move(count), ShownUnit::of(spec.unit_shown), spec.decimals);
    found.figure.label = std::string(swedish_report_words.count) + ", " + spec.id.str();
    found.figure.formula.clear();
    return found;
}

// The field's numbers added; what is left out counts as nothing, and where nobody has a number there is none.
std::optional<Quotable> QuoteFinder::summed(const QuoteSpec& spec, const std::vector<Thing>& things, const FieldPlace& at) {
    Computed sum;
    for (const Thing& each : things) {
        auto value = field_of(context_, each, spec.sum, at, problems_);
        if (!value) return std::nullopt;
        if (!value->quantity.exists()) continue;
        if (sum.value.exists()) sum.value.number = sum.value.number + value->quantity.number;
        else sum.value = value->quantity;
        sum.sources.insert(sum.sources.end(), value->sources.begin(), value->sources.end());
    }
    check_unit_of(spec, sum.value);
    Quotable found = of_economy(std::move(sum), ShownUnit::of(spec.unit_shown), spec.decimals);
    found.figure.label = spec.id.str();
    return found;
}

std::optional<Quotable> QuoteFinder::computed(const QuoteSpec& spec) {
    Place place = template_place(context_, "quotes." + spec.id.str() + ".value");
    ParsedFormula parsed = parse_formula(spec.value.text);
    if (!parsed.root) {
        place.column = static_cast<std::uint32_t>(parsed.error.column);
        problems_.add(parsed.error.code, Severity::error, place,
                      {{"formula", spec.value.text}, {"found", parsed.error.found}});
        return std::nullopt;
    }
    if (depth_ >= most_depth) {
        problems_.add("quotes_make_a_circle", Severity::error, place, {{"quote", spec.id.str()}});
        return std::nullopt;
    }
    ++depth_;
    EconomyNames economy(context_, place, problems_);
    EconomyScope scope{selection_of(context_, spec.unit), Period()};
    auto value = evaluate(
        *parsed.root,
        [&](const NameCall& call) -> std::optional<Computed> {
            bool is_quote = !call.has_args && template_quote(call.name) && call.name != spec.id.str();
            return economy.knows(call.name) && !is_quote ? economy.value(call, scope) : operand(call);
        },
        amounts_);
    --depth_;
    if (!value) return std::nullopt;
    check_unit_of(spec, value->value);
    Quotable found = of_economy(std::move(*value), ShownUnit::of(spec.unit_shown), spec.decimals);
    found.figure.label = spec.id.str();
    return found;
}

}  // namespace styrkedja::reports
