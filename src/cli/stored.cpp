// SPDX-License-Identifier: EUPL-1.2
#include "cli/stored.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "app/ledger/facts.h"
#include "base/nearest.h"
#include "cli/places.h"
#include "cli/work.h"
#include "domain/checks/checks.h"
#include "locale/swedish_time.h"
#include "log/digest.h"
#include "log/entry.h"

namespace styrkedja::cli {
namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& each : names) text += (text.empty() ? "" : ", ") + each;
    return text;
}

// 48 bits of the time, then chance, with the six bits that say what it is.
std::string uuid() {
    std::string bytes = log::random_salts()(16);
    const store::Time now = app::system_clock()();
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<char>(now >> (40 - 8 * i));
    bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
    std::string digits = log::hex(bytes);
    for (std::size_t at : {20U, 16U, 12U, 8U}) digits.insert(at, 1, '-');
    return digits;
}

}  // namespace

std::unique_ptr<store::Store> open_store(const Request& request, store::Access access) {
    return store::open(request.value("db"), access);
}

std::vector<std::string> municipalities_of(const Request& request, store::Reader& store, Problems& problems) {
    std::vector<std::string> there = store.municipalities();
    if (there.empty()) problems.add("store_has_no_log", Severity::error, {});
    if (there.empty() || !request.has("municipality")) return there;
    const std::string wanted = request.value("municipality");
    if (std::find(there.begin(), there.end(), wanted) != there.end()) return {wanted};
    const std::vector<std::string_view> names(there.begin(), there.end());
    problems.add("municipality_is_not_in_store", Severity::error, {},
                 {{"municipality", wanted}, {"near", std::string(nearest(wanted, names))}, {"choices", listed(there)}});
    return {};
}

std::optional<std::string> municipality_of(const Request& request, store::Reader& store, Problems& problems) {
    const std::vector<std::string> found = municipalities_of(request, store, problems);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) problems.add("municipality_is_not_named", Severity::error, {}, {{"choices", listed(found)}});
    return std::nullopt;
}

app::KnownPtr known_at(const Request& request, std::string_view option, store::Reader& store, const app::KnownPtr& now,
                       Problems& problems) {
    if (!request.has(option)) return now;
    const std::string text = request.value(option);
    const std::optional<Version> version = app::moment(store, *now, text, problems);
    if (!version) return nullptr;
    if (*version != 0) return app::as_of(store, now, *version, problems);
    const std::optional<store::LogRow> first = store.log_row(now->municipality, 1);
    const std::string since = first ? swedish_time(log::EntryReader(first->entry, first->content).head().time) : "";
    problems.add("nothing_was_known_then", Severity::error, {}, {{"moment", text}, {"first", since}});
    return nullptr;
}

app::KnownPtr known_with_facts(const Request& request, store::Reader& store, const std::string& municipality, Problems& problems) {
    const app::KnownPtr now = app::load(store, municipality, problems);
    const app::KnownPtr then = now ? known_at(request, "as-of", store, now, problems) : nullptr;
    return then ? app::with_facts(store, then, problems) : nullptr;
}

LoadedPack load_stored(const Request& request, Problems& problems) {
    progress(request, "Läser databasen …", "Reading the database …");
    LoadedPack pack;
    const auto store = open_store(request, store::Access::read);
    const auto municipality = municipality_of(request, *store, problems);
    if (!municipality) return pack;
    const app::KnownPtr known = known_with_facts(request, *store, *municipality, problems);
    if (!known) return pack;
    pack.state = known->state;
    progress(request, "Kontrollerar …", "Checking …");
    check_state(pack.state, problems);
    locate(pack, problems);
    return pack;
}

std::unique_ptr<app::Sequencer> open_sequencer(std::unique_ptr<store::Store> store, std::string municipality, Problems& problems) {
    auto sequencer = std::make_unique<app::Sequencer>(std::move(store), std::move(municipality), app::system_clock(),
                                                      log::random_salts(), problems);
    return problems.has_errors() ? nullptr : std::move(sequencer);
}

std::unique_ptr<app::Sequencer> open_sequencer(const Request& request, Problems& problems) {
    auto store = open_store(request, store::Access::write);
    auto municipality = municipality_of(request, *store, problems);
    return municipality ? open_sequencer(std::move(store), std::move(*municipality), problems) : nullptr;
}

std::string command_id(const Request& request) { return request.has("command") ? request.value("command") : uuid(); }

std::string actor(const Request& request) {
    if (std::string given = request.value("actor"); !given.empty()) return given;
    const passwd* user = getpwuid(getuid());
    return user ? user->pw_name : "uid " + std::to_string(getuid());
}

void say_result(const Request& request, const std::string& sv, const std::string& en) {
    progress_done();
    const std::string& text = request.language == Language::sv ? sv : en;
    std::fwrite((text + "\n").data(), 1, text.size() + 1, stdout);
}

bool is_done(const app::Outcome& outcome, const std::string& command, Problems& problems) {
    using What = app::Outcome::What;
    problems.append(outcome.problems);
    if (outcome.what == What::collided) problems.add("log_is_written_by_others", Severity::error, {});
    if (outcome.what == What::unknown) {
        problems.add("command_outcome_is_not_known", Severity::error, {}, {{"command", command}});
    }
    return outcome.what == What::done || outcome.what == What::already;
}

Exit ended(const Request& request, const app::Outcome& outcome, Problems& problems) {
    using What = app::Outcome::What;
    const Exit exit = tell(request, problems);
    return outcome.what == What::failed || outcome.what == What::unknown ? Exit::machine : exit;
}

}  // namespace styrkedja::cli
