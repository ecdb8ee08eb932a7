// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "importers/sie/joiner.h"

// Lines that are no vouchers. Unknown labels, and fields that the specification doesn't know, are passed over (5.17).
namespace styrkedja::sie {
namespace {

std::string upper(std::string_view label) {
    std::string text(label);
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

std::string at(const std::vector<std::string>& fields, std::size_t i) { return i < fields.size() ? fields[i] : std::string(); }

std::string joined(const std::vector<std::string>& fields) {
    std::string text;
    for (const std::string& each : fields) text += (text.empty() ? "" : " ") + each;
    return text;
}

bool has_lists(std::string_view label) { return label == "PSALDO" || label == "PBUDGET" || label == "OIB" || label == "OUB"; }

}  // namespace

void Joiner::tell_flat(std::string_view code, Severity severity, const FlatLine& line, Telling::Args args) {
    const std::uint64_t number = lines_ + line.line + 1;
    if (!telling_.wants(code, number)) return;
    const char* end = line.at;
    while (!is_line_end(*end)) ++end;
    telling_.tell(code, severity, number, text({line.at, static_cast<std::size_t>(end - line.at)}), std::move(args));
}

void Joiner::tell_lost(std::string_view code, const FlatLine& line, Telling::Args args) {
    tell_flat(code, lost(), line, std::move(args));
}

void Joiner::read_flat(const FlatLine& line) {
    const std::string label = upper(line.label);
    labels_.insert(label);
    if (label == "IB" || label == "UB" || label == "RES" || has_lists(label)) {
        read_balance(label, line);
        return;
    }
    Fields fields;
    for (const Field& field : cut_line(line.fields, false)) {
        if (field.unclosed) tell_flat("sie_quote_is_not_closed", Severity::warning, line, {{"value", text(field.raw)}});
        fields.push_back(text(field.raw));
    }
    if (!read_head(label, fields, line)) read_codes(label, fields, line);
}

void Joiner::read_type(const Fields& fields, const FlatLine& line) {
    const std::string type = at(fields, 0);
    if (type.size() == 1 && type[0] >= '1' && type[0] <= '4') {
        type_ = type[0] - '0';
        return;
    }
    tell_flat("sie_type_is_unknown", Severity::error, line, {{"type", type}});
    refused_ = true;
}

void Joiner::read_year(const Fields& fields, const FlatLine& line) {
    ledger::FiscalYear year;
    const auto first = read_date(at(fields, 1)), last = read_date(at(fields, 2));
    std::int64_t index = 0;
    if (!first || !last || *last < *first || !read_quantity(at(fields, 0), index) || index % 1000 != 0) {
        tell_flat("sie_year_is_wrong", Severity::warning, line, {{"value", joined(fields)}});
        return;
    }
    year.index = static_cast<std::int32_t>(index / 1000);
    year.first = *first;
    year.last = *last;
    const bool is_known = std::any_of(facts_.years.begin(), facts_.years.end(), [&](const auto& each) { return each.index == year.index; });
    if (!is_known) facts_.years.push_back(year);
    std::sort(facts_.years.begin(), facts_.years.end(), [](const auto& a, const auto& b) { return a.index > b.index; });
}

bool Joiner::read_head(std::string_view label, const Fields& fields, const FlatLine& line) {
    Extras none;
    Extras& extras = how_.extras ? *how_.extras : none;
    if (label == "FLAGGA") facts_.imported_before = at(fields, 0) == "1";
    else if (label == "PROGRAM") facts_.program = joined(fields);
    else if (label == "GEN") facts_.generated = read_date(at(fields, 0)).value_or(Date()), extras.generated_by = at(fields, 1);
    else if (label == "SIETYP") read_type(fields, line);
    else if (label == "FNAMN") facts_.company = joined(fields);
    else if (label == "ORGNR") facts_.organisation_number = at(fields, 0);
    else if (label == "KPTYP") facts_.chart = at(fields, 0);
    else if (label == "VALUTA") facts_.currency = at(fields, 0);
    else if (label == "OMFATTN") facts_.through = read_date(at(fields, 0)).value_or(Date());
    else if (label == "RAR") read_year(fields, line);
    else if (label == "PROSA") extras.prose.push_back(joined(fields));
    else if (label == "FNR") extras.file_number = at(fields, 0);
    else if (label == "FTYP") extras.company_form = at(fields, 0);
    else if (label == "BKOD") extras.trade = at(fields, 0);
    else if (label == "TAXAR") extras.tax_year = at(fields, 0);
    else if (label == "ADRESS") extras.address = fields;
    else if (label == "SRU") extras.tax_codes.emplace_back(at(fields, 0), at(fields, 1));
    else if (label == "ENHET") extras.measures.emplace_back(at(fields, 0), at(fields, 1));
    else return false;
    return true;
}

ledger::AccountInfo& Joiner::account(const std::string& code) {
    auto [known, added] = accounts_.emplace(code, facts_.accounts.size());
    if (added) facts_.accounts.push_back({code, "", 0});
    return facts_.accounts[known->second];
}

bool Joiner::read_codes(std::string_view label, const Fields& fields, const FlatLine& line) {
    const bool is_dimension = label == "DIM" || label == "UNDERDIM";
    if (label != "KONTO" && label != "KTYP" && label != "OBJEKT" && !is_dimension) return false;
    const std::size_t needed = label == "OBJEKT" ? 2 : 1;
    if (fields.size() < needed || fields[0].empty()) {
        tell_flat("sie_record_is_not_whole", Severity::warning, line, {{"label", "#" + std::string(label)}});
        return true;
    }
    if (label == "KONTO") {
        account(fields[0]).name = at(fields, 1);
    } else if (label == "KTYP") {
        account(fields[0]).type = at(fields, 1).empty() ? '\0' : fields[1][0];
    } else if (is_dimension) {
        ledger::CodePart& declared = codes_.parts[part(fields[0])];
        declared_parts_.insert(fields[0]);
        declared.name = at(fields, 1);
        if (label == "UNDERDIM") declared.parent = at(fields, 2);
    } else {
        part(fields[0]);
        facts_.objects.push_back({fields[0], fields[1], at(fields, 2)});
    }
    return true;
}

// The fiscal year that an index names: that of #RAR, or as many years before year 0.
bool Joiner::place_in_year(ledger::Balance& balance, std::string_view year, std::string_view month, const FlatLine& line) {
    std::int64_t index = 0;
    const ledger::FiscalYear* found = nullptr;
    if (!read_quantity(year, index) || index % 1000 != 0 || index < -100'000 || index > 100'000) {
        tell_lost("sie_year_is_not_declared", line, {{"year", text(year)}});
        return false;
    }
    index /= 1000;
    for (const ledger::FiscalYear& each : facts_.years) {
        if (each.index == index) found = &each;
    }
    if (found) balance.year = found->last.year();
    else if (!facts_.years.empty()) balance.year = facts_.years[0].last.year() + static_cast<std::int32_t>(index) - facts_.years[0].index;
    else if (month.size() == 6 && index == 0 && read_date(std::string(month) + "01")) balance.year = std::stoi(std::string(month.substr(0, 4)));
    if (balance.year == 0) {
        tell_lost("sie_year_is_not_declared", line, {{"year", text(year)}});
        return false;
    }
    if (month.empty()) return true;
    const auto first = read_date(std::string(month) + "01");
    if (month.size() != 6 || !first) {
        tell_lost("sie_period_is_wrong", line, {{"value", text(month)}});
        return false;
    }
    balance.month = first->year() * 100 + first->month();
    const Date last = Date::from_days(Date::from_civil(first->year() + first->month() / 12, first->month() % 12 + 1, 1).days() - 1);
    if (!found || (found->first <= last && *first <= found->last)) return true;
    tell_flat("sie_period_is_outside_year", Severity::warning, line, {{"value", text(month)}});
    return false;
}

// #IB #UB #RES year account amount quantity; #OIB #OUB with objects; #PSALDO #PBUDGET with period before the account too.
bool Joiner::read_balance_fields(std::string_view label, const std::vector<Field>& fields, const FlatLine& line,
                                 ledger::Balance& balance) {
    const bool with_period = label == "PSALDO" || label == "PBUDGET", with_list = has_lists(label);
    const std::size_t account = with_period ? 2 : 1;
    std::size_t amount = account + 1;
    bool is_whole = fields.size() > account && !fields[account].raw.empty();
    if (is_whole && with_list && fields.size() > amount && fields[amount].is_list) {
        balance.combination = combination_of(fields[amount].raw);
        if (balance.combination == no_list) {
            tell_lost("sie_object_list_is_wrong", line);
            return false;
        }
        ++amount;
    }
    is_whole = is_whole && fields.size() > amount && !fields[amount].is_list;
    if (!is_whole) {
        tell_lost("sie_record_is_not_whole", line, {{"label", "#" + std::string(label)}});
        return false;
    }
    const AmountFault fault = read_ore(fields[amount].raw, balance.ore);
    if (fault != AmountFault::none) {
        tell_lost(fault == AmountFault::size       ? "sie_amount_is_too_large"
                  : fault == AmountFault::decimals ? "sie_amount_has_too_many_decimals"
                                                   : "sie_amount_is_not_a_number",
                  line, {{"value", text(fields[amount].raw)}});
        return false;
    }
    if (fields.size() > amount + 1 && !fields[amount + 1].raw.empty() && !read_quantity(fields[amount + 1].raw, balance.quantity)) {
        tell_flat("sie_quantity_is_wrong", Severity::warning, line, {{"value", text(fields[amount + 1].raw)}});
    }
    balance.account = codes_.accounts.number(text(fields[account].raw));
    return place_in_year(balance, fields[0].raw, with_period ? fields[1].raw : std::string_view(), line);
}

bool Joiner::read_balance(std::string_view label, const FlatLine& line) {
    const std::vector<Field> fields = cut_line(line.fields, has_lists(label));
    ledger::Balance balance;
    balance.line = lines_ + line.line + 1;
    balance.figure = label == "IB" || label == "OIB"   ? ledger::Figure::opening
                     : label == "PSALDO"               ? ledger::Figure::actual
                     : label == "PBUDGET"              ? ledger::Figure::budget
                                                       : ledger::Figure::closing;
    if (!read_balance_fields(label, fields, line, balance)) return false;
    (label == "RES" ? results_ : balances_).push_back(balance);
    return true;
}

}  // namespace styrkedja::sie
