// SPDX-License-Identifier: EUPL-1.2
#include "reports/context.h"

#include <algorithm>

#include "base/utf8.h"
#include "domain/values/written_number.h"
#include "locale/typography.h"
#include "reports/field_rooms.h"

namespace styrkedja::reports {
namespace {

template <class T>
void put(ReportIndex::By<T>& map, std::string_view id, const T& thing) {
    map[id].push_back(&thing);
}

// The state holds things by id, so that a stable sort gives order, then id.
template <class T>
void sort_lists(ReportIndex::By<T>& map) {
    for (auto& [id, list] : map) {
        std::stable_sort(list.begin(), list.end(),
                         [](const T* a, const T* b) { return a->order < b->order; });
    }
}

template <class T>
void put_by_goals(ReportIndex::By<T>& map, const Table<T>& things) {
    for (const T& thing : things) {
        for (const Ref<Goal>& goal : thing.goals) put<T>(map, goal.str(), thing);
    }
    sort_lists(map);
}

}  // namespace

ReportIndex::ReportIndex(const State& state) : economy(state) {
    for (const Comment& each : state.comments) put(comments, each.subject.str(), each);
    for (const Progress& each : state.progress) put(progress, each.subject.str(), each);
    for (const Expected& each : state.expectations) put(expectations, each.subject.str(), each);
    for (const Outcome& each : state.outcomes) put(outcomes, each.indicator.str(), each);
    for (const Target& each : state.targets) put(targets, each.indicator.str(), each);
    for (const styrkedja::Assessment& each : state.assessments) put(assessments, each.goal.str(), each);
    for (const Goal& each : state.goals) {
        put(goals_of_level, each.level.str(), each);
        for (const Ref<Goal>& parent : each.parents) put(goals_below, parent.str(), each);
    }
    for (const Measure& each : state.measures) {
        for (const AnyRef& subject : each.subjects) put(measures, subject.str(), each);
    }
    for (const Published& each : state.published)
        published[each.document.str()][each.table.str()].push_back(&each);
    for (const Unit& each : state.units) {
        const UnitKind* kind = state.unit_kinds.find(each.kind.str());
        if (kind && kind->role == UnitRole::council) councils.push_back(each.id.str());
    }
    list_things(state, listed);
    sort_lists(goals_of_level);
    sort_lists(goals_below);
    sort_lists(measures);
    put_by_goals(indicators, state.indicators);
    put_by_goals(activities, state.activities);
    put_by_goals(assignments, state.assignments);
    put_by_goals(projects, state.projects);
}

Context Context::of(const State& state, const ReportIndex& index, const DocumentEntity& document,
                    bool draft) {
    Context context{state, index, document, nullptr, nullptr, nullptr, draft, {}, {}};
    context.uses = state.templates.find(document.uses.str());
    context.occasion = state.occasions.find(document.occasion.str());
    context.unit = state.units.find(document.unit.str());
    return context;
}

Period Context::period() const {
    if (occasion && occasion->period.exists()) return occasion->period;
    return document.date.exists() ? Period::of_year(document.date.year()) : Period();
}

Period Context::year() const {
    return period().exists() ? Period::of_year(period().year()) : Period();
}
Period Context::last_year() const {
    return year().shifted(-1);
}

Period Context::last_period() const {
    return period().shifted(-1);
}

Period Context::previous() const {
    const Occasion* before = occasion ? state.occasions.find(occasion->previous.str()) : nullptr;
    return before ? before->period : Period();
}

Date Context::day() const {
    Period covered = period();
    return covered.exists() ? Date::from_days(covered.end().days() - 1) : document.date;
}

bool Context::prints_published() const {
    return !draft && document.state >= DocumentState::decided;
}

std::optional<Period> period_named(const Context& context, std::string_view text) {
    if (text == "year") return context.year();
    if (text == "period") return context.period();
    if (text == "last-year") return context.last_year();
    if (text == "last-period") return context.last_period();
    if (text == "previous") return context.previous();
    return Period::parse(text);
}

std::string_view text_of(const State& state, const Prose& prose) {
    if (!prose.is_reference()) return prose.text;
    const TextEntity* text = state.texts.find(prose.reference());
    return text ? std::string_view(text->text.text) : std::string_view();
}

Place place_of_text(const Prose& prose, Place place) {
    if (!prose.is_reference()) return place;
    place.entity = "texts/" + prose.reference();
    place.field = "text";
    return place;
}

std::vector<document::Inlines> printed(const Context& context, const Prose& prose, const Place& place,
                                       Problems& problems) {
    return printed(context, text_of(context.state, prose), place_of_text(prose, place), problems);
}

std::vector<document::Inlines> printed(const Context& context, std::string_view text, const Place& place,
                                       Problems& problems) {
    if (text.empty()) return {};
    if (context.prose) return context.prose(text, place, problems);
    std::vector<document::Inlines> paragraphs;
    while (!text.empty()) {
        std::size_t end = text.find("\n\n");
        std::string_view paragraph = text.substr(0, end);
        while (!paragraph.empty() && paragraph.back() == '\n') paragraph.remove_suffix(1);
        if (!paragraph.empty()) paragraphs.push_back({document::Text{typographic(paragraph)}});
        text = end == text.npos ? std::string_view() : text.substr(end + 2);
    }
    return paragraphs;
}

Place template_place(const Context& context, std::string field, std::size_t column) {
    Place place;
    place.entity = "templates/" + context.document.uses.str();
    place.field = std::move(field);
    place.column = static_cast<std::uint32_t>(column);
    return place;
}

// Edits from one name to the other: a letter changed, put in, taken out, or two that changed places.
static std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), earlier;
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        earlier = before;
        before = row;
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] =
                std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], earlier[j - 2] + 1);
        }
    }
    return row[b.size()];
}

void NearestName::offer(std::string_view name) {
    std::size_t limit = std::max<std::size_t>(1, wanted_.size() / 3);
    std::size_t apart =
        name.size() > wanted_.size() ? name.size() - wanted_.size() : wanted_.size() - name.size();
    if (apart > limit || name == wanted_) return;
    std::size_t distance = edits(wanted_, name);
    if (distance <= limit && distance < distance_) {
        distance_ = distance;
        best_ = name;
    }
}

// The place of a letter in the alphabet: å ä ö after z, é and è beside e.
static char32_t letter_weight(char32_t c) {
    switch (c) {
        case U'å':
            return U'z' + 1;
        case U'ä':
        case U'æ':
            return U'z' + 2;
        case U'ö':
        case U'ø':
            return U'z' + 3;
        case U'é':
        case U'è':
            return U'e';
        case U'ü':
            return U'y';
        default:
            return c > U'z' ? c + 8 : c;
    }
}

int swedish_order(std::string_view a, std::string_view b) {
    std::string left = small_letters(a), right = small_letters(b);
    std::size_t i = 0, j = 0;
    while (i < left.size() && j < right.size()) {
        char32_t x = letter_weight(next_character(left, i)), y = letter_weight(next_character(right, j));
        if (x != y) return x < y ? -1 : 1;
    }
    if (i < left.size() || j < right.size()) return j < right.size() ? -1 : 1;
    return a.compare(b);
}

}  // namespace styrkedja::reports
