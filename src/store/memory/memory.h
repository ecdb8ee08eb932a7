// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string_view>

#include "store/open.h"

// A store in the program's own memory: for tests, and the model that the others are held against. Stores have
// names; all connections to a name share one store, which stays until it is forgotten, also when nobody is
// connected.
namespace styrkedja::store {

std::unique_ptr<Store> open_memory(std::string_view name, Access access);

// Takes the name away. Those who are connected keep what they have.
void forget_memory(std::string_view name);

}  // namespace styrkedja::store
