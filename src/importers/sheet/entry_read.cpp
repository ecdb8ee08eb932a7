// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>

#include "base/nearest.h"
#include "domain/values/written_number.h"
#include "importers/sheet/entry.h"
#include "importers/sheet/rows.h"
#include "importers/sheet/told.h"
#include "importers/sheet/values.h"
#include "locale/entry_words.h"

// A sheet for entry that has come back.
namespace styrkedja::sheet {
namespace {

constexpr const EntryWords& words = swedish_entry_words;

std::vector<std::pair<std::string, std::string>> pairs_in(RowSource& rows) {
    std::vector<std::pair<std::string, std::string>> pairs;
    constexpr std::size_t most = 1000;
    while (pairs.size() < most && rows.next()) {
        const auto fields = rows.fields();
        if (fields.size() >= 2) pairs.emplace_back(fields[0].text, fields[1].text);
    }
    return pairs;
}

class EntryReading {
  public:
    EntryReading(RowSource& rows, EntryFile& entry, Problems& problems) : rows_(rows), entry_(entry), told_(rows, problems), problems_(problems) {}
    bool read();

  private:
    bool find_headings();
    void read_row();
    std::optional<std::size_t> column_of(std::string_view heading) const;
    std::string text_at(std::optional<std::size_t> column);
    EntryFile::Row::Cell cell_at(std::size_t column);

    RowSource& rows_;
    EntryFile& entry_;
    Told told_;
    Problems& problems_;
    std::vector<std::string> headings_;
    std::optional<std::size_t> unit_, account_, service_, project_, cause_, comment_;
    std::vector<std::size_t> cells_;
};

std::optional<std::size_t> EntryReading::column_of(std::string_view heading) const {
    const auto found = std::find(headings_.begin(), headings_.end(), heading_key(heading));
    return found == headings_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - headings_.begin()));
}

// The row that has the headings of unit and account; notes may stand over it.
bool EntryReading::find_headings() {
    while (rows_.next()) {
        headings_.clear();
        for (const Field& field : rows_.fields()) headings_.push_back(heading_key(field.text));
        unit_ = column_of(words.unit);
        account_ = column_of(words.account);
        if (unit_ && account_) break;
    }
    std::vector<std::string_view> wanted;
    if (entry_.head.what == EntryOf::forecast) wanted.push_back(words.forecast);
    else if (entry_.head.months) wanted.assign(words.months.begin(), words.months.end());
    else wanted.push_back(words.whole_year);
    const std::size_t before = problems_.errors();
    const auto missing = [&](std::string_view heading) {
        Place place = rows_.place();
        if (!headings_.empty() && unit_) place = rows_.place(0);
        problems_.add("sheet_column_is_missing", Severity::error, std::move(place), {{"heading", std::string(heading)}});
    };
    if (!unit_) missing(words.unit);
    if (!account_) missing(words.account);
    for (const std::string_view heading : wanted) {
        if (const auto column = column_of(heading)) cells_.push_back(*column);
        else missing(heading);
    }
    service_ = column_of(words.service);
    project_ = column_of(words.project);
    cause_ = column_of(words.cause);
    comment_ = column_of(words.comment);
    return problems_.errors() == before;
}

std::string EntryReading::text_at(std::optional<std::size_t> column) {
    if (!column || *column >= rows_.fields().size()) return {};
    const Field& field = rows_.fields()[*column];
    if (field.kind == FieldKind::formula_error) told_.at(*column, "cell_has_formula_error", Severity::error, {{"value", std::string(field.text)}});
    return std::string(without_apostrophe(field.text));
}

EntryFile::Row::Cell EntryReading::cell_at(std::size_t column) {
    EntryFile::Row::Cell cell;
    cell.place = rows_.place(column);
    if (column >= rows_.fields().size()) return cell;
    const Field& field = rows_.fields()[column];
    if (field.kind == FieldKind::formula_error) told_.at(column, "cell_has_formula_error", Severity::error, {{"value", std::string(field.text)}});
    else if (field.kind == FieldKind::formula_unknown) told_.at(column, "formula_has_no_value", Severity::error);
    else {
        Amount amount = read_amount(field, entry_.head.in);
        if (amount.exists) cell.ore = amount.ore;
        if (amount.problem) told_.at(column, amount.problem->code, amount.problem->severity, std::move(amount.problem->args));
    }
    return cell;
}

void EntryReading::read_row() {
    EntryFile::Row row;
    row.place = rows_.place(*unit_);
    row.unit = text_at(unit_);
    row.account = text_at(account_);
    row.service = text_at(service_);
    row.project = text_at(project_);
    row.cause = text_at(cause_);
    row.cause_place = rows_.place(cause_.value_or(*unit_));
    row.comment = text_at(comment_);
    for (const std::size_t column : cells_) row.cells.push_back(cell_at(column));
    const bool has_cells = std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.ore.has_value(); });
    if (row.unit.empty() && row.account.empty()) {
        if (has_cells) told_.at(*unit_, "entry_row_has_no_key", Severity::error);
        return;
    }
    entry_.rows.push_back(std::move(row));
}

bool EntryReading::read() {
    if (!find_headings()) return false;
    while (rows_.next()) read_row();
    told_.finish();
    return !problems_.has_errors();
}

}  // namespace

std::optional<EntryFile> read_entry(const std::string& file, ByteSource& bytes, Problems& problems) {
    Problems of_form;
    const auto opened = open_rows(file, bytes, words.hidden_sheet, of_form);
    EntryFile entry;
    entry.file = file;
    const auto head = opened && opened->book ? EntryHead::from(pairs_in(*opened->rows)) : std::nullopt;
    if (!head) {
        const bool is_book = opened && opened->book;
        for (const Problem& problem : of_form.list()) {
            if (problem.severity == Severity::error && problem.code != "workbook_has_no_such_sheet") problems.add(problem);
        }
        if (is_book || !problems.has_errors()) problems.add("entry_sheet_is_not_one", Severity::error, Place{file, 0, 0, "", "", ""});
        return std::nullopt;
    }
    entry.head = *head;
    entry.sheet = head->what == EntryOf::budget ? words.budget_sheet : words.forecast_sheet;
    const auto rows = workbook_rows(*opened->book, entry.sheet, problems);
    if (!rows || !EntryReading(*rows, entry, problems).read()) return std::nullopt;
    return entry;
}

namespace {

class Entering {
  public:
    Entering(const EntryFile& file, const State& base, const EntryBy& by, Problems& problems)
        : file_(file), head_(file.head), state_(base), by_(by), problems_(problems), errors_(problems.errors()) {}

    std::optional<State> run() {
        for (const EntryFile::Row& row : file_.rows) {
            if (!is_known(row)) continue;
            if (head_.what == EntryOf::forecast) enter_forecast(row);
            else enter_budget(row);
        }
        if (problems_.errors() > errors_) return std::nullopt;
        return std::move(state_);
    }

  private:
    bool is_known(const EntryFile::Row& row);
    bool is_within(const std::string& unit) const;
    void enter_budget(const EntryFile::Row& row);
    void enter_forecast(const EntryFile::Row& row);
    std::optional<Id> cause_of(const EntryFile::Row& row);
    // The amount as it is written: what stood there, if it is the same.
    Decimal written(ledger::Ore ore) const;
    bool is_same(const Decimal& amount, MoneyUnit in, ledger::Ore ore) const {
        const auto money = Money::from_written(amount, in == MoneyUnit::pack ? state_.pack->amounts : in);
        return money && money->ore() == ore;
    }
    template <class T, class TableOfT>
    bool exists(const TableOfT& table, const std::string& id, const EntryFile::Row& row);

    const EntryFile& file_;
    const EntryHead& head_;
    State state_;
    EntryBy by_;
    Problems& problems_;
    std::size_t errors_;
    std::set<std::string> seen_;
};

Decimal Entering::written(ledger::Ore ore) const {
    int decimals = head_.in == MoneyUnit::kr ? 2 : head_.in == MoneyUnit::tkr ? 5 : 8;
    while (decimals > 0 && ore % 10 == 0) {
        ore /= 10;
        --decimals;
    }
    return {ore, decimals};
}

template <class T, class TableOfT>
bool Entering::exists(const TableOfT& table, const std::string& id, const EntryFile::Row& row) {
    if (table.find(id) != nullptr) return true;
    std::vector<std::string_view> ids;
    for (const auto& each : table) ids.push_back(each.id.str());
    problems_.add("entry_names_nothing", Severity::error, row.place, {{"id", id}, {"kind", std::string(description<T>().sv)}, {"near", nearest(id, ids)}});
    return false;
}

bool Entering::is_within(const std::string& unit) const {
    const Date day = Date::from_civil(head_.year, 12, 31);
    std::string at = unit;
    constexpr int deepest = 50;
    for (int i = 0; i < deepest && !at.empty(); ++i) {
        if (at == head_.unit) return true;
        const Unit* found = state_.units.find(at);
        at = found == nullptr ? "" : found->parent.at(day).str();
    }
    return false;
}

bool Entering::is_known(const EntryFile::Row& row) {
    const bool known = exists<Unit>(state_.units, row.unit, row) && exists<Account>(state_.accounts, row.account, row) &&
                       (row.service.empty() || exists<Service>(state_.services, row.service, row)) &&
                       (row.project.empty() || exists<Project>(state_.projects, row.project, row));
    if (!known) return false;
    if (!is_within(row.unit)) {
        problems_.add("entry_row_is_outside", Severity::error, row.place, {{"unit", row.unit}, {"of", head_.unit}});
        return false;
    }
    if (seen_.insert(row.unit + "/" + row.account + "/" + row.service + "/" + row.project).second) return true;
    problems_.add("entry_row_comes_twice", Severity::error, row.place, {{"unit", row.unit}, {"account", row.account}});
    return false;
}

void Entering::enter_budget(const EntryFile::Row& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        EconomyFact fact;
        fact.unit.id = Id(row.unit), fact.account.id = Id(row.account), fact.version.id = Id(head_.version);
        fact.service.id = Id(row.service), fact.project.id = Id(row.project);
        fact.period = entry_period(head_, static_cast<int>(i) + 1);
        fact.id = key_of(description<EconomyFact>(), &fact);
        const Held<EconomyFact>* found = state_.economy.find(fact.id.str());
        if (!row.cells[i].ore) {
            if (found != nullptr) state_.economy = state_.economy.without(fact.id.str());
            continue;
        }
        if (found != nullptr && is_same(found->amount, found->in, *row.cells[i].ore)) continue;
        if (found != nullptr) fact = *found;
        fact.amount = written(*row.cells[i].ore);
        fact.in = head_.in;
        state_.economy = state_.economy.with(std::move(fact));
    }
}

std::optional<Id> Entering::cause_of(const EntryFile::Row& row) {
    if (row.cause.empty()) return Id();
    std::vector<std::string_view> names;
    for (const ForecastCause& cause : state_.forecast_causes) {
        if (cause.id.str() == row.cause || small_letters(cause.name) == small_letters(row.cause)) return cause.id;
        names.push_back(cause.name);
    }
    problems_.add("entry_cause_does_not_exist", Severity::error, row.cause_place, {{"cause", row.cause}, {"near", nearest(row.cause, names)}});
    return std::nullopt;
}

void Entering::enter_forecast(const EntryFile::Row& row) {
    Forecast line;
    line.unit.id = Id(row.unit), line.account.id = Id(row.account), line.version.id = Id(head_.version);
    line.service.id = Id(row.service), line.project.id = Id(row.project);
    line.id = key_of(description<Forecast>(), &line);
    const Held<Forecast>* found = state_.forecasts.find(line.id.str());
    const auto& cell = row.cells[0];
    const std::optional<Id> cause = cause_of(row);
    if (!cause) return;
    if (!cell.ore) {
        if (!row.cause.empty() || !row.comment.empty()) problems_.add("entry_line_has_no_amount", Severity::error, cell.place);
        else if (found != nullptr) state_.forecasts = state_.forecasts.without(line.id.str());
        return;
    }
    const bool same_amount = found != nullptr && is_same(found->amount, found->in, *cell.ore);
    if (same_amount && found->cause.id == *cause && found->comment.text == row.comment) return;
    if (found != nullptr) line = *found;
    if (!same_amount) {
        line.amount = written(*cell.ore);
        line.in = head_.in;
    }
    line.cause.id = *cause;
    line.comment.text = row.comment;
    line.author = by_.author;
    line.made = by_.day;
    state_.forecasts = state_.forecasts.with(std::move(line));
}

}  // namespace

std::optional<State> entered(const EntryFile& file, const State& base, const EntryBy& by, Problems& problems) {
    return Entering(file, base, by, problems).run();
}

}  // namespace styrkedja::sheet
