// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/description.h"

namespace styrkedja {

template <>
const StructInfo& description<LedgerProfile>() {
    static const StructInfo info{45, "ledger-profiles", "importprofiler", "How files of the ledger are read: what their code parts and columns are.", {
        required<&LedgerProfile::id>(1, "id", "id", "Permanent id."),
        field<&LedgerProfile::name>(2, "name", "namn", "Name."),
        required<&LedgerProfile::ledger>(3, "ledger", "räkenskaper", "Which ledger the files are of: a later file of one ledger takes the place of an earlier."),
        field<&LedgerProfile::outcome>(4, "outcome", "utfall", "The version whose facts the actual amounts become."),
        field<&LedgerProfile::budget>(5, "budget", "budget", "The version whose facts the budget amounts become."),
        field<&LedgerProfile::dimensions>(6, "dimensions", "dimensioner", "SIE: what each dimension is (\"1=responsibility\"); what isn't named is not taken."),
        field<&LedgerProfile::columns>(7, "columns", "kolumner", "Sheets: what each column is (\"Ansvar=responsibility\", \"Jan=actual@01\")."),
        field<&LedgerProfile::sign>(8, "sign", "tecken", "The amounts' sign: the ledger's (debit +) or the result's (income +)."),
        field<&LedgerProfile::in>(9, "in", "belopp i", "The unit of a sheet's amounts; SIE is always kronor."),
        field<&LedgerProfile::sheet>(10, "sheet", "blad", "The workbook's sheet; empty = the first with rows."),
        field<&LedgerProfile::heading>(11, "heading", "rubrikrad", "The row with headings, from 1; empty = it is looked for."),
        field<&LedgerProfile::lengths>(12, "lengths", "kodlängder", "How long codes are (\"account=4\"): zeros that Excel has eaten are put back."),
        field<&LedgerProfile::skip>(13, "skip", "hoppa över", "Rows that begin with one of these words are sums, and are not read."),
    }};
    return info;
}

template <>
const StructInfo& description<CodeMapping>() {
    static const StructInfo info{46, "code-mappings", "kodnycklar", "What a ledger's code is in the municipality's tree, where the thing's own code doesn't say it, or for a time.", {
        key_part<&CodeMapping::dimension>(1, "dimension", "koddel", "account, responsibility, service, project, counterparty, activity, or a free code part's name.", true),
        key_part<&CodeMapping::code>(2, "code", "kod", "\"4711\", \"47*\" or \"4700..4799\"; the longest that fits counts.", true),
        key_part<&CodeMapping::since>(3, "since", "från", "First day; empty = always."),
        key_part<&CodeMapping::ledger>(4, "ledger", "räkenskaper", "Only in this ledger; empty = all."),
        field<&CodeMapping::until>(5, "until", "till", "Last day; empty = still."),
        required<&CodeMapping::target>(6, "target", "är", "The unit, account, service, project or counterparty."),
    }};
    return info;
}

template <>
const StructInfo& description<LedgerBatch>() {
    static const StructInfo info{47, "ledger-batches", "räkenskapsposter", "Files of the ledger that have been read. Made by styrkedja ledger import, never by hand.", {
        required<&LedgerBatch::id>(1, "id", "id", "Permanent id."),
        required<&LedgerBatch::ledger>(2, "ledger", "räkenskaper", "Of which ledger."),
        field<&LedgerBatch::part>(3, "part", "del", "Which part of the ledger, where a month comes in several files."),
        field<&LedgerBatch::profile>(4, "profile", "profil", "By which profile it was read."),
        required<&LedgerBatch::figure>(5, "figure", "slag", "actual or budget."),
        required<&LedgerBatch::version>(6, "version", "version", "Whose facts they are."),
        required<&LedgerBatch::year>(7, "year", "år", "The fiscal year."),
        required<&LedgerBatch::months>(8, "months", "månader", "Its scope."),
        field<&LedgerBatch::shown>(9, "shown", "gäller för", "The months of it that still count; empty = all."),
        field<&LedgerBatch::rows>(10, "rows", "rader", "How many rows were booked."),
        field<&LedgerBatch::vouchers>(11, "vouchers", "verifikat", "How many vouchers."),
        field<&LedgerBatch::debit>(12, "debit", "debet", "The sum of debits, in kronor."),
        field<&LedgerBatch::credit>(13, "credit", "kredit", "The sum of credits, in kronor, below zero."),
        required<&LedgerBatch::content>(14, "content", "innehåll", "Hash of its facts."),
        field<&LedgerBatch::pages>(15, "pages", "verifikatsidor", "Hash over its vouchers."),
        field<&LedgerBatch::file>(16, "file", "fil", "The file's name."),
        field<&LedgerBatch::file_hash>(17, "file-hash", "filens hash", "Hash of its bytes."),
        field<&LedgerBatch::program>(18, "program", "program", "The program that wrote it."),
        field<&LedgerBatch::generated>(19, "generated", "skapad", "When it was written, as it says."),
    }};
    return info;
}

template <>
const StructInfo& description<VoucherRight>() {
    static const StructInfo info{48, "voucher-rights", "verifikaträttigheter", "Who may read the texts of vouchers and see whom they concern.", {
        required<&VoucherRight::id>(1, "id", "id", "Permanent id."),
        required<&VoucherRight::person>(2, "person", "person", "Who, as the log names them."),
        field<&VoucherRight::unit>(3, "unit", "enhet", "Of this unit and those below it; empty = all."),
        field<&VoucherRight::accounts>(4, "accounts", "konton", "Codes of accounts (\"40* 5011\"); empty = all."),
        field<&VoucherRight::valid>(5, "valid", "gäller", "From when to when."),
        field<&VoucherRight::decision>(6, "decision", "beslut", "Who decided it."),
    }};
    return info;
}

template <>
const StructInfo& description<Reorganisation>() {
    static const StructInfo info{49, "reorganisations", "omorganisationer", "How earlier figures are told for units as they became.", {
        key_part<&Reorganisation::from>(1, "from", "från", "The unit that had it.", true),
        key_part<&Reorganisation::to>(2, "to", "till", "The unit that has it now.", true),
        key_part<&Reorganisation::day>(3, "day", "dag", "The first day of the new organisation.", true),
        key_part<&Reorganisation::service>(4, "service", "verksamhet", "Only what was for this."),
        key_part<&Reorganisation::account>(5, "account", "konto", "Only what was on this."),
        required<&Reorganisation::share>(6, "share", "andel", "Its share, in per cent."),
        field<&Reorganisation::decision>(7, "decision", "beslut", "Who decided it."),
    }};
    return info;
}

template <>
const StructInfo& description<Counterparty>() {
    static const StructInfo info{50, "counterparties", "motparter", "With whom: what a counterparty code means.", {
        required<&Counterparty::id>(1, "id", "id", "Permanent id."),
        required<&Counterparty::name>(2, "name", "namn", "Name, as printed."),
        field<&Counterparty::code>(3, "code", "kod", "The ledger's code; \"1*\" for a series."),
        required<&Counterparty::kind>(4, "kind", "slag", "internal is eliminated in the municipality's totals."),
        field<&Counterparty::unit>(5, "unit", "enhet", "Internal: which unit."),
    }};
    return info;
}

}  // namespace styrkedja
