// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "store/failure.h"

// What PostgreSQL and libpq say, as a Failure with a problem that an operator can act on.
namespace styrkedja::store::postgres {

// A failure with the place ("host:5432/database", never a password) and what the server said, on one line.
Failure failure(Failure::Kind kind, std::string_view code, std::string_view place, std::string_view detail = {},
                std::string_view sqlstate = {});

// What the five letters of a server's error mean to us (PostgreSQL's manual, appendix A).
Failure failure_of(std::string_view sqlstate, std::string_view place, std::string_view detail);

// After a connection could not be made. `said` is libpq's message for readers, `coded` the same with SQLSTATEs where a
// server gave one ("FATAL:  28P01: ...").
Failure connection_failure(std::string_view said, std::string_view coded, std::string_view place);

// A row is there already: caught by those who ask for it.
class NotUnique : public Failure {
  public:
    explicit NotUnique(const Failure& failure) : Failure(failure) {}
};

}  // namespace styrkedja::store::postgres
