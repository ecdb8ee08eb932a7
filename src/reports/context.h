// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/problem.h"
#include "document/document.h"
#include "domain/economy/facts.h"
#include "domain/state/state.h"

// Reports: state × template × occasion -> typed tables and figures, each cell knowing where it comes from.
// Pure.
namespace styrkedja::reports {

// What many tables need to find quickly, found once per state and shared by all its documents. Points into
// the state, which must outlive it. Lists are in printed order (field `order`, then id).
struct ReportIndex {
    explicit ReportIndex(const State& state);
    ReportIndex(const ReportIndex&) = delete;
    ReportIndex& operator=(const ReportIndex&) = delete;

    template <class T>
    using By = std::unordered_map<std::string_view, std::vector<const T*>>;
    template <class T>
    static const std::vector<const T*>& in(const By<T>& map, std::string_view id) {
        static const std::vector<const T*> none;
        auto it = map.find(id);
        return it == map.end() ? none : it->second;
    }

    EconomyIndex economy;
    By<Comment> comments;                   // by subject
    By<Progress> progress;                  // by subject
    By<Expected> expectations;              // by subject
    By<Outcome> outcomes;                   // by indicator
    By<Target> targets;                     // by indicator
    By<styrkedja::Assessment> assessments;  // by goal
    By<Goal> goals_below;                   // by parent
    By<Goal> goals_of_level;                // by level
    By<Indicator> indicators;               // by goal, as the three below
    By<Activity> activities;
    By<Assignment> assignments;
    By<Measure> measures;  // by any subject
    By<Project> projects;  // by goal
    std::unordered_map<std::string_view, std::map<std::string_view, std::vector<const Published*>>> published;
    // by document, by table

    // All things of a kind that tables can list, in printed order, and by whose they are (positions in
    // `all`).
    struct Listed {
        const Kind* kind = nullptr;
        std::vector<const void*> all;
        std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_unit;
        std::vector<std::uint32_t> of_nobody;
    };
    std::map<RowSource, Listed> listed;
    std::vector<std::string_view> councils;  // units that are the municipality's council
};

// A goal's ratings at the document's occasion, for a unit at a place in the tree, as the document may print
// them. Computed beside the reports (domain/assess) and handed in.
struct GoalRating {
    Id proposal, assessed, decision,
        printed;  // values of the scale; empty = none. printed = decision, else assessed
    std::optional<document::Mark> proposal_mark, assessed_mark, decision_mark, printed_mark;
    std::string remark;
    std::vector<document::Source> sources;  // "assessments/…", what the rule counted
};
using RatingOf = std::function<const GoalRating*(const Goal& goal, const Unit* unit, const Goal* place)>;

// The goal whose section is being made, and the parent under which it stands there. Null at the top.
struct GoalInHand {
    const Goal* goal = nullptr;
    const Goal* place = nullptr;
};

// What a text that people wrote becomes in a cell: Markdown and quoted figures are compose's to read. The
// default takes the text as plain paragraphs. `Place` says whose text it is, for problems.
using ProseReader =
    std::function<std::vector<document::Inlines>(std::string_view text, const Place& place, Problems&)>;

// One document being made: what it is about and what may be printed.
struct Context {
    const State& state;
    const ReportIndex& index;
    const DocumentEntity& document;
    const Template* uses = nullptr;  // null when the document's template does not exist
    const Occasion* occasion = nullptr;
    const Unit* unit = nullptr;
    bool draft = false;  // made as a draft: computed figures stand, published ones are not printed
    RatingOf rating;     // empty = only what `assessments` holds
    ProseReader prose;   // empty = plain paragraphs

    static Context of(const State& state, const ReportIndex& index, const DocumentEntity& document,
                      bool draft = false);

    const EconomyIndex& economy() const { return index.economy; }
    Period period() const;  // the occasion's; without one, the year of the document's date
    Period year() const;    // the whole year in which that period ends
    Period last_year() const;
    Period last_period() const;            // the same as period(), one year earlier
    Period previous() const;               // the previous occasion's; none where it names none
    Date day() const;               // its last day: names, numbers and the organisation are those of that day
    bool prints_published() const;  // decided or published, and not made as a draft
};

// The words that stand for the period in formulas ("year", "last-period"), or a period as written
// ("2015-T1").
std::optional<Period> period_named(const Context& context, std::string_view text);

// Prose where "@id" has been replaced by the text of that id.
std::string_view text_of(const State& state, const Prose& prose);

// The same, with whose text it then is: the text's own id where the prose only refers to it.
Place place_of_text(const Prose& prose, Place place);

// The text as it is printed: by the context's reader, or as plain paragraphs.
std::vector<document::Inlines> printed(const Context& context, std::string_view text, const Place& place,
                                       Problems& problems);
std::vector<document::Inlines> printed(const Context& context, const Prose& prose, const Place& place,
                                       Problems& problems);

// The place of a field in the template, for problems: entity "templates/vb", field
// "tables.drift.columns.netto.value".
Place template_place(const Context& context, std::string field, std::size_t column = 0);

// The known name most like a mistyped one; empty when none is near.
class NearestName {
  public:
    explicit NearestName(std::string_view wanted) : wanted_(wanted) {}
    void offer(std::string_view name);
    const std::string& str() const { return best_; }

  private:
    std::string wanted_, best_;
    std::size_t distance_ = static_cast<std::size_t>(-1);
};

// Swedish alphabetical order, letter case aside: å ä ö after z, é as e.
int swedish_order(std::string_view a, std::string_view b);

}  // namespace styrkedja::reports
