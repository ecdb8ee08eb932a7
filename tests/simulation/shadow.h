// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "domain/state/change.h"
#include "domain/state/state.h"

namespace styrkedja::simulation {

// A municipality's state told a second time, as simply as can be: things by kind and id, fields by number, texts. It
// shares nothing with the program's own fold but the descriptions of kinds and fields.
class Shadow {
  public:
    // Would the change change nothing?
    bool is_so(const Change& change) const;
    // When the field (ended: the thing) was last changed; 0 = never.
    Version last(const Change& change) const;
    bool has(int kind, const std::string& id) const;
    void apply(const Change& change, Version version);

    // Where the state isn't the same; empty = nowhere.
    std::string differs(const State& state) const;

  private:
    struct Thing {
        std::map<int, std::string> values;
        std::map<int, std::vector<std::string>> lists;
        std::map<int, Version> versions;
    };
    using Key = std::pair<int, std::string>;

    const Thing* find(int kind, const std::string& id) const;
    std::string differs(const Kind& kind, const Key& key, const Thing& thing, const void* theirs) const;

    std::map<Key, Thing> things_;
};

// Where two states aren't the same, the versions of their fields too; empty = nowhere.
std::string difference_of(const State& one, const State& other);

}  // namespace styrkedja::simulation
