// SPDX-License-Identifier: EUPL-1.2
#include "app/import_pack.h"

#include <algorithm>

#include "app/history.h"
#include "domain/state/stored.h"
#include "log/digest.h"
#include "log/snapshot.h"

namespace styrkedja::app {
namespace {

// The pack as it was read when it was imported last; empty: never, or its last import was taken back.
std::string last_base(const Known& known, std::string_view pack) {
    std::string base;
    std::vector<std::string> imports;   // versions, as a taking back names them
    for (const Landmark& each : known.landmarks) {
        if (each.kind == EntryKind::import && each.about == pack) {
            base = each.blob;
            imports.push_back(std::to_string(each.version));
        } else if (each.kind == EntryKind::take_back && std::find(imports.begin(), imports.end(), each.about) != imports.end()) {
            base = each.blob;
        }
    }
    return base;
}

// Whose head is the municipality's: the pack that came first.
bool owns_head(const Known& known, std::string_view pack) {
    for (const Landmark& each : known.landmarks) {
        if (each.kind == EntryKind::import) return each.about == pack;
    }
    return true;
}

// Another pack of the municipality only adds to its head: committees and years that it has too, and what isn't said yet.
State with_head_of(const State& known, const State& pack) {
    const Kind& kind = head_kind();
    State merged = pack;
    const void* theirs = kind.find(pack, head_id);
    std::shared_ptr<void> head = kind.copy(kind.find(known, head_id));
    for (const FieldInfo* field : logged_fields(kind)) {
        const std::string now = stored_text(*field, head.get()), said = stored_text(*field, theirs);
        if (is_linked(*field)) {
            if (!now.empty()) {  // none named = all
                for (const std::string& each : elements(*field, theirs)) link(*field, head.get(), each);
            }
        } else if (field->key == "years") {
            auto& years = static_cast<PackHead*>(head.get())->years;
            for (const std::string& each : static_cast<const PackHead*>(theirs)->years) {
                if (std::find(years.begin(), years.end(), each) == years.end()) years.push_back(each);
            }
        } else if (now.empty()) {
            restore(kind, *field, head.get(), said);
        }
    }
    kind.put(merged, std::move(head));
    return merged;
}

State base_state(store::Reader& store, const Known& known, const std::string& hash, bool& first) {
    State base;
    first = true;
    if (hash.empty()) return base;
    const std::optional<store::Blob> blob = store.blob(known.municipality, hash);
    if (blob && !blob->erased) first = !log::read_state(blob->bytes, base);
    return first ? State() : base;
}

}  // namespace

std::string pack_name(const PackHead& head) {
    std::string name;
    for (const Ref<Unit>& each : head.committees) name += (name.empty() ? "" : " ") + each.str();
    for (const std::string& each : head.years) name += (name.empty() ? "" : " ") + each;
    return name.empty() ? "all" : name;
}

ImportPlan plan_import(store::Reader& store, const Known& known, const State& pack, std::string name, Problems& problems) {
    ImportPlan plan;
    plan.pack = name.empty() ? pack_name(*pack.pack) : std::move(name);
    if (pack.pack->id.str() != known.municipality) {
        problems.add("pack_is_another_municipalitys", Severity::error, Place{"", 0, 0, "", "pack/" + pack.pack->id.str(), "municipality"},
                     {{"pack", pack.pack->id.str()}, {"municipality", known.municipality}});
        return plan;
    }
    std::string bytes = log::write_state(pack);
    plan.blob = {log::hash_of(bytes), "pack", std::move(bytes), false};
    const std::string last = last_base(known, plan.pack);
    plan.has_news = last != plan.blob.hash;
    State base = base_state(store, known, last, plan.first);
    State theirs = pack;
    if (!owns_head(known, plan.pack)) {
        theirs = with_head_of(known.state, pack);
        base.pack = known.state.pack;
    }
    Merge merged = merge(base, theirs, known.state);
    plan.changes = std::move(merged.changes);
    plan.conflicts = std::move(merged.conflicts);
    return plan;
}

Command import_command(const ImportPlan& plan, const Known& known, std::string command, std::string actor) {
    Command made;
    made.id = std::move(command);
    made.kind = EntryKind::import;
    made.actor = std::move(actor);
    made.about = plan.pack;
    made.blob = plan.blob.hash;
    made.read = known.version;
    made.changes = plan.changes;
    return made;
}

TakeBackPlan plan_take_back(store::Reader& store, const KnownPtr& known, Version version, Problems& problems) {
    TakeBackPlan plan;
    if (version == 0 || version > known->version) {
        problems.add("version_is_not_there_yet", Severity::error, {},
                     {{"version", std::to_string(version)}, {"newest", std::to_string(known->version)}});
        return plan;
    }
    const KnownPtr after = as_of(store, known, version, problems);
    const KnownPtr before = after ? as_of(store, after, version - 1, problems) : nullptr;
    if (!before) return plan;
    Merge merged = merge(after->state, before->state, known->state);
    plan.changes = std::move(merged.changes);
    plan.conflicts = std::move(merged.conflicts);
    for (const Landmark& each : after->landmarks) {
        if (each.version == version && each.kind == EntryKind::import) plan.blob = last_base(*before, each.about);
    }
    return plan;
}

Command take_back_command(const TakeBackPlan& plan, const Known& known, Version version, std::string command, std::string actor) {
    Command made;
    made.id = std::move(command);
    made.kind = EntryKind::take_back;
    made.actor = std::move(actor);
    made.about = std::to_string(version);
    made.blob = plan.blob;
    made.read = known.version;
    made.changes = plan.changes;
    return made;
}

}  // namespace styrkedja::app
