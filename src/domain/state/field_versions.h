// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "domain/state/version.h"

namespace styrkedja {

// For one thing of the state: at which version of the log each of its fields was last changed. A field that was
// never changed has 0. Field 0 stands for the thing itself: when it was created. Eight bytes a field.
class FieldVersions {
  public:
    Version of(int field) const {
        auto it = place(field);
        return it != packed_.end() && number(*it) == field ? *it >> field_bits : 0;
    }
    void set(int field, Version version) {
        auto it = packed_.begin() + (place(field) - packed_.cbegin());
        const std::uint64_t packed = (version << field_bits) | static_cast<std::uint64_t>(field);
        if (it != packed_.end() && number(*it) == field) *it = packed;
        else packed_.insert(it, packed);
    }
    void forget(int field) {
        auto it = place(field);
        if (it != packed_.end() && number(*it) == field) packed_.erase(it);
    }
    template <class See>
    void each(const See& see) const {  // see(field, version), by field
        for (std::uint64_t packed : packed_) see(number(packed), packed >> field_bits);
    }
    Version newest() const {
        Version newest = 0;
        for (std::uint64_t packed : packed_) newest = std::max(newest, packed >> field_bits);
        return newest;
    }
    void reserve(std::size_t fields) { packed_.reserve(fields); }
    std::size_t size() const { return packed_.size(); }
    friend bool operator==(const FieldVersions&, const FieldVersions&) = default;

  private:
    static constexpr unsigned field_bits = 12;  // numbers of fields are below 4096, versions below 2^52
    static int number(std::uint64_t packed) { return static_cast<int>(packed & ((1U << field_bits) - 1)); }
    std::vector<std::uint64_t>::const_iterator place(int field) const {
        return std::find_if(packed_.begin(), packed_.end(), [&](std::uint64_t each) { return number(each) >= field; });
    }

    std::vector<std::uint64_t> packed_;  // by field
};

}  // namespace styrkedja
