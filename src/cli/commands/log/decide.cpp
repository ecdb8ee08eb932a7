// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.h"
#include "cli/log/change_text.h"
#include "cli/log/read.h"
#include "cli/stored.h"
#include "cli/work.h"

namespace styrkedja::cli {

// Gives the present version a name, so that it can be found when people ask what was decided upon.
Exit log_decide(const Request& request) {
    Problems problems;
    const auto sequencer = open_sequencer(request, problems);
    if (!sequencer) return tell(request, problems);
    app::Command command;
    command.id = command_id(request);
    command.kind = EntryKind::decision;
    command.actor = actor(request);
    command.reason = request.value("reason");
    command.decision = request.value("decision");
    command.about = request.value("name");
    command.read = sequencer->known()->version;
    const app::Outcome outcome = sequencer->run(command);
    if (is_done(outcome, command.id, problems)) {
        const std::string version = count_text(outcome.version - 1);
        say_result(request, "Version " + version + " heter nu ”" + command.about + "”. Ta fram den med --as-of \"" + command.about + "\".",
                   "Version " + version + " is now called “" + command.about + "”. Ask for it with --as-of \"" + command.about + "\".");
    }
    return ended(request, outcome, problems);
}

}  // namespace styrkedja::cli
