// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "store/store.h"
#include "support/random.h"

namespace styrkedja::simulation {

using testing::Random;

// Faults that are made on purpose, to see that the simulation finds them. What each stands for in a real program:
enum class Planted : std::uint8_t {
    none,
    sync,   // the disk says that it has written when it hasn't
    ack,    // a commit is told before it is made, and now and then isn't
    half,   // a batch is written without its last row
    blind   // who has read is taken to have read the newest: nothing collides
};

// What may happen between a server and its store. One for each server, for one life of its process.
struct Weather {
    Random* random = nullptr;
    bool memory = false;             // faults are made here; else the disk makes them
    std::size_t fault_one_in = 0;    // of the calls; 0: never
    bool dead = false;               // the process is gone: nothing reaches the store, and nobody hears the answers
    Planted planted = Planted::none;
    std::function<void()> before;    // each call: another server may come first; the disk is told who calls
    std::function<void(const std::string&)> say;
};

// The store with that weather before it.
std::unique_ptr<store::Store> faulty(std::unique_ptr<store::Store> inner, std::shared_ptr<Weather> weather);

}  // namespace styrkedja::simulation
