// SPDX-License-Identifier: EUPL-1.2
#include "compose/making.h"
#include "domain/process/description.h"
#include "locale/date.h"
#include "locale/typography.h"

// What the first page, the header and the footer say of the document.
namespace styrkedja::composing {

using namespace document;

namespace {

document::State state_of(const Making& making) {
    if (making.context.draft) return document::State::draft;
    switch (making.entity.state) {
        case DocumentState::draft: return document::State::draft;
        case DocumentState::submitted: return document::State::submitted;
        case DocumentState::approved: return document::State::approved;
        case DocumentState::decided: return document::State::decided;
        case DocumentState::published: return document::State::published;
    }
    return document::State::draft;
}

std::string joined(std::string_view word, const std::string& number) {
    return number.empty() ? std::string(word) : std::string(word) + " " + number;
}

// "Version 1.0 · beslutad 2016-02-10", "Utkast 0.9 · 2016-05-17 · inte beslutad". What is not decided always says so.
std::string state_text(const Making& making, document::State state) {
    const ComposeWords& words = making.words;
    const DocumentEntity& entity = making.entity;
    std::string date = entity.date.exists() ? entity.date.str() : "";
    if (state >= document::State::decided) {
        std::string version = entity.version.empty() ? "" : joined(words.version_before, entity.version) + " · ";
        return version + joined(state == document::State::decided ? words.decided : words.published, date);
    }
    std::string_view word = state == document::State::draft       ? words.draft
                            : state == document::State::submitted ? words.submitted
                                                                  : words.approved;
    std::string text = joined(word, entity.version);
    // The date of a decided document is the decision's, and a draft made of it is not that document.
    bool was_decided = entity.state >= DocumentState::decided;
    if (was_decided) text += " · " + std::string(words.computed_figures);
    else if (!date.empty()) text += " · " + date;
    return text + " · " + std::string(words.not_decided);
}

std::string period_words(const Period& period) {
    if (!period.exists()) return "";
    auto day = [](Date date) {
        return make_day(date.year(), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    };
    return period_in_words(day(period.start()), day(Date::from_days(period.end().days() - 1)));
}

}  // namespace

void write_front_page(Making& making) {
    const DocumentEntity& entity = making.entity;
    const PackHead& pack = *making.state.pack;
    Document& paper = making.paper;
    paper.id = entity.id.str();
    paper.municipality = pack.id.str();
    paper.municipality_name = typographic(pack.name);
    if (making.context.unit) {
        paper.unit = making.context.unit->id.str();
        paper.unit_name = typographic(making.context.unit->name.at(making.context.day()));
    }
    if (making.context.uses) paper.kind = typographic(making.context.uses->name);
    paper.title = typographic(entity.title);
    if (making.context.occasion) {
        paper.occasion = making.context.occasion->id.str();
        paper.occasion_name = typographic(making.context.occasion->name);
    }
    paper.subtitle = entity.subtitle.empty() ? period_words(making.context.period()) : typographic(entity.subtitle);
    paper.diary_number = entity.diary_number;
    paper.date = entity.date.exists() ? entity.date.str() : "";
    paper.version = entity.version;
    paper.state = state_of(making);
    paper.state_text = state_text(making, paper.state);
    paper.colour = pack.colour;
    paper.logo_svg = pack.logo_svg;
    const ComposeWords& words = making.words;
    const std::pair<std::string_view, const std::string*> facts[] = {
        {words.to, &entity.addressed_to},        {words.date, &paper.date},
        {words.diary_number, &entity.diary_number}, {words.responsible, &entity.responsible},
        {words.amounts, &entity.amounts},        {words.version, &entity.version},
    };
    for (const auto& [label, text] : facts) {
        if (!text->empty()) paper.facts.emplace_back(std::string(label), plain_inlines(*text));
    }
    paper.lead = making.later_line(entity.lead, place_of(entity, "lead"), {});
}

}  // namespace styrkedja::composing
