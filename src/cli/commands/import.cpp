// SPDX-License-Identifier: EUPL-1.2
#include "app/import_pack.h"

#include <string>

#include "cli/commands.h"
#include "cli/log/change_text.h"
#include "cli/log/conflicts.h"
#include "cli/stored.h"
#include "cli/places.h"
#include "cli/work.h"

namespace styrkedja::cli {
namespace {

constexpr int most_attempts = 5;   // somebody else wrote in between: the pack is laid against what there is then

class Import {
  public:
    Import(const Request& request, const LoadedPack& pack, app::Sequencer& sequencer, Problems& problems)
        : request_(request), pack_(pack), sequencer_(sequencer), problems_(problems), of_pack_(problems), command_(command_id(request)) {}

    Exit run() {
        if (const auto version = request_.has("command") ? sequencer_.ask(command_) : std::nullopt) return already(*version);
        for (int attempt = 0; attempt < most_attempts; ++attempt) {
            plan();
            if (problems_.has_errors()) return tell(request_, problems_);
            if (!plan_.has_news && plan_.changes.empty()) return nothing_new();
            if (request_.has("dry-run")) return show();
            write();
            if (outcome_.what == app::Outcome::What::collided) continue;
            if (outcome_.what == app::Outcome::What::already) return already(outcome_.version);
            break;
        }
        if (is_done(outcome_, command_, problems_)) say_done();
        return ended(request_, outcome_, problems_);
    }

  private:
    void plan() {
        known_ = sequencer_.known();
        problems_ = of_pack_;   // of an attempt that met somebody else's entry nothing is told
        Problems found;
        plan_ = app::plan_import(sequencer_.store(), *known_, pack_.state, request_.value("pack"), found);
        tell_conflicts(plan_.conflicts, plan_.first ? ConflictOf::new_pack : ConflictOf::pack, request_.has("keep"), request_.problems == ProblemForm::json,
                       sequencer_.store(), *known_, found);
        locate(pack_, found);
        problems_.append(found);
        if (problems_.has_errors()) return;
        after_ = known_->version == 0 ? pack_.state : state_after(known_->state, plan_.changes);
        changes_ = things_changed(known_->state, after_, plan_.changes, request_.has("full"));
    }

    void write() {
        progress(request_, "Sparar …", "Saving …");
        sequencer_.store().put_blobs(known_->municipality, {&plan_.blob, 1});
        app::Command command = app::import_command(plan_, *known_, command_, actor(request_));
        command.reason = request_.value("reason");
        command.decision = request_.value("decision");
        outcome_ = sequencer_.run(command);
    }

    std::string counts(Language language) const {
        const std::string text = counts_of_changes(changes_, language);
        return !text.empty() ? text : language == Language::sv ? "inget ändrat" : "nothing changed";
    }

    Exit show() {
        progress_done();
        const bool colours = is_terminal(request_);
        write_result(request_, changes_text(after_, changes_, {request_.language, request_.has("full"), false, colours, ""}));
        say_result(request_, "Importen skulle ge: " + counts(Language::sv) + ". Inget har skrivits.",
                   "The import would give: " + counts(Language::en) + ". Nothing has been written.");
        return tell(request_, problems_);
    }

    Exit nothing_new() {
        say_result(request_, "Underlaget är som vid förra importen. Det finns inget att göra.",
                   "The pack is as it was when it was imported last. There is nothing to do.");
        return tell(request_, problems_);
    }

    Exit already(Version version) {
        say_result(request_, "Den importen är redan gjord, som version " + std::to_string(version) + ".",
                   "That import has been done already, as version " + std::to_string(version) + ".");
        return tell(request_, problems_);
    }

    void say_done() {
        const std::string version = std::to_string(outcome_.version), of = known_->municipality + ", ”" + plan_.pack + "”";
        say_result(request_, "Underlaget är importerat hos " + of + ", som version " + version + ": " + counts(Language::sv) + ".",
                   "The pack has been imported for " + of + ", as version " + version + ": " + counts(Language::en) + ".");
    }

    const Request& request_;
    const LoadedPack& pack_;
    app::Sequencer& sequencer_;
    Problems& problems_;
    const Problems of_pack_;
    std::string command_;
    app::KnownPtr known_;
    app::ImportPlan plan_;
    State after_;
    std::vector<ThingChange> changes_;
    app::Outcome outcome_;
};

}  // namespace

// The pack's changes, as one entry of the municipality's log.
Exit import_command(const Request& request) {
    Problems problems;
    const LoadedPack pack = load_from_files(request, problems);
    if (!problems.has_errors()) try_documents(request, pack, problems);
    if (problems.has_errors()) return tell(request, problems);
    progress(request, "Läser databasen …", "Reading the database …");
    const std::string municipality = request.value("municipality", pack.state.pack->id.str());
    const auto sequencer = open_sequencer(open_store(request, store::Access::write), municipality, problems);
    if (!sequencer) return tell(request, problems);
    progress(request, "Jämför …", "Comparing …");
    return Import(request, pack, *sequencer, problems).run();
}

}  // namespace styrkedja::cli
