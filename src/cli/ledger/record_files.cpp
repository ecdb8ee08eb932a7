// SPDX-License-Identifier: EUPL-1.2
#include "cli/ledger/record_forms.h"
#include "codec/json.h"
#include "domain/state/state.h"

namespace styrkedja::cli {
namespace {

std::string kronor(const Exact& ore) { return ore.exists() ? (ore / Exact(100)).str() : ""; }
std::string share(const Exact& number) { return number.exists() ? number.str() : ""; }

std::string id_of(const Account* account) { return account ? account->id.str() : ""; }
std::string money_kind(bool investment) { return investment ? "investment" : "operation"; }

// Text as a number of JSON would lose digits in many readers: exact numbers are written as strings.
void number(JsonWriter& json, std::string_view name, const std::string& text) {
    json.key(name);
    text.empty() ? json.null() : json.string(text);
}

void write_forecast(JsonWriter& json, const ScoredForecast& each) {
    json.begin_object().member("unit", each.unit->id.str()).member_if("account", id_of(each.account));
    json.member("money", money_kind(each.investment)).member("version", each.version->id.str()).member("year", each.year);
    json.member("months-passed", each.months).member("last-of-year", each.is_last);
    number(json, "budget", kronor(each.budget));
    number(json, "as-units-say", kronor(each.own));
    number(json, "forecast", kronor(each.forecast));
    number(json, "outcome", kronor(each.outcome));
    number(json, "error", kronor(each.error));
    number(json, "error-of-forecast", share(each.of_forecast));
    number(json, "error-of-budget", share(each.of_budget));
    number(json, "change-since-forecast-before", kronor(each.swing));
    json.member("says-budget", each.says_budget).end_object();
}

void write_summary(JsonWriter& json, const RecordSummary& each) {
    json.begin_object().member("unit", each.unit->id.str()).member_if("account", id_of(each.account));
    json.member("money", money_kind(each.investment));
    json.key("months-passed");
    each.months < 0 ? json.null() : json.number(each.months);
    json.member("forecasts", each.forecasts);
    number(json, "bias", kronor(each.bias));
    number(json, "mean-absolute-error", kronor(each.absolute));
    number(json, "bias-of-budget", share(each.bias_share));
    number(json, "mean-absolute-error-of-budget", share(each.absolute_share));
    json.member("with-budget", each.with_budget).member("say-budget", each.zeros);
    number(json, "late-change", kronor(each.late_swing));
    number(json, "last-error", kronor(each.last_error));
    json.end_object();
}

void write_investment(JsonWriter& json, const InvestmentYear& each) {
    json.begin_object().member("project", each.project->id.str()).member("year", each.year);
    json.key("months-late");
    each.months_late ? json.number(*each.months_late) : json.null();
    number(json, "budget", kronor(each.budget));
    number(json, "forecast", kronor(each.forecast));
    number(json, "outcome", kronor(each.outcome));
    number(json, "error", kronor(each.error));
    number(json, "share-used", share(each.share_used));
    number(json, "accumulated", kronor(each.accumulated));
    number(json, "decided-total", kronor(each.decided));
    json.end_object();
}

}  // namespace

std::string record_csv(const RecordAnswer& answer) {
    std::string text = "unit;account;money;version;year;months-passed;budget;as-units-say;forecast;outcome;error;error-of-forecast;"
                       "error-of-budget;change-since-forecast-before;says-budget\n";
    for (const ScoredForecast& each : answer.record.forecasts) {
        for (const std::string& field :
             {each.unit->id.str(), id_of(each.account), money_kind(each.investment), each.version->id.str(),
              std::to_string(each.year), std::to_string(each.months), kronor(each.budget), kronor(each.own), kronor(each.forecast),
              kronor(each.outcome), kronor(each.error), share(each.of_forecast), share(each.of_budget), kronor(each.swing)}) {
            text += field + ";";
        }
        text += each.says_budget ? "yes\n" : "no\n";
    }
    return text;
}

std::string record_json(const RecordAnswer& answer) {
    JsonWriter json;
    json.begin_object(JsonWriter::Layout::lines).key("summaries").begin_array(JsonWriter::Layout::lines);
    for (const RecordSummary& each : answer.record.summaries) write_summary(json, each);
    json.end_array().key("forecasts").begin_array(JsonWriter::Layout::lines);
    for (const ScoredForecast& each : answer.record.forecasts) write_forecast(json, each);
    json.end_array().key("investments").begin_array(JsonWriter::Layout::lines);
    for (const InvestmentYear& each : answer.investments) write_investment(json, each);
    json.end_array().member("not-frozen", answer.record.open).end_object();
    return json.take() + "\n";
}

}  // namespace styrkedja::cli
