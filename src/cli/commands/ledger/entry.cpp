// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/entry.h"

#include <charconv>
#include <filesystem>

#include "app/history.h"
#include "app/import_pack.h"
#include "app/ledger/facts.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/log/change_text.h"
#include "cli/stored.h"
#include "cli/work.h"
#include "domain/state/diff.h"
#include "locale/entry_words.h"
#include "locale/swedish_time.h"
#include "writers/xlsx/form.h"

// Sheets for entering budgets and forecasts: out, and in again.
namespace styrkedja::cli {
namespace {

// As its longest text, within reason; numbers and what is to be filled in have room for what will come.
double width_of(const sheet::EntryTable& table, std::size_t column) {
    const sheet::EntryTable::Column& of = table.columns[column];
    if (of.number) return of.open && table.head.months ? 10 : 13;
    if (of.open) return of.cause ? 18 : 44;
    constexpr std::size_t narrowest = 11, widest = 36;
    std::size_t letters = std::max(narrowest, count_characters(of.heading) + 3);
    for (const auto& row : table.rows) letters = std::max(letters, count_characters(row[column]) + 2);
    return static_cast<double>(std::min(letters, widest));
}

FormSheet form_of(const sheet::EntryTable& table, const State& state) {
    FormSheet form;
    const bool budget = table.head.what == sheet::EntryOf::budget;
    form.name = budget ? swedish_entry_words.budget_sheet : swedish_entry_words.forecast_sheet;
    form.title = table.title;
    form.notes = table.notes;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const sheet::EntryTable::Column& column = table.columns[i];
        form.columns.push_back({column.heading, width_of(table, i), column.number, column.open, column.is_key, column.cause});
    }
    form.rows = table.rows;
    form.more_rows = 15;
    form.decimals = table.head.in == MoneyUnit::mnkr ? 1 : 0;
    constexpr std::size_t key_columns = 4;
    form.frozen_columns = key_columns;
    form.choices = table.causes;
    form.hidden_name = swedish_entry_words.hidden_sheet;
    form.hidden = table.head.pairs();
    form.author = state.pack->name;
    return form;
}

std::optional<sheet::EntryWish> wish_of(const Request& request, Problems& problems) {
    sheet::EntryWish wish;
    const auto choose = [&](std::string_view option, std::initializer_list<std::string_view> choices) {
        const std::string value = request.value(option);
        if (value.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) return;
        std::string all;
        for (const std::string_view each : choices) all += (all.empty() ? "" : ", ") + std::string(each);
        problems.add("option_is_no_choice", Severity::error, {}, {{"option", "--" + std::string(option)}, {"value", value}, {"choices", all}});
    };
    choose("what", {"budget", "forecast"});
    choose("by", {"month", "year"});
    choose("in", {"kr", "tkr", "mnkr"});
    wish.what = request.value("what") == "forecast" ? sheet::EntryOf::forecast : sheet::EntryOf::budget;
    wish.version = request.value("version");
    wish.unit = request.value("unit");
    const std::string year = request.value("year"), by = request.value("by"), in = request.value("in");
    std::from_chars(year.data(), year.data() + year.size(), wish.year);
    if (!by.empty()) wish.months = by == "month";
    if (!in.empty()) wish.in = in == "kr" ? MoneyUnit::kr : in == "tkr" ? MoneyUnit::tkr : MoneyUnit::mnkr;
    return problems.has_errors() ? std::nullopt : std::optional(wish);
}

// The state, and its version in the log (0: of a pack).
struct Base {
    State state;
    Version version = 0;
};
std::optional<Base> base_of(const Request& request, Problems& problems) {
    if (!request.has("db")) {
        LoadedPack pack = load_from_files(request, problems);
        return problems.has_errors() ? std::nullopt : std::optional(Base{std::move(pack.state), 0});
    }
    const auto store = open_store(request, store::Access::read);
    const auto municipality = municipality_of(request, *store, problems);
    if (!municipality) return std::nullopt;
    const app::KnownPtr known = known_with_facts(request, *store, *municipality, problems);
    return known && !problems.has_errors() ? std::optional(Base{known->state, known->version}) : std::nullopt;
}

}  // namespace

Exit ledger_entry(const Request& request) {
    Problems problems;
    auto wish = wish_of(request, problems);
    const auto base = wish ? base_of(request, problems) : std::nullopt;
    if (!base) return tell(request, problems);
    wish->state_version = base->version;
    const auto table = sheet::make_entry(base->state, *wish, problems);
    if (!table) return tell(request, problems);
    const std::string bytes = write_form(form_of(*table, base->state), problems);
    if (!problems.has_errors()) write_result(request, bytes);
    if (request.value("out") != "-" && !problems.has_errors()) {
        const std::string rows = count_text(table->rows.size());
        say_result(request, "Bladet har " + rows + " rader att fylla i.", "The sheet has " + rows + " rows to fill in.");
    }
    return tell(request, problems);
}

namespace {

class EntryImport {
  public:
    EntryImport(const Request& request, const sheet::EntryFile& file, app::Sequencer& sequencer, Problems& problems)
        : request_(request), file_(file), sequencer_(sequencer), problems_(problems), before_(problems), command_(command_id(request)) {}

    Exit run() {
        constexpr int most_attempts = 5;   // somebody else wrote in between
        for (int attempt = 0; attempt < most_attempts; ++attempt) {
            if (!plan()) return tell(request_, problems_);
            if (merge_.changes.empty()) return say("Bladet säger detsamma som redan är sparat. Det finns inget att göra.",
                                                   "The sheet says what is saved already. There is nothing to do.");
            if (request_.has("dry-run")) return show();
            write();
            if (outcome_.what != app::Outcome::What::collided) break;
        }
        if (is_done(outcome_, command_, problems_)) {
            const std::string version = count_text(outcome_.version);
            say_result(request_, "Bladet är inläst, som version " + version + ": " + counts(Language::sv) + ".",
                       "The sheet has been read in, as version " + version + ": " + counts(Language::en) + ".");
        }
        return ended(request_, outcome_, problems_);
    }

  private:
    // What the sheet changed in the state that it was written from is done to the state of now.
    bool plan() {
        known_ = sequencer_.known();
        problems_ = before_;
        const app::KnownPtr base = app::with_facts(sequencer_.store(), base_of_sheet(), problems_);
        if (!base || problems_.has_errors()) return false;
        const sheet::EntryBy by{actor(request_), today()};
        const std::optional<State> after = sheet::entered(file_, base->state, by, problems_);
        if (!after) return false;
        merge_ = merge(base->state, *after, known_->state);
        for (const Conflict& conflict : merge_.conflicts) {
            Place place;
            place.entity = std::string(conflict.kind->info->key) + "/" + conflict.id;
            place.field = conflict.field != nullptr ? conflict.field->key : "";
            problems_.add("entry_was_changed_since", request_.has("keep") ? Severity::warning : Severity::error, std::move(place),
                          {{"mine", conflict.theirs}, {"now", conflict.mine}});
        }
        after_ = state_after(known_->state, merge_.changes);
        changes_ = things_changed(known_->state, after_, merge_.changes, true);
        return !problems_.has_errors();
    }

    app::KnownPtr base_of_sheet() {
        const sheet::EntryHead& head = file_.head;
        if (head.municipality != known_->municipality) {
            problems_.add("entry_is_another_municipalitys", Severity::error, Place{file_.file, 0, 0, "", "", ""},
                          {{"sheet", head.municipality}, {"municipality", known_->municipality}});
            return nullptr;
        }
        if (head.state_version == 0 || head.state_version == known_->version) return known_;
        if (head.state_version > known_->version) {
            problems_.add("version_is_not_there_yet", Severity::error, Place{file_.file, 0, 0, "", "", ""},
                          {{"version", std::to_string(head.state_version)}, {"newest", std::to_string(known_->version)}});
            return nullptr;
        }
        return app::as_of(sequencer_.store(), known_, head.state_version, problems_);
    }

    static Date today() {
        constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
        return Date::from_days(static_cast<std::int32_t>(app::system_clock()() / day));
    }

    void write() {
        app::Command command;
        command.id = command_;
        command.actor = actor(request_);
        command.reason = request_.value("reason");
        command.decision = request_.value("decision");
        command.about = file_.file;
        command.read = known_->version;
        command.changes = merge_.changes;
        outcome_ = sequencer_.run(command);
    }

    Exit show() {
        write_result(request_, changes_text(after_, changes_, {request_.language, request_.has("full"), true, is_terminal(request_), ""}));
        return say("Inläsningen skulle ge: " + counts(Language::sv) + ". Inget har skrivits.",
                   "It would give: " + counts(Language::en) + ". Nothing has been written.");
    }

    Exit say(const std::string& sv, const std::string& en) {
        say_result(request_, sv, en);
        return tell(request_, problems_);
    }
    std::string counts(Language language) const { return counts_of_changes(changes_, language); }

    const Request& request_;
    const sheet::EntryFile& file_;
    app::Sequencer& sequencer_;
    Problems& problems_;
    const Problems before_;
    std::string command_;
    app::KnownPtr known_;
    Merge merge_;
    State after_;
    std::vector<ThingChange> changes_;
    app::Outcome outcome_;
};

}  // namespace

Exit ledger_entry_import(const Request& request) {
    Problems problems;
    const std::string bytes = read_file(request.operands[0], problems);
    if (problems.has_errors()) return tell(request, problems);
    TextSource source(bytes);
    const auto file = sheet::read_entry(std::filesystem::path(request.operands[0]).filename().string(), source, problems);
    const auto sequencer = file ? open_sequencer(request, problems) : nullptr;
    if (!sequencer) return tell(request, problems);
    return EntryImport(request, *file, *sequencer, problems).run();
}

}  // namespace styrkedja::cli
