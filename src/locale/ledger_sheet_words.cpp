// SPDX-License-Identifier: EUPL-1.2
#include "locale/ledger_sheet_words.h"

#include <array>

namespace styrkedja {
namespace {

constexpr std::array<std::string_view, 12> months = {"januari", "februari", "mars",      "april",   "maj",      "juni",
                                                     "juli",    "augusti",  "september", "oktober", "november", "december"};

constexpr HeadingWord headings[] = {
    {"konto", "account"}, {"kontonr", "account"}, {"kontokod", "account"}, {"kontonummer", "account"}, {"kto", "account"},
    {"account", "account"}, {"slag", "account"},
    {"ansvar", "responsibility"}, {"ansv", "responsibility"}, {"ansvarskod", "responsibility"}, {"ansvarsenhet", "responsibility"},
    {"kostnadsställe", "responsibility"}, {"kst", "responsibility"}, {"enhet", "responsibility"}, {"resultatenhet", "responsibility"},
    {"verksamhet", "service"}, {"vht", "service"}, {"verks", "service"}, {"verksamhetskod", "service"}, {"vhet", "service"}, {"vsh", "service"},
    {"projekt", "project"}, {"proj", "project"}, {"projektnr", "project"}, {"projektkod", "project"}, {"prj", "project"},
    {"motpart", "counterparty"}, {"mpt", "counterparty"}, {"motp", "counterparty"}, {"motpartskod", "counterparty"},
    {"aktivitet", "activity"}, {"akt", "activity"}, {"aktivitetskod", "activity"},
    {"objekt", "free:objekt"}, {"obj", "free:objekt"}, {"fri", "free:fri"}, {"fritt", "free:fri"}, {"anläggning", "free:anläggning"},
    {"period", "month"}, {"bokföringsperiod", "month"}, {"redovisningsperiod", "month"}, {"månad", "month"}, {"per", "month"},
    {"år", "year"}, {"räkenskapsår", "year"}, {"bokföringsår", "year"}, {"årtal", "year"},
    {"datum", "date"}, {"verdatum", "date"}, {"verifikationsdatum", "date"}, {"verifikatdatum", "date"}, {"bokföringsdatum", "date"},
    {"bokfdatum", "date"}, {"transdatum", "date"}, {"transaktionsdatum", "date"},
    {"belopp", "amount"}, {"utfall", "amount"}, {"saldo", "amount"}, {"bokfört", "amount"}, {"bokfört belopp", "amount"},
    {"amount", "amount"}, {"belopp sek", "amount"}, {"redovisat", "amount"}, {"perioden", "amount"},
    {"debet", "debit"}, {"deb", "debit"}, {"kredit", "credit"}, {"kre", "credit"}, {"kred", "credit"},
    {"budget", "budget"}, {"årsbudget", "budget"}, {"budget helår", "budget"}, {"internbudget", "budget"},
    {"ingående balans", "opening"}, {"ingående saldo", "opening"}, {"ib", "opening"},
    {"serie", "series"}, {"verserie", "series"}, {"verifikationsserie", "series"}, {"vertyp", "series"}, {"verifikattyp", "series"},
    {"vernr", "number"}, {"ver nr", "number"}, {"verifikat", "number"}, {"verifikatnr", "number"}, {"verifikationsnr", "number"},
    {"verifikationsnummer", "number"}, {"verifikatnummer", "number"}, {"vernummer", "number"}, {"ver", "number"},
    {"text", "text"}, {"vertext", "text"}, {"transaktionstext", "text"}, {"verifikationstext", "text"}, {"radtext", "text"},
    {"användare", "signature"}, {"sign", "signature"}, {"signatur", "signature"}, {"attest", "signature"},
    {"kontotext", "ignore"}, {"kontonamn", "ignore"}, {"benämning", "ignore"}, {"ansvar text", "ignore"}, {"ansvarstext", "ignore"},
    {"verksamhetstext", "ignore"}, {"projekttext", "ignore"}, {"namn", "ignore"}, {"konto text", "ignore"}, {"summa", "ignore"},
    {"totalt", "ignore"}, {"total", "ignore"}, {"avvikelse", "ignore"}, {"prognos", "ignore"}, {"ackumulerat", "ignore"}, {"ack utfall", "ignore"},
    {"ack budget", "ignore"}, {"utfall föregående år", "ignore"}, {"föreg år", "ignore"}, {"förbrukat", "ignore"}, {"leverantör", "ignore"},
};

constexpr HeadingWord figures[] = {
    {"utfall", "actual"}, {"belopp", "actual"}, {"saldo", "actual"}, {"redovisat", "actual"}, {"bokfört", "actual"}, {"budget", "budget"},
    {"internbudget", "budget"}, {"periodbudget", "budget"}, {"prognos", "ignore"}, {"avvikelse", "ignore"},
};

constexpr std::string_view sums[] = {"summa", "totalt", "total", "delsumma", "slutsumma"};

constexpr MoneyUnitWord units[] = {
    {"tkr", "tkr"}, {"kkr", "tkr"}, {"ksek", "tkr"}, {"tusen kronor", "tkr"}, {"mnkr", "mnkr"}, {"mkr", "mnkr"}, {"miljoner kronor", "mnkr"},
};

}  // namespace

int month_of_word(std::string_view small) {
    if (small.ends_with('.')) small.remove_suffix(1);
    for (std::size_t i = 0; i < months.size(); ++i) {
        const bool is_sept = small == "sept" && i == 8;
        if (small == months[i] || (small.size() == 3 && months[i].starts_with(small)) || is_sept) return static_cast<int>(i + 1);
    }
    return 0;
}

std::span<const HeadingWord> heading_words() { return headings; }
std::span<const HeadingWord> figure_words() { return figures; }
std::span<const std::string_view> sum_words() { return sums; }
std::span<const MoneyUnitWord> money_unit_words() { return units; }

}  // namespace styrkedja
