// SPDX-License-Identifier: EUPL-1.2
#include <charconv>

#include "cli/commands.h"
#include "cli/log/entry_form.h"
#include "cli/log/read.h"
#include "cli/stored.h"
#include "cli/work.h"
#include "domain/state/diff.h"
#include "domain/values/period.h"
#include "locale/swedish_time.h"

namespace styrkedja::cli {
namespace {

constexpr std::size_t limit_of_text = 50;   // for people; files are whole

// The last moment before what is written: of a day the end of the day before.
std::optional<store::Time> before_swedish_time(const std::string& text) {
    constexpr std::size_t day = 10, minute = 16;
    const auto end = end_of_swedish_time(text);
    if (!end) return std::nullopt;
    const std::size_t length = text.ends_with('Z') ? text.size() - 1 : text.size();
    if (length > day) return *end - (length == minute ? 60'000 : 1'000);
    const std::optional<Date> date = Date::parse(text.substr(0, day));
    return date ? end_of_swedish_time(Date::from_days(date->days() - 1).str() + text.substr(day)) : std::nullopt;
}

ChangeStyle style_of(const Request& request) {
    return {request.language, request.has("full"), false, is_terminal(request), ""};
}

// False: see problems.
bool read_question(const Request& request, store::Reader& store, const app::Known& known, Question& question, Problems& problems) {
    question.to = known.version;
    if (request.has("from")) {
        const auto before = before_swedish_time(request.value("from"));
        const auto from = before ? app::version_at(store, known.municipality, *before) + 1
                                 : app::moment(store, known, request.value("from"), problems);
        if (!from) return false;
        question.from = std::max<Version>(*from, 1);
    }
    if (request.has("to")) {
        const auto to = app::moment(store, known, request.value("to"), problems);
        if (!to) return false;
        question.to = *to;
    }
    if (request.has("of")) {
        question.of = read_subject(request.value("of"), problems);
        if (!question.of) return false;
    }
    question.actor = request.value("actor");
    question.limit = request.value("format", "text") == "text" && !request.has("full") ? limit_of_text : 0;
    if (request.has("limit")) {
        const std::string limit = request.value("limit");
        std::from_chars(limit.data(), limit.data() + limit.size(), question.limit);
    }
    return true;
}

void say_left_out(const Request& request, const Answer& answer) {
    if (request.value("format", "text") != "text") return;
    if (answer.versions.empty()) {
        say_result(request, "Inga poster.", "No entries.");
    } else if (answer.left_out > 0) {
        const std::string shown = count_text(answer.versions.size()), left = count_text(answer.left_out);
        say_result(request, "\nDe " + shown + " senaste visas, " + left + " tidigare inte. Alla: --limit 0.",
                   "\nThe newest " + shown + " are shown, " + left + " earlier ones are not. All: --limit 0.");
    }
}

}  // namespace

// Entries in order of time, the newest last: as a diary is read, and next to the prompt.
Exit log_show(const Request& request) {
    Problems problems;
    progress(request, "Läser loggen …", "Reading the log …");
    const auto store = open_store(request, store::Access::read);
    const auto municipality = municipality_of(request, *store, problems);
    const app::KnownPtr known = municipality ? app::load(*store, *municipality, problems) : nullptr;
    Question question;
    if (!known || !read_question(request, *store, *known, question, problems)) return tell(request, problems);
    const Answer answer = find_entries(*store, *municipality, question, problems);
    const auto form = entry_form(request.value("format", "text"), style_of(request));
    std::string text = form->begin();
    const bool to_file = request.value("out", "-") != "-";
    auto see = [&](const SeenEntry& seen) {
        text += form->entry(seen, question.of);
        if (to_file) return;
        progress_done();
        write_result(request, text);
        text.clear();
    };
    see_entries(*store, known, answer.versions, see, problems);
    progress_done();
    if (to_file) write_result(request, text);
    say_left_out(request, answer);
    return tell(request, problems);
}

// What differs between two versions, whatever happened in between.
Exit log_diff(const Request& request) {
    Problems problems;
    progress(request, "Läser loggen …", "Reading the log …");
    const auto store = open_store(request, store::Access::read);
    const auto municipality = municipality_of(request, *store, problems);
    const app::KnownPtr now = municipality ? app::load(*store, *municipality, problems) : nullptr;
    const app::KnownPtr to = now ? known_at(request, "to", *store, now, problems) : nullptr;
    const app::KnownPtr from = to ? known_at(request, "from", *store, now, problems) : nullptr;
    if (!from) return tell(request, problems);
    const std::vector<ThingChange> changes = things_changed(from->state, to->state, difference(from->state, to->state));
    const auto form = entry_form(request.value("format", "text"), style_of(request));
    std::string text = form->begin();
    if (request.value("format", "text") == "text") {
        const bool sv = request.language == Language::sv;
        const std::string counts = counts_of_changes(changes, request.language);
        text += sv ? "Från version " + count_text(from->version) + " (" + swedish_time(from->time) + ") till version " +
                         count_text(to->version) + " (" + swedish_time(to->time) + "): " + (counts.empty() ? "inget skiljer" : counts) + ".\n"
                   : "From version " + count_text(from->version) + " (" + swedish_time(from->time) + ") to version " +
                         count_text(to->version) + " (" + swedish_time(to->time) + "): " + (counts.empty() ? "nothing differs" : counts) + ".\n";
    }
    text += form->difference(to->state, changes);
    progress_done();
    write_result(request, text);
    return tell(request, problems);
}

}  // namespace styrkedja::cli
