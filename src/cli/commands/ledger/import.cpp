// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/import.h"

#include <csignal>
#include <set>
#include <thread>

#include "app/ledger/doubled_vouchers.h"
#include "app/ledger/facts.h"
#include "cli/commands.h"
#include "cli/ledger/words.h"
#include "cli/log/change_text.h"
#include "cli/paper.h"
#include "cli/stored.h"
#include "cli/work.h"
#include "importers/ledger_file.h"
#include "log/digest.h"

namespace styrkedja::cli {
namespace {

constexpr int most_attempts = 5;   // somebody else wrote in between: what the batches take the place of is looked at anew

volatile std::sig_atomic_t interrupted = 0;

// Ctrl-C while it is there: asked for, not obeyed at once.
class Interrupts {
  public:
    Interrupts() {
        struct sigaction action {};
        action.sa_handler = [](int) { interrupted = 1; };
        for (std::size_t i = 0; i < std::size(signals); ++i) sigaction(signals[i], &action, &before_[i]);
    }
    ~Interrupts() {
        for (std::size_t i = 0; i < std::size(signals); ++i) sigaction(signals[i], &before_[i], nullptr);
    }
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

  private:
    static constexpr int signals[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction before_[3] {};
};

bool read_wish(const Request& request, app::LedgerWish& wish, Problems& problems) {
    wish.file = request.operands[0];
    wish.part = request.value("part");
    wish.again = request.has("again");
    if (request.has("months")) {
        const auto months = Period::parse(request.value("months"));
        if (!months || months->shape() == PeriodShape::day || months->shape() == PeriodShape::years) {
            problems.add("ledger_months_are_not_understood", Severity::error, {}, {{"months", request.value("months")}});
        } else {
            wish.months = *months;
        }
    }
    if (request.has("year")) {
        const auto year = Period::parse(request.value("year"));
        if (!year || year->shape() != PeriodShape::year) {
            problems.add("ledger_year_is_not_understood", Severity::error, {}, {{"year", request.value("year")}});
        } else {
            wish.year = year->year();
        }
    }
    return !problems.has_errors();
}

class LedgerImport {
  public:
    LedgerImport(const Request& request, const app::LedgerWish& wish, app::Sequencer& sequencer, Problems& problems)
        : request_(request), wish_(wish), sequencer_(sequencer), problems_(problems), command_(command_id(request)) {}

    Exit run() {
        const Exit exit = import();
        if (!shown_.empty()) write_result(request_, shown_);
        return exit;
    }

  private:
    Exit import() {
        if (request_.has("show") && !find_document(sequencer_.known()->state, request_.value("show"), problems_)) return tell(request_, problems_);
        if (const auto version = request_.has("command") ? sequencer_.ask(command_) : std::nullopt) return already(*version);
        const auto bytes = open_ledger_file(wish_.file, problems_);
        if (!bytes) return tell(request_, problems_);
        LookedAt file(*bytes);
        const bool is_sie = ledger_form(file.first_bytes()) == LedgerForm::sie;
        const auto* profile = app::choose_profile(sequencer_.known()->state, request_.value("profile"), is_sie, problems_);
        if (!profile || problems_.has_errors()) return tell(request_, problems_);
        profile_ = *profile;
        return request_.has("dry-run") ? without_shelf(file) : with_shelf(file);
    }

    Exit without_shelf(ByteSource& file) {
        if (!take_in(file, nullptr)) return tell(request_, problems_);
        return decide(nullptr);
    }

    Exit with_shelf(ByteSource& file) {
        store::Store& store = sequencer_.store();
        const app::KnownPtr known = sequencer_.known();
        app::sweep_shelves(store, *known, app::system_clock()());
        app::Shelf shelf(store, known->municipality, log::hex(log::random_salts()(16)), app::system_clock(), log::random_salts());
        try {
            if (take_in(file, &shelf)) return decide(&shelf);
        } catch (...) {
            shelf.drop();
            throw;
        }
        shelf.drop();
        return tell(request_, problems_);
    }

    // False: see problems.
    bool take_in(ByteSource& file, app::Shelf* shelf) {
        const Interrupts interrupts;
        const app::ReadLedger read = [&](ByteSource& bytes, ledger::Sink& sink, Problems& problems) {
            const unsigned threads = std::max(1U, std::min(2U, std::thread::hardware_concurrency()));
            return read_ledger_file(wish_.file, bytes, profile_, {wish_.year, wish_.months}, threads, sink, problems);
        };
        app::IntakeHow how{shelf, [] { return interrupted != 0; }, {}};
        how.progress = [&](std::uint64_t vouchers, std::uint64_t at, std::uint64_t of) {
            const std::string share = of == 0 ? "" : std::to_string(at * 100 / of) + " %, ";
            progress(request_, "Läser " + share + count_text(vouchers) + " verifikat …", "Reading " + share + count_text(vouchers) + " vouchers …");
        };
        intake_ = app::take_in(profile_, wish_, file, read, how, problems_);
        if (interrupted != 0) problems_.add("ledger_import_is_interrupted", Severity::error, {});
        return intake_ && !problems_.has_errors();
    }

    Exit decide(app::Shelf* shelf) {
        const Problems of_file = problems_;
        for (int attempt = 0; attempt < most_attempts; ++attempt) {
            known_ = sequencer_.known();
            problems_ = of_file;   // of an attempt that met somebody else's entry nothing is told
            plan_ = app::plan_ledger(*known_, profile_, wish_, *intake_, problems_);
            app::tell_doubled_vouchers(sequencer_.store(), *known_, plan_, wish_, *intake_, problems_);
            if (problems_.has_errors() || plan_.is_known || !shelf) break;
            write();
            if (outcome_.what != app::Outcome::What::collided && !met_another_import()) break;
        }
        if (!shelf || problems_.has_errors() || plan_.is_known) return without_entry(shelf);
        if (outcome_.what == app::Outcome::What::already) return already(outcome_.version);
        if (is_done(outcome_, command_, problems_)) {
            say_done();
            show_stored();
        } else if (outcome_.what != app::Outcome::What::unknown) {
            shelf->drop();
        }
        return ended(request_, outcome_, problems_);
    }

    Exit without_entry(app::Shelf* shelf) {
        if (shelf) shelf->drop();
        if (problems_.has_errors()) return tell(request_, problems_);
        if (plan_.is_known) {
            say_result(request_, "Allt i filen är redan infört. Det finns inget att göra.",
                       "All of the file has been taken in already. There is nothing to do.");
            show_stored();
            return tell(request_, problems_);
        }
        return show();
    }

    void write() {
        progress(request_, "Sparar …", "Saving …");
        sequencer_.store().put_blobs(known_->municipality, plan_.blobs);
        app::Command command = app::ledger_command(plan_, *known_, command_, actor(request_));
        command.reason = request_.value("reason");
        outcome_ = sequencer_.run(command);
    }

    // Another import came first, with months that this one has too.
    bool met_another_import() const {
        if (outcome_.what != app::Outcome::What::refused || sequencer_.known()->version == known_->version) return false;
        for (const Problem& each : outcome_.problems.list()) {
            if (each.code == "ledger_batches_overlap") return true;
        }
        return false;
    }

    Exit show() {
        Problems ignored;   // facts that aren't there are no sums before
        const app::KnownPtr with = app::with_facts(sequencer_.store(), known_, ignored);
        progress_done();
        const std::string told = plan_text(plan_, app::month_sums(*with, plan_, *intake_), known_->state, request_.language);
        say_result(request_, told + "Inget har skrivits.", told + "Nothing has been written.");
        if (request_.has("show")) show_planned(*with);
        return tell(request_, problems_);
    }

    // --show: the document as the database has it now.
    void show_stored() {
        if (!request_.has("show")) return;
        Problems of_facts;
        const app::KnownPtr with = app::with_facts(sequencer_.store(), sequencer_.known(), of_facts);
        problems_.append(of_facts);
        if (!of_facts.has_errors()) shown_ = shown_document(request_, with->state, request_.value("show"), problems_);
    }

    // --dry-run --show: as it would be. The batches' facts are in no store yet.
    void show_planned(const app::Known& before) {
        auto facts = std::make_shared<ledger::LoadedColumns>();
        if (before.state.ledger) *facts = *before.state.ledger;
        for (const store::Blob& blob : plan_.blobs) {
            if (auto columns = ledger::from_bytes(blob.bytes)) {
                facts->by_hash[log::hex(log::hash_of(blob.bytes))] = std::make_shared<const ledger::Columns>(std::move(*columns));
            }
        }
        State after = plan_.after;
        after.ledger = std::move(facts);
        shown_ = shown_document(request_, std::move(after), request_.value("show"), problems_);
    }

    Exit already(Version version) {
        say_result(request_, "Den importen är redan gjord, som version " + std::to_string(version) + ".",
                   "That import has been done already, as version " + std::to_string(version) + ".");
        return tell(request_, problems_);
    }

    void say_done() {
        const std::string version = std::to_string(outcome_.version);
        say_result(request_, "Infört hos " + known_->municipality + ", som version " + version + ": " + made_text(plan_.made, Language::sv) + ".",
                   "Taken in for " + known_->municipality + ", as version " + version + ": " + made_text(plan_.made, Language::en) + ".");
    }

    const Request& request_;
    const app::LedgerWish& wish_;
    app::Sequencer& sequencer_;
    Problems& problems_;
    const std::string command_;
    LedgerProfile profile_;
    std::optional<app::Intake> intake_;
    app::KnownPtr known_;
    app::LedgerPlan plan_;
    app::Outcome outcome_;
    std::string shown_;   // --show: stands last
};

}  // namespace

// A file of the ledger, as batches of the municipality's log.
Exit ledger_import(const Request& request) {
    Problems problems;
    app::LedgerWish wish;
    if (!read_wish(request, wish, problems)) return tell(request, problems);
    progress(request, "Läser databasen …", "Reading the database …");
    const auto sequencer = open_sequencer(request, problems);
    if (!sequencer) return tell(request, problems);
    return LedgerImport(request, wish, *sequencer, problems).run();
}

// The batches that count.
Exit ledger_batches(const Request& request) {
    Problems problems;
    const auto store = open_store(request, store::Access::read);
    const auto municipality = municipality_of(request, *store, problems);
    const app::KnownPtr now = municipality ? app::load(*store, *municipality, problems) : nullptr;
    const app::KnownPtr known = now ? known_at(request, "as-of", *store, now, problems) : nullptr;
    if (!known) return tell(request, problems);
    progress_done();
    write_result(request, batches_text(known->state, request.value("format", "text"), request.language));
    return tell(request, problems);
}

}  // namespace styrkedja::cli
