// SPDX-License-Identifier: EUPL-1.2
#include "store/postgres/failures.h"

#include <array>

namespace styrkedja::store::postgres {
namespace {

using Kind = Failure::Kind;

std::string on_one_line(std::string_view text) {
    std::string out;
    for (char c : text) {
        const bool blank = c == '\n' || c == '\t' || c == ' ';
        if (!blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

struct Meaning {
    std::string_view sqlstate;  // or the beginning of one: a class
    Kind kind;
    std::string_view code;
};

// The first that fits. What isn't here is nothing that should happen: database_fails.
constexpr std::array<Meaning, 20> meanings{{
    {"53100", Kind::full, "database_is_full"},
    {"25006", Kind::unavailable, "database_is_read_only"},
    {"28", Kind::refused, "database_refuses_login"},
    {"42501", Kind::refused, "database_refuses_work"},
    {"3D000", Kind::missing, "database_does_not_exist"},
    {"3F000", Kind::missing, "database_holds_no_store"},  // the schema is gone
    {"42P01", Kind::missing, "database_holds_no_store"},  // its tables are
    {"08", Kind::unavailable, "database_does_not_answer"},
    {"57P", Kind::unavailable, "database_does_not_answer"},    // is shut down, starts up, was idle for too long
    {"57014", Kind::unavailable, "database_does_not_answer"},  // cancelled by somebody
    {"53", Kind::unavailable, "database_does_not_answer"},     // too many connections, no memory
    {"40", Kind::unavailable, "database_does_not_answer"},     // deadlock: may be tried again
    {"55P03", Kind::unavailable, "database_does_not_answer"},  // waited for too long for somebody else
    {"55006", Kind::unavailable, "database_does_not_answer"},
    {"25P03", Kind::unavailable, "database_does_not_answer"},
    {"25P04", Kind::unavailable, "database_does_not_answer"},
    {"54000", Kind::full, "store_value_is_too_large"},
    {"XX001", Kind::damaged, "database_is_damaged"},
    {"XX002", Kind::damaged, "database_is_damaged"},
    {"58", Kind::damaged, "database_is_damaged"},
}};

// The SQLSTATE in "FATAL:  28P01: text", however FATAL is called in the server's language.
std::string_view sqlstate_in(std::string_view said, std::size_t from) {
    for (std::size_t at = said.find(":  ", from); at != std::string_view::npos; at = said.find(":  ", at + 1)) {
        std::string_view five = said.substr(at + 3, 5);
        const bool letters = five.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
        if (five.size() == 5 && letters && (at + 8 == said.size() || said[at + 8] == ':' || said[at + 8] == '\n')) {
            return five;
        }
    }
    return {};
}

}  // namespace

Failure failure(Kind kind, std::string_view code, std::string_view place, std::string_view detail,
                std::string_view sqlstate) {
    Problem problem;
    problem.code = code;
    problem.args = {{"place", std::string(place)}, {"detail", on_one_line(detail)}};
    if (!sqlstate.empty()) problem.args.emplace_back("sqlstate", std::string(sqlstate));
    return {kind, std::move(problem)};
}

Failure failure_of(std::string_view sqlstate, std::string_view place, std::string_view detail) {
    for (const Meaning& each : meanings) {
        if (sqlstate.starts_with(each.sqlstate)) return failure(each.kind, each.code, place, detail, sqlstate);
    }
    return failure(Kind::damaged, "database_fails", place, detail, sqlstate);
}

Failure connection_failure(std::string_view said, std::string_view coded, std::string_view place) {
    for (std::size_t at = 0; at < coded.size();) {
        std::string_view sqlstate = sqlstate_in(coded, at);
        if (sqlstate.empty()) break;
        // Of several hosts one may be down: what another says of the login tells more.
        Failure found = failure_of(sqlstate, place, said);
        if (found.kind() == Kind::refused || found.kind() == Kind::missing) return found;
        at = static_cast<std::size_t>(sqlstate.data() - coded.data());
    }
    return failure(Kind::unavailable, "database_does_not_answer", place, said);
}

}  // namespace styrkedja::store::postgres
