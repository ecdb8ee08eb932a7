// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "app/command.h"
#include "app/erase.h"
#include "app/known.h"
#include "simulation/faulty_store.h"

namespace styrkedja::simulation {

// Somebody before a page that was right when it was loaded.
struct Person {
    std::string name;
    app::KnownPtr seen;
};

// What the municipality begins with: a level and two goals.
app::Command beginning();

// What somebody does on the page that they see: sets, links, creates, ends; sometimes several at once, and sometimes
// what makes no sense.
app::Command anything(const Person& person, std::string id, Random& random);

// What somebody has decided to have erased.
app::Erasing some_erasing(Random& random, Version newest, std::string command);

// A small pack of the municipality, with some of the same goals.
State small_pack(Random& random);

}  // namespace styrkedja::simulation
