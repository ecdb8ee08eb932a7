// SPDX-License-Identifier: EUPL-1.2
#include <charconv>

#include "app/import_pack.h"
#include "cli/commands.h"
#include "cli/log/change_text.h"
#include "cli/log/conflicts.h"
#include "cli/stored.h"
#include "cli/work.h"

namespace styrkedja::cli {
namespace {

constexpr int most_attempts = 5;   // somebody else wrote in between: what is to be taken back is looked for anew

std::optional<Version> version_in(const Request& request, Problems& problems) {
    const std::string& text = request.operands[0];
    Version version = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (error == std::errc() && end == text.data() + text.size()) return version;
    problems.add("version_is_not_a_number", Severity::error, {}, {{"version", text}});
    return std::nullopt;
}

class TakeBack {
  public:
    TakeBack(const Request& request, Version version, app::Sequencer& sequencer, Problems& problems)
        : request_(request), version_(version), sequencer_(sequencer), problems_(problems), before_(problems), command_(command_id(request)) {}

    Exit run() {
        for (int attempt = 0; attempt < most_attempts; ++attempt) {
            plan();
            if (problems_.has_errors()) return tell(request_, problems_);
            if (plan_.changes.empty()) return nothing_left();
            if (request_.has("dry-run")) return show();
            app::Command command = app::take_back_command(plan_, *known_, version_, command_, actor(request_));
            command.reason = request_.value("reason");
            command.decision = request_.value("decision");
            outcome_ = sequencer_.run(command);
            if (outcome_.what != app::Outcome::What::collided) break;
        }
        if (is_done(outcome_, command_, problems_)) {
            const std::string which = count_text(version_), version = count_text(outcome_.version);
            say_result(request_, "Version " + which + " är tagen tillbaka, som version " + version + ": " + counts(Language::sv) + ".",
                       "Version " + which + " has been taken back, as version " + version + ": " + counts(Language::en) + ".");
        }
        return ended(request_, outcome_, problems_);
    }

  private:
    void plan() {
        known_ = sequencer_.known();
        problems_ = before_;   // of an attempt that met somebody else's entry nothing is told
        plan_ = app::plan_take_back(sequencer_.store(), known_, version_, problems_);
        tell_conflicts(plan_.conflicts, ConflictOf::take_back, request_.has("keep"), request_.problems == ProblemForm::json,
                       sequencer_.store(), *known_, problems_);
        if (problems_.has_errors()) return;
        after_ = state_after(known_->state, plan_.changes);
        changes_ = things_changed(known_->state, after_, plan_.changes, request_.has("full"));
    }

    std::string counts(Language language) const { return counts_of_changes(changes_, language); }

    Exit show() {
        write_result(request_, changes_text(after_, changes_, {request_.language, request_.has("full"), false, is_terminal(request_), ""}));
        say_result(request_, "Återtagandet skulle ge: " + counts(Language::sv) + ". Inget har skrivits.",
                   "The taking back would give: " + counts(Language::en) + ". Nothing has been written.");
        return tell(request_, problems_);
    }

    Exit nothing_left() {
        say_result(request_, "Av version " + count_text(version_) + " finns inget kvar att ta tillbaka.",
                   "Nothing of version " + count_text(version_) + " is left to take back.");
        return tell(request_, problems_);
    }

    const Request& request_;
    Version version_;
    app::Sequencer& sequencer_;
    Problems& problems_;
    const Problems before_;
    std::string command_;
    app::KnownPtr known_;
    app::TakeBackPlan plan_;
    State after_;
    std::vector<ThingChange> changes_;
    app::Outcome outcome_;
};

}  // namespace

// Undoes what an entry did, as a new entry: the log goes on telling both.
Exit log_take_back(const Request& request) {
    Problems problems;
    const auto version = version_in(request, problems);
    if (!version) return tell(request, problems);
    const auto sequencer = open_sequencer(request, problems);
    if (!sequencer) return tell(request, problems);
    return TakeBack(request, *version, *sequencer, problems).run();
}

}  // namespace styrkedja::cli
