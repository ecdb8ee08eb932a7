// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "domain/ledger/columns.h"
#include "domain/process/description.h"
#include "domain/state/table.h"

namespace styrkedja {

// Everything that is known of a municipality at one version: an immutable value. A copy is cheap and shares its
// parts with what it came from (Table).
struct State {
    std::shared_ptr<const Held<PackHead>> pack = std::make_shared<const Held<PackHead>>();
    Table<UnitKind> unit_kinds;
    Table<Unit> units;
    Table<Scale> scales;
    Table<GovernanceModel> governance_models;
    Table<Level> levels;
    Table<AssignmentType> assignment_types;
    Table<BudgetChangeKind> budget_change_kinds;
    Table<Rule> rules;
    Table<Occasion> occasions;
    Table<Template> templates;
    Table<Account> accounts;
    Table<Service> services;
    Table<Project> projects;
    Table<FigureVersion> versions;
    Table<EconomyFact> economy;
    Table<Volume> volumes;
    Table<NamedFigure> figures;
    Table<BudgetChange> budget_changes;
    Table<ResultUnit> result_units;
    Table<CarryOver> carry_overs;
    Table<Grant> grants;
    Table<Goal> goals;
    Table<Indicator> indicators;
    Table<Target> targets;
    Table<Outcome> outcomes;
    Table<Expected> expectations;
    Table<Activity> activities;
    Table<Assignment> assignments;
    Table<Progress> progress;
    Table<Measure> measures;
    Table<Assessment> assessments;
    Table<Comment> comments;
    Table<Risk> risks;
    Table<Control> controls;
    Table<Finding> findings;
    Table<Note> notes;
    Table<TextEntity> texts;
    Table<RetiredId> retired_ids;
    Table<DocumentEntity> documents;
    Table<Instance> instances;
    Table<Statement> statements;
    Table<Appendix> appendices;
    Table<Published> published;
    Table<LedgerProfile> ledger_profiles;
    Table<CodeMapping> code_mappings;
    Table<LedgerBatch> ledger_batches;
    Table<VoucherRight> voucher_rights;
    Table<Reorganisation> reorganisations;
    Table<Counterparty> counterparties;
    Table<SpreadingKey> spreading_keys;
    Table<ForecastCause> forecast_causes;
    Table<Forecast> forecasts;
    Table<InternalCharge> internal_charges;

    // The facts that the batches name by their hash, read in beside the fold (app/known.h); null = none are. No part of the
    // log: the same hash is always the same facts.
    std::shared_ptr<const ledger::LoadedColumns> ledger;
};

// What can be done with any kind without knowing it. A thing is passed as a pointer to its struct.
struct Kind {
    const StructInfo* info;
    bool named;                        // has an id of its own; else its key parts name it
    bool many;                         // written as CSV rather than YAML in the canonical pack
    std::shared_ptr<void> (*make)();   // a new thing with all defaults
    std::shared_ptr<void> (*copy)(const void* thing);
    void (*set_id)(void* thing, Id id);
    const Id& (*id)(const void* thing);
    FieldVersions& (*versions)(void* thing);  // of a thing that was made, copied or found here
    // Puts things (made by make) into the state, replacing the kind's table.
    void (*fill)(State& state, std::vector<std::shared_ptr<void>>&& things);
    void (*put)(State& state, std::shared_ptr<void> thing);   // one, in place of the one with its id
    bool (*remove)(State& state, std::string_view id);        // false: wasn't there
    void (*edit)(State& state, std::vector<Tree::Edit> edits);  // many at once
    void (*each)(const State& state, const std::function<void(const void*)>& see);   // by id
    const void* (*find)(const State& state, std::string_view id);
    std::size_t (*size)(const State& state);
    // The things that aren't the same object in both, by id; null where there is none.
    void (*differences)(const State& before, const State& after, const std::function<void(const void*, const void*)>& see);

    const FieldVersions& versions_of(const void* thing) const { return versions(const_cast<void*>(thing)); }
};

// All kinds but the pack's head, in the order in which a pack presents them.
std::span<const Kind> kinds();
// The pack's head as a kind of one thing, which goes by any id; and then all the others.
const Kind& head_kind();
const Kind* find_kind(std::string_view name);          // by key or Swedish name
const Kind* kind_of(const StructInfo& info);

// The id of a thing named by its key parts: their texts with / between, empty ones at the end left out.
Id key_of(const StructInfo& info, const void* thing);

// The kind and thing of an id that stands by itself; null where there is none. (One id names one thing.)
struct Found {
    const Kind* kind = nullptr;
    const void* thing = nullptr;
};
Found find_anything(const State& state, std::string_view id);

}  // namespace styrkedja
