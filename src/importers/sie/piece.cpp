// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/piece.h"

#include <cstring>

#include "importers/sie/piece_cut.h"

namespace styrkedja::sie {
namespace {

const char* end_of_line(const char* at) {
    while (!is_line_end(*at)) ++at;
    return at;
}

// #TRANS and #VER in capitals, by their bytes.
bool begins(const char* at, std::string_view label) { return std::memcmp(at, label.data(), label.size()) == 0; }

bool ends_label(char c) { return class_of(c) == blank || is_line_end(c); }

}  // namespace

void PieceReader::read(std::string_view piece, Found& found) {
    found_ = &found;
    found.vouchers.clear(), found.ends.clear(), found.rows.clear(), found.findings.clear(), found.flat.clear(), found.sums.clear();
    found.new_accounts.clear(), found.new_lists.clear();
    found.lines = 0, found.refused = 0, found.summed_size = 0;
    if (found.summed.size() < piece.size() + 64) found.summed.resize(piece.size() + 64);
    found.is_open_at_end = false;
    open_ = Open();
    const char* end = piece.data() + piece.size();
    for (const char* at = piece.data(); at < end;) {
        line_ = at;
        at = read_line(at);
        if (*at == '\r' && at + 1 < end && at[1] == '\n') ++at;
        ++at;
        ++found.lines;
    }
    if (open_.is_open) {
        found.is_open_at_end = true;
        line_ = open_.head_at;
        tell("sie_voucher_is_not_closed", true, {});
        drop();
    }
}

const char* PieceReader::read_line(const char* at) {
    const char* line = at;
    at = skip_blanks(at);
    switch (*at) {
        case '#': return read_record(at, line);
        case '{':
        case '}': return read_brace(at, line);
        case '\n':
        case '\r': return at;
        default: break;
    }
    const char* end = end_of_line(at);
    tell("sie_line_is_no_record", false, {at, static_cast<std::size_t>(end - at)});
    return end;
}

const char* PieceReader::read_record(const char* at, const char* line) {
    if (begins(at, "#TRANS") && ends_label(at[6])) {
        if (const char* end = plain_row(at + 6)) return end;
        if (state.summing) sum({at, 6});
        return read_row(at + 6, line);
    }
    if (begins(at, "#VER") && ends_label(at[4])) {
        if (const char* end = plain_voucher(at + 4)) return end;
        if (state.summing) sum({at, 4});
        return read_voucher(at + 4, line);
    }
    const char* end = at;
    while (!ends_label(*end)) ++end;
    const std::string_view label(at + 1, static_cast<std::size_t>(end - at - 1));
    if (same_label(label, "KSUMMA")) return read_flat(end, line, label);
    if (state.summing) sum({at, label.size() + 1});
    if (same_label(label, "TRANS")) return read_row(end, line);
    if (same_label(label, "VER")) return read_voucher(end, line);
    if (same_label(label, "RTRANS")) return read_history(end, line, true);
    if (same_label(label, "BTRANS")) return read_history(end, line, false);
    return read_flat(end, line, label);
}

const char* PieceReader::rest(const char* at) {
    for (Field field;;) {
        at = next<false>(at, field);
        if (!field.exists) return at;
    }
}

// The present line opens it.
ledger::Voucher& PieceReader::begin_voucher() {
    open_ = Open();
    open_.is_open = true;
    open_.row = found_->rows.size();
    open_.head = found_->lines;
    open_.head_at = line_;
    state.has_vouchers = true;
    ledger::Voucher& voucher = found_->vouchers.emplace_back();
    voucher.line = found_->lines;
    voucher.first = static_cast<std::uint32_t>(open_.row);
    return voucher;
}

const char* PieceReader::read_voucher(const char* at, const char*) {
    if (open_.is_open) {
        const char* present = line_;
        line_ = open_.head_at;
        tell("sie_voucher_is_not_closed", true, {});
        line_ = present;
        drop();
    }
    Field series, number, date, text, registered, signature;
    at = next<false>(at, series);
    at = next<false>(at, number);
    at = next<false>(at, date);
    at = next<false>(at, text);
    at = next<false>(at, registered);
    at = rest(next<false>(at, signature));
    ledger::Voucher& voucher = begin_voucher();
    voucher.series = series.raw;
    voucher.number = number.raw;
    voucher.text = text.raw;
    voucher.signature = signature.raw;
    voucher.date = date_of(date.raw);
    if (!voucher.date.exists()) tell("sie_voucher_has_no_date", true, date.raw);
    voucher.registered = date_of(registered.raw);
    return at;
}

const char* PieceReader::read_brace(const char* at, const char*) {
    const char* end = end_of_line(at);
    for (const char* after = at + 1; after != end; ++after) {
        if (*after == ' ' || *after == '\t') continue;
        tell("sie_line_is_no_record", false, {at, static_cast<std::size_t>(end - at)});
        break;
    }
    if (*at == '{') open_.in_braces = open_.is_open;
    else if (open_.is_open) close();
    return end;
}

// A voucher that isn't whole leaves nothing.
void PieceReader::drop() {
    found_->rows.resize(open_.row);
    found_->vouchers.pop_back();
    ++found_->refused;
    open_ = Open();
}

void PieceReader::close() {
    ledger::Voucher& voucher = found_->vouchers.back();
    if (open_.has_added) tell("sie_added_row_has_no_twin", false, {});
    const char* present = line_;
    line_ = open_.head_at;
    voucher.rows = static_cast<std::uint32_t>(found_->rows.size() - open_.row);
    if (open_.is_whole && open_.sum != 0) {
        Finding& finding = tell("sie_voucher_is_unbalanced", true, {});
        finding.ore = open_.sum;
        finding.line = open_.head;
    } else if (open_.is_whole && voucher.rows == 0) {
        tell("sie_voucher_is_empty", false, {}).line = open_.head;
    }
    line_ = present;
    if (!open_.is_whole) return drop();
    found_->ends.push_back(found_->lines);
    open_ = Open();
}

Finding& PieceReader::tell(std::string_view code, bool refuses, std::string_view value) {
    Finding finding;
    finding.code = code;
    finding.refuses = refuses;
    finding.line = line_ == open_.head_at ? open_.head : found_->lines;
    finding.line_at = line_;
    finding.value = value;
    if (open_.is_open) {
        finding.series = found_->vouchers.back().series;
        finding.number = found_->vouchers.back().number;
        if (refuses) open_.is_whole = false;
    }
    found_->findings.push_back(finding);
    return found_->findings.back();
}

const char* PieceReader::read_flat(const char* at, const char* line, std::string_view label) {
    if (!same_label(label, "KSUMMA")) {
        found_->flat.push_back({label, at, line, found_->lines});
        if (!state.summing) return end_of_line(at);
        const bool with_lists = same_label(label, "PSALDO") || same_label(label, "PBUDGET") || same_label(label, "OIB") ||
                                same_label(label, "OUB");
        // What is wrong in it is told by him who understands it.
        for (Field field;;) {
            at = skip_blanks(at);
            at = with_lists ? cut_field<true>(at, field) : cut_field<false>(at, field);
            if (!field.exists) return at;
            sum_field(field);
        }
    }
    Field value;
    const bool was_summing = state.summing;
    state.summing = false;   // the line itself is not summed
    at = rest(next<false>(at, value));
    if (value.exists) {
        found_->sums.push_back({found_->summed_size, true, value.raw});
    } else if (!state.has_vouchers && !was_summing) {
        found_->sums.push_back({found_->summed_size, false, {}});
        state.summing = true;
    } else {
        state.summing = was_summing;
    }
    return at;
}

void PieceReader::sum_field(const Field& field) {
    if (!field.is_list && !field.escaped) return sum(field.raw);
    const std::string plain = (field.is_list ? without_signs(field.raw) : plain_text(field.raw, true)) + std::string(16, '\0');
    sum(std::string_view(plain).substr(0, plain.size() - 16));
}

}  // namespace styrkedja::sie
