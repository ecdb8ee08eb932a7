// SPDX-License-Identifier: EUPL-1.2
#include <deque>

#include "app/ledger/facts.h"
#include "base/nearest.h"
#include "cli/commands/ledger/trace_telling.h"
#include "cli/ledger/words.h"
#include "cli/paper.h"
#include "cli/stored.h"
#include "cli/work.h"
#include "compose/compose.h"
#include "document/names.h"
#include "locale/swedish_time.h"
#include "reports/cell_parts.h"

namespace styrkedja::cli {
namespace {

struct CellName {
    std::string table, row, column;
};

// "namnder/kommunstyrelsen/avvikelse"
std::optional<CellName> read_cell_name(const std::string& text) {
    const std::size_t first = text.find('/'), last = text.rfind('/');
    if (first == text.npos || first == last) return std::nullopt;
    return CellName{text.substr(0, first), text.substr(first + 1, last - first - 1), text.substr(last + 1)};
}

struct Printed {
    const document::Table* table = nullptr;
    const document::Row* row = nullptr;
    const document::Column* column = nullptr;
    const document::Cell* cell = nullptr;
};

template <class Things>
auto* named(const Things& things, const std::string& id, std::string_view what, const std::string& cell, Problems& problems) {
    std::vector<std::string_view> ids;
    std::string choices;
    for (const auto& each : things) {
        if (each.id == id) return &each;
        ids.push_back(each.id);
        choices += (choices.empty() ? "" : ", ") + each.id;
    }
    problems.add("trace_cell_does_not_exist", Severity::error, {},
                 {{"cell", cell}, {"what", std::string(what)}, {"id", id}, {"near", nearest(id, ids)}, {"choices", choices}});
    return static_cast<decltype(&*things.begin())>(nullptr);
}

std::optional<Printed> find_cell(const document::Document& paper, const std::string& text, const CellName& name, Problems& problems) {
    Printed found;
    if (!(found.table = named(paper.tables, name.table, "tabell", text, problems))) return std::nullopt;
    if (!(found.row = named(found.table->rows, name.row, "rad", text, problems))) return std::nullopt;
    if (!(found.column = named(found.table->columns, name.column, "kolumn", text, problems))) return std::nullopt;
    const auto at = static_cast<std::size_t>(found.column - found.table->columns.data());
    if (at < found.row->cells.size()) found.cell = &found.row->cells[at];
    if (found.cell && found.cell->figure) return found;
    problems.add("trace_cell_has_no_figure", Severity::error, {}, {{"cell", text}});
    return std::nullopt;
}

// One sum of the cell, followed.
struct FollowedPart {
    const reports::PartOfFigure* part;
    std::string unit;         // whose it is
    app::Trace trace;
    TraceTelling telling;
    std::uint64_t vouchers = 0, shown = 0;
    std::string name() const { return part->part->how + (unit.empty() ? "" : ", " + unit); }
};

std::string sign_of(const Exact& weight) {
    if (!weight.exists()) return "·";
    if (weight == Exact(1)) return "+";
    if (weight == Exact(-1)) return "\u2212";
    return weight.str() + " ×";
}

class CellTelling {
  public:
    CellTelling(const Request& request, const Printed& printed, const std::optional<reports::CellParts>& parts)
        : printed_(printed), figure_(*printed.cell->figure), parts_(parts), document_(request.value("document")),
          sv_(request.language == Language::sv) {}

    std::string text(const std::deque<FollowedPart>& followed) const {
        std::string out = printed_.table->caption + " · " + document::plain_text(printed_.row->label) + " · " + printed_.column->label + ": " + shown() + "\n";
        if (parts_ && !parts_->how.empty()) out += "= " + parts_->how + "\n";
        out += "\n";
        for (const FollowedPart& each : followed) {
            const Exact& ore = each.part->part->ore;
            out += sign_of(each.part->weight) + " " + each.name() + ": " + (ore.exists() ? kronor(ore.rounded(0).units()) + " kr" : "–") + "\n";
            out += each.telling.facts_text(each.trace, "    ");
        }
        out += sum_text() + sources_text();
        for (const FollowedPart& each : followed) {
            const std::string vouchers = each.telling.vouchers_text(each.vouchers, each.shown);
            if (!vouchers.empty()) out += "\n" + each.name() + "\n" + vouchers;
        }
        return out;
    }

    std::string json(const std::deque<FollowedPart>& followed) const {
        auto member = [](std::string_view name, const std::string& value) { return json_text(name) + ": " + json_text(value) + ",\n  "; };
        std::string out = "{\n  " + member("document", document_) + member("table", printed_.table->id) + member("row", printed_.row->id) +
                          member("column", printed_.column->id) + member("shown", figure_.shown) + member("value", figure_.value) +
                          member("unit", figure_.unit) + member("formula", parts_ ? parts_->how : "");
        out += "\"amount\": " + plain(value()) + ",\n  \"sum\": " + plain(parts_ ? parts_->total : Exact::none()) +
               ",\n  \"is_sum\": " + (parts_ && parts_->is_sum() ? "true" : "false") + ",\n  \"sources\": [";
        bool first = true;
        for (const std::string& each : other_sources()) out += std::exchange(first, false) ? json_text(each) : ", " + json_text(each);
        out += "],\n  \"parts\": [";
        first = true;
        for (const FollowedPart& each : followed) {
            const reports::FigurePart& part = *each.part->part;
            out += (std::exchange(first, false) ? "\n  {" : ",\n  {") + member("how", part.how) + member("unit", each.unit) + "\"weight\": " +
                   (each.part->weight.exists() ? each.part->weight.str() : "null") + ",\n  " + member("version", part.version) +
                   member("period", part.period.str()) + each.telling.json_members(each.trace) + "}";
        }
        return out + "]\n}\n";
    }

  private:
    static std::string plain(const Exact& ore) { return ore.exists() ? plain_kronor(ore.rounded(0).units()) : "null"; }
    Exact value() const { return parts_ && parts_->value.of == reports::Quantity::Of::money ? parts_->value.number : Exact::none(); }

    std::string shown() const {
        const bool has_unit = figure_.unit.empty() || figure_.shown.ends_with(figure_.unit);
        std::string text = figure_.shown + (has_unit ? "" : " " + figure_.unit);
        if (figure_.published) text += (sv_ ? " (tryckt; beräknat " : " (printed; computed ") + figure_.computed_shown + ")";
        return text;
    }

    std::string sum_text() const {
        if (!parts_ || parts_->parts.empty()) return "";
        const Exact cell = value();
        const std::string sum = parts_->total.exists() ? kronor(parts_->total.rounded(0).units()) + " kr" : "";
        if (parts_->is_sum())
            return (sv_ ? "Summa: " + sum + " i resultatets tecken. Det är cellens belopp.\n" : "Sum: " + sum + " in the result's sign. It is the cell's amount.\n");
        if (sum.empty() || !cell.exists())
            return sv_ ? "Cellen räknas ur beloppen ovan, som formeln säger. Den är inte deras summa.\n"
                       : "The cell is computed from the amounts above, as the formula says. It is not their sum.\n";
        const std::string amount = kronor(cell.rounded(0).units()) + " kr";
        return sv_ ? "Summa: " + sum + ". Cellen är " + amount + ": resten är avrundade rader eller tal ur källorna nedan.\n"
                   : "Sum: " + sum + ". The cell is " + amount + ": the rest is rounded rows, or numbers of the sources below.\n";
    }

    // What the cell rests on besides sums of facts.
    std::vector<std::string> other_sources() const {
        std::vector<std::string> names;
        for (const document::Source& each : parts_ ? parts_->sources : figure_.sources) {
            const std::string name = each.id + (each.field.empty() ? "" : "." + each.field);
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
        return names;
    }
    std::string sources_text() const {
        std::string text;
        for (const std::string& each : other_sources()) text += "  " + each + "\n";
        return text.empty() ? "" : (sv_ ? "Andra källor:\n" : "Other sources:\n") + text;
    }

    const Printed& printed_;
    const document::Figure& figure_;
    const std::optional<reports::CellParts>& parts_;
    std::string document_;
    bool sv_;
};

// Each sum followed to its batches and vouchers.
std::deque<FollowedPart> follow(const Request& request, store::Reader& store, const app::Known& known, const Composer& composer,
                                const reports::CellParts& parts, Problems& problems) {
    std::deque<FollowedPart> followed;
    const std::string format = request.value("format", "text"), who = actor(request);
    const Date today = *Date::parse(swedish_time(app::system_clock()()).substr(0, 10));
    VoucherLimit limit(request, format);
    for (const reports::PartOfFigure& each : parts.parts) {
        FollowedPart& one = followed.emplace_back(FollowedPart{&each, {}, {}, TraceTelling(request, format)});
        one.unit = composer.index().economy.id_at(By::unit, each.part->selection.unit);
        one.telling.in_front(one.name());
        const app::SumToTrace sum{composer.state(), composer.index().economy, each.part->selection, each.part->version, each.part->period};
        one.trace = app::trace_sum(store, known, sum, who, today, [&](const app::TracedVoucher& voucher) {
            ++one.vouchers;
            if (limit.takes()) {
                one.telling.voucher(voucher);
                ++one.shown;
            }
            return true;
        }, problems);
    }
    return followed;
}

void trace_cell_of(const Request& request, store::Reader& store, const app::Known& known, Problems& problems) {
    const std::string text = request.value("cell");
    const auto name = read_cell_name(text);
    if (!name) {
        problems.add("trace_cell_is_not_understood", Severity::error, {}, {{"cell", text}});
        return;
    }
    progress(request, "Gör dokumentet …", "Composing …");
    Composer composer(known.state);
    const DocumentEntity* entity = find_document(composer.state(), request.value("document"), problems);
    if (!entity) return;
    const document::Document paper = composer.compose(*entity);
    const auto printed = find_cell(paper, text, *name, problems);
    if (!printed) return;
    const auto context = reports::Context::of(composer.state(), composer.index(), *entity);
    const auto parts = reports::cell_parts(context, name->table, name->row, name->column);
    progress(request, "Söker verifikat …", "Looking for vouchers …");
    std::deque<FollowedPart> followed;
    if (parts) followed = follow(request, store, known, composer, *parts, problems);
    if (problems.has_errors()) return;
    progress_done();
    const std::string format = request.value("format", "text");
    const CellTelling telling(request, *printed, parts);
    std::string out = format == "csv" ? TraceTelling::csv_heading("part") : format == "json" ? telling.json(followed) : telling.text(followed);
    for (const FollowedPart& each : followed) out += format == "csv" ? each.telling.csv() : "";
    write_result(request, out);
}

}  // namespace

Exit trace_cell(const Request& request) {
    Problems problems;
    progress(request, "Läser databasen …", "Reading the database …");
    const auto store = open_store(request, store::Access::read);
    const auto municipality = municipality_of(request, *store, problems);
    const app::KnownPtr now = municipality ? app::load(*store, *municipality, problems) : nullptr;
    const app::KnownPtr then = now ? known_at(request, "as-of", *store, now, problems) : nullptr;
    const app::KnownPtr known = then ? app::with_facts(*store, then, problems) : nullptr;
    if (known && !problems.has_errors()) trace_cell_of(request, *store, *known, problems);
    return tell(request, problems);
}

}  // namespace styrkedja::cli
