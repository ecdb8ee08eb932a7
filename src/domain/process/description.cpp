// SPDX-License-Identifier: EUPL-1.2
#include "domain/process/description.h"

namespace styrkedja {

template <>
const StructInfo& description<DocumentEntity>() {
    static const StructInfo info{39, "documents", "dokument", "The documents that can be compiled: template, occasion, committee.", {
        required<&DocumentEntity::id>(1, "id", "id", "Permanent id; `compile --document` names it."),
        required<&DocumentEntity::uses>(2, "template", "mall", "The template."),
        required<&DocumentEntity::title>(3, "title", "titel", "Title, as printed."),
        field<&DocumentEntity::subtitle>(4, "subtitle", "undertitel", "The period in words."),
        required<&DocumentEntity::unit>(5, "unit", "enhet", "The committee whose document it is."),
        required<&DocumentEntity::occasion>(6, "occasion", "tillfälle", "The occasion."),
        field<&DocumentEntity::state>(7, "state", "läge", "draft, submitted, approved, decided, published."),
        field<&DocumentEntity::date>(8, "date", "datum", "Date of the document or its decision."),
        field<&DocumentEntity::diary_number>(9, "diary-number", "diarienummer", "Diary number."),
        field<&DocumentEntity::version>(10, "version", "version", "Version (\"1.0\")."),
        field<&DocumentEntity::addressed_to>(11, "to", "till", "To whom."),
        field<&DocumentEntity::responsible>(12, "responsible", "ansvarig", "Responsible roles."),
        field<&DocumentEntity::lead>(13, "lead", "ingress", "Two sentences with the answer, on the first page."),
        field<&DocumentEntity::amounts>(14, "amounts", "belopp", "Unit and sign rule in words, on the first page."),
        field<&DocumentEntity::order>(15, "order", "ordning", "Place; empty = as they stand."),
    }};
    return info;
}

template <>
const StructInfo& description<Instance>() {
    static const StructInfo info{40, "instances", "instanser", "Bodies that a document passes: cover memo, proposals, decision.", {
        required<&Instance::id>(1, "id", "id", "Permanent id."),
        required<&Instance::document>(2, "document", "dokument", "The document."),
        field<&Instance::unit>(3, "unit", "enhet", "The body."),
        field<&Instance::name>(4, "name", "namn", "Heading of its part (\"Tjänsteskrivelse\")."),
        field<&Instance::title>(5, "title", "titel", "Title of the memo."),
        field<&Instance::date>(6, "date", "datum", "Date of the memo."),
        field<&Instance::diary_number>(7, "diary-number", "diarienummer", "The body's own case number."),
        field<&Instance::case_officer>(8, "case-officer", "handläggare", "A role."),
        field<&Instance::office>(9, "office", "kontor", "The office, as printed."),
        field<&Instance::recipient>(10, "recipient", "till", "To whom."),
        field<&Instance::summary>(11, "summary", "sammanfattning", "Summary of the case."),
        field<&Instance::proposals>(12, "proposals", "förslag till beslut", "Proposals for decision, numbered in this order."),
        field<&Instance::proposer>(13, "proposer", "förslagsställare", "Heading over the proposals."),
        field<&Instance::basis>(14, "basis", "beslutsunderlag", "Basis for decision."),
        field<&Instance::attachments>(15, "attachments", "bilagor", "Attachments, as listed."),
        field<&Instance::sent_to>(16, "sent-to", "expedieras till", "To whom the decision is sent."),
        field<&Instance::signed_by>(17, "signed-by", "undertecknas av", "Roles."),
        field<&Instance::background>(18, "background", "bakgrund", "Background, as Markdown with headings."),
        field<&Instance::decision>(19, "decision", "beslut", "What was decided."),
        field<&Instance::decided>(20, "decided", "beslutsdatum", "When."),
        field<&Instance::adjusted>(21, "adjusted", "justerat", "When the minutes were adjusted."),
        field<&Instance::paragraph>(22, "paragraph", "paragraf", "Of the minutes, with its sign, as printed (\"§ 12\")."),
        field<&Instance::order>(23, "order", "ordning", "Place; empty = as they stand."),
    }};
    return info;
}

template <>
const StructInfo& description<Statement>() {
    static const StructInfo info{41, "statements", "uttalanden", "Statements added at the meeting, printed verbatim.", {
        required<&Statement::id>(1, "id", "id", "Permanent id."),
        required<&Statement::instance>(2, "instance", "instans", "At which instance."),
        required<&Statement::kind>(3, "kind", "slag", "The municipality's word (\"Särskilt uttalande\")."),
        required<&Statement::by>(4, "by", "av", "Parties and roles, no names."),
        field<&Statement::refers_to>(5, "refers-to", "hänvisar till", "Another statement that it refers to."),
        field<&Statement::text>(6, "text", "text", "The text."),
        field<&Statement::order>(7, "order", "ordning", "Place; empty = as they stand."),
    }};
    return info;
}

template <>
const StructInfo& description<Appendix>() {
    static const StructInfo info{42, "appendices", "bilagor", "Appendices of a document.", {
        required<&Appendix::id>(1, "id", "id", "Permanent id."),
        required<&Appendix::document>(2, "document", "dokument", "The document."),
        field<&Appendix::number>(3, "number", "nummer", "Number, as printed."),
        required<&Appendix::title>(4, "title", "titel", "Title."),
        field<&Appendix::text>(5, "text", "text", "The text, when it is part of the document."),
        field<&Appendix::order>(6, "order", "ordning", "Place; empty = as they stand."),
    }};
    return info;
}

template <>
const StructInfo& description<Published>() {
    static const StructInfo info{43, "published", "publicerat", "Figures of decided documents, only where they differ from what is computed.", {
        key_part<&Published::document>(1, "document", "dokument", "The document.", true),
        key_part<&Published::table>(2, "table", "tabell", "The table's id.", true),
        key_part<&Published::row>(3, "row", "rad", "The row's id.", true),
        key_part<&Published::column>(4, "column", "kolumn", "The column's id.", true),
        required<&Published::shown>(5, "shown", "tryckt", "As printed, in the column's unit (\"17 618,9\"); \"-\" = printed as no value; \"(empty)\" = the cell is empty."),
        field<&Published::note>(6, "note", "not", "What is known about the difference."),
    }};
    return info;
}

template <>
const StructInfo& description<PackHead>() {
    static const StructInfo info{44, "pack", "paket", "Whose data this is, for whom and when.", {
        required<&PackHead::id>(1, "municipality", "kommun", "The municipality's id; packs with the same id are one municipality."),
        required<&PackHead::format>(2, "format", "format", "1."),
        required<&PackHead::name>(3, "name", "namn", "The municipality's name, as printed."),
        field<&PackHead::code>(4, "code", "kommunkod", "SCB's four digits."),
        field<&PackHead::colour>(5, "colour", "färg", "The municipality's colour, #RRGGBB."),
        field<&PackHead::logo>(6, "logo", "vapen", "An SVG file in the pack."),
        field<&PackHead::committees>(7, "committees", "nämnder", "Scope: whose data the pack holds; empty = all."),
        required<&PackHead::years>(8, "years", "år", "Scope: the years (\"2012\", \"2015..2018\"), | between."),
        field<&PackHead::amounts>(9, "amounts", "belopp i", "The unit of amounts that say no other: kr, tkr or mnkr."),
        field<&PackHead::description>(10, "description", "beskrivning", "What the pack is."),
        field<&PackHead::source>(11, "source", "källa", "Where the data come from."),
    }, {
        field<&PackHead::logo_svg>(12, "logo-svg", "vapnets bild", "What the file with the logo holds."),
    }};
    return info;
}

}  // namespace styrkedja
