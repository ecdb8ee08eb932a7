// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace styrkedja {

// The name of one thing in a municipality: readable, permanent, unique among all kinds of things there, never
// reused. Small letters a-z, digits and . _ - ("kf-mal-1", "ks.kansli"). The printed number ("3.1") is not it.
// Things that are named by what they are about (an outcome, a fact) have the parts of their key with / between.
class Id {
  public:
    Id() = default;
    explicit Id(std::string text) : text_(std::move(text)) {}

    static bool is_valid(std::string_view text);  // as a person may write one: no /

    bool empty() const { return text_.empty(); }
    const std::string& str() const { return text_; }

    friend std::strong_ordering operator<=>(const Id& a, const Id& b) {
        int order = a.text_.compare(b.text_);
        return order < 0 ? std::strong_ordering::less
                         : order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
    }
    friend bool operator==(const Id&, const Id&) = default;

  private:
    std::string text_;
};

// The id of a thing of a known kind: Ref<Unit> can only name a unit. Empty = none.
template <class T>
struct Ref {
    Id id;
    bool empty() const { return id.empty(); }
    const std::string& str() const { return id.str(); }
    friend bool operator==(const Ref&, const Ref&) = default;
};

// The id of a thing of any kind (a comment's subject).
struct AnyRef {
    Id id;
    bool empty() const { return id.empty(); }
    const std::string& str() const { return id.str(); }
    friend bool operator==(const AnyRef&, const AnyRef&) = default;
};

}  // namespace styrkedja
