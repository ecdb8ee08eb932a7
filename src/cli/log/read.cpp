// SPDX-License-Identifier: EUPL-1.2
#include "cli/log/read.h"

#include <deque>

#include "app/entries.h"
#include "app/history.h"
#include "base/nearest.h"
#include "domain/state/stored.h"
#include "log/entry.h"

namespace styrkedja::cli {
namespace {

const Kind* kind_named(std::string_view name) {
    if (name == head_kind().info->key || name == head_id || name == "kommunen") return &head_kind();
    return find_kind(name);
}

std::string_view near_kind(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Kind& each : kinds()) {
        names.push_back(each.info->key);
        names.push_back(each.info->sv);
    }
    static std::string near;
    near = nearest(name, names);
    return near;
}

bool concerns(const ChangeView& change, const Subject& subject) {
    if (change.thing != number_of(*subject.kind) || change.id != subject.id) return false;
    return !subject.field || change.field == subject.field->number || change.field == 0;
}

bool is_asked_for(log::EntryReader& reader, const Question& question) {
    if (!question.actor.empty() && (reader.head().actor_erased || reader.head().actor != question.actor)) return false;
    if (!question.of) return true;
    ChangeView change;
    while (reader.next(change)) {
        if (concerns(change, *question.of)) return true;
    }
    return false;
}

}  // namespace

std::optional<Subject> read_subject(std::string_view text, Problems& problems) {
    const std::size_t slash = text.find('/');
    Subject subject;
    subject.kind = kind_named(text.substr(0, slash));
    if (!subject.kind || slash == text.npos || slash + 1 == text.size()) {
        problems.add("subject_is_not_understood", Severity::error, {},
                     {{"subject", std::string(text)},
                      {"near", subject.kind ? "" : std::string(near_kind(text.substr(0, slash)))}});
        return std::nullopt;
    }
    std::string_view rest = text.substr(slash + 1);
    if (const std::size_t last = rest.rfind('/'); last != rest.npos) {
        subject.field = field_named(*subject.kind, rest.substr(last + 1));
        if (subject.field) rest = rest.substr(0, last);
    }
    subject.id = subject.kind == &head_kind() ? std::string(head_id) : std::string(rest);
    return subject;
}

Answer find_entries(store::Reader& store, std::string_view municipality, const Question& question, Problems& problems) {
    std::deque<Version> found;
    Answer answer;
    store.read_log(municipality, question.from - 1, question.to, [&](const store::LogRow& row) {
        log::EntryReader reader(row.entry, row.content);
        if (reader.opened() == log::Opened::yes && is_asked_for(reader, question)) found.push_back(row.version);
        if (reader.opened() != log::Opened::yes) {
            const bool is_new = reader.opened() == log::Opened::too_new;
            problems.add(app::log_problem(is_new ? "log_entry_is_too_new" : "log_entry_is_damaged", municipality, row.version));
            return false;
        }
        if (question.limit != 0 && found.size() > question.limit) {
            found.pop_front();
            ++answer.left_out;
        }
        return true;
    });
    answer.versions.assign(found.begin(), found.end());
    return answer;
}

bool see_entries(store::Reader& store, const app::KnownPtr& known, const std::vector<Version>& versions,
                 const std::function<void(const SeenEntry&)>& see, Problems& problems) {
    if (versions.empty()) return true;
    app::KnownPtr at = std::make_shared<const app::Known>(app::Known{known->municipality, {}, 0, 0, {}, {}});
    if (versions.front() > 1) at = app::as_of(store, known, versions.front() - 1, problems);
    for (const Version version : versions) {
        if (at && at->version < version - 1) at = app::follow(store, at, version - 1, problems);
        const auto row = at ? store.log_row(known->municipality, version) : std::nullopt;
        if (!row) return false;
        SeenEntry seen{{}, row->hash, at->state, {}};
        at = app::follow(store, at, version, problems);
        if (!at || log::open_entry(row->entry, row->content, seen.entry) != log::Opened::yes) return false;
        seen.after = at->state;
        see(seen);
    }
    return true;
}

}  // namespace styrkedja::cli
