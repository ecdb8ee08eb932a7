// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/utf8.h"
#include "cli/ledger/record_forms.h"
#include "domain/state/state.h"
#include "locale/date.h"
#include "locale/number.h"

namespace styrkedja::cli {
namespace {

using Row = std::vector<std::string>;

struct Words {
    std::string_view title, signs, unit, forecasts, bias, absolute, share, zeros, swing, last, of, after, other_time, net, investments,
        year, forecast, budget, own, adjusted, outcome, error, of_forecast, project, late, spent, used, accumulated, decided, open,
        nothing, waiting, months;
};
constexpr Words swedish = {
    "Prognoser och vad det blev, ", "Kostnader är minus. Fel är utfall minus prognos: minus är sämre än prognosen sade.\n"
    "Prognossäkerhet är felet genom prognosen: plus är mer än prognosen sade, i kostnad lika väl som i intäkt.\n"
    "Kommunbidrag är inte med.",
    "Vems", "antal", "snittfel", "utan tecken", "av budget", "som budget", "sen ändring", "sista felet", " av ", "efter ",
    "vid annan tid", "netto", "investeringar", "År", "Prognos", "budget", "enheterna", "prognos", "utfall", "fel", "prognossäkerhet",
    "Projekt", "månader sent", "utgift", "av årets budget", "ackumulerat", "beslutat", "Prognoser som inte är låsta, och inte räknas: ",
    "Inga låsta prognoser.", "utfall saknas", " mån"};
constexpr Words english = {
    "Forecasts and what came of them, ", "Costs are minus. Error is outcome less forecast: minus is worse than forecast.\n"
    "Accuracy is the error through the forecast: plus is more than forecast, of cost as of income.\n"
    "The council's grant is not counted.",
    "Whose", "count", "bias", "mean error", "of budget", "as budget", "late swing", "last error", " of ", "after ",
    "at another time", "net", "investments", "Year", "Forecast", "budget", "units", "forecast", "outcome", "error", "accuracy",
    "Project", "months late", "spent", "of year's budget", "accumulated", "decided", "Forecasts that aren't frozen, and don't count: ",
    "No frozen forecasts.", "no outcome yet", " months"};

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size(); ++width) next_character(text, at);
    return width;
}

// Columns two blanks apart; the first `words` of them are words, the others figures.
std::string set_table(const std::vector<Row>& rows, std::size_t words) {
    std::vector<std::size_t> widths;
    for (const Row& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::string text;
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string pad(widths[i] - width_of(row[i]), ' ');
            line += (i == 0 ? "" : "  ") + (i < words ? row[i] + pad : pad + row[i]);
        }
        while (line.ends_with(' ')) line.pop_back();
        text += line + "\n";
    }
    return text;
}

class RecordText {
  public:
    RecordText(const RecordAnswer& answer, Language language)
        : answer_(answer), words_(language == Language::sv ? swedish : english) {}

    std::string text() const {
        if (answer_.record.forecasts.empty() && answer_.investments.empty()) return std::string(words_.nothing) + "\n" + open();
        std::string text = std::string(words_.title) + unit() + "\n" + std::string(words_.signs) + "\n";
        if (!answer_.record.summaries.empty()) text += "\n" + set_table(summaries(), 1);
        if (!answer_.record.forecasts.empty()) text += "\n" + set_table(forecasts(), 3);
        if (!answer_.investments.empty()) text += "\n" + set_table(investments(), 2);
        return text + open();
    }

  private:
    std::string unit() const {
        return answer_.in == MoneyUnit::kr ? "kr" : answer_.in == MoneyUnit::tkr ? "tkr" : "mnkr";
    }
    std::string money(const Exact& ore) const {
        return ore.exists() ? format_number(ore / Exact(ore_in(answer_.in)), answer_.decimals) : "–";
    }
    static std::string share(const Exact& share) { return share.exists() ? format_percent(share * Exact(100), 1) : "–"; }
    std::string text_of(std::string_view word) const { return std::string(word); }

    Date day(int year) const { return Date::from_civil(year == 0 ? 2199 : year, 12, 31); }
    std::string name(const Unit& unit, const Account* account, bool investment, int year) const {
        std::string name = unit.name.at(day(year));
        if (name.empty()) name = unit.id.str();
        if (account) name += ", " + account->name.at(day(year));
        if (investment) name += ", " + text_of(words_.investments);
        return name;
    }
    int last_year() const {
        int last = 0;
        for (const ScoredForecast& each : answer_.record.forecasts) last = std::max(last, each.year);
        return last;
    }

    std::string when(int months) const {
        if (months == 0) return "  " + text_of(words_.other_time);
        if (&words_ == &english) return "  " + text_of(words_.after) + std::to_string(months) + text_of(words_.months);
        return "  " + text_of(words_.after) + std::string(month_name(static_cast<unsigned>(months)));
    }

    std::vector<Row> summaries() const {
        std::vector<Row> rows = {{text_of(words_.unit), text_of(words_.forecasts), text_of(words_.bias), text_of(words_.absolute),
                                  text_of(words_.share), text_of(words_.zeros), text_of(words_.swing), text_of(words_.last)}};
        for (const RecordSummary& each : answer_.record.summaries) {
            std::string zeros = each.with_budget == 0 ? "–" : std::to_string(each.zeros) + text_of(words_.of) + std::to_string(each.with_budget);
            rows.push_back({each.months < 0 ? name(*each.unit, each.account, each.investment, last_year()) : when(each.months),
                            std::to_string(each.forecasts), money(each.bias), money(each.absolute), share(each.absolute_share),
                            std::move(zeros), money(each.late_swing), money(each.last_error)});
        }
        return rows;
    }

    std::vector<Row> forecasts() const {
        std::vector<Row> rows = {{text_of(words_.unit), text_of(words_.year), text_of(words_.forecast), text_of(words_.budget),
                                  text_of(words_.own), text_of(words_.adjusted), text_of(words_.outcome), text_of(words_.error),
                                  text_of(words_.of_forecast)}};
        for (const ScoredForecast& each : answer_.record.forecasts) {
            rows.push_back({name(*each.unit, each.account, each.investment, each.year), std::to_string(each.year), each.version->name,
                            money(each.budget), money(each.own), money(each.forecast),
                            each.outcome.exists() ? money(each.outcome) : text_of(words_.waiting), money(each.error),
                            share(each.of_forecast)});
        }
        return rows;
    }

    std::vector<Row> investments() const {
        std::vector<Row> rows = {{text_of(words_.project), text_of(words_.year), text_of(words_.late), text_of(words_.budget),
                                  text_of(words_.adjusted), text_of(words_.spent), text_of(words_.used), text_of(words_.accumulated),
                                  text_of(words_.decided)}};
        for (const InvestmentYear& each : answer_.investments) {
            std::string late = each.months_late ? format_number(Exact(*each.months_late), 0) : "–";
            rows.push_back({each.project->name, std::to_string(each.year), std::move(late), money(each.budget), money(each.forecast),
                            money(each.outcome), share(each.share_used), money(each.accumulated), money(each.decided)});
        }
        return rows;
    }

    std::string open() const {
        return answer_.record.open == 0 ? "" : "\n" + text_of(words_.open) + std::to_string(answer_.record.open) + ".\n";
    }

    const RecordAnswer& answer_;
    const Words& words_;
};

}  // namespace

std::string record_text(const RecordAnswer& answer, Language language) { return RecordText(answer, language).text(); }

}  // namespace styrkedja::cli
