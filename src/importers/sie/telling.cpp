// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/telling.h"

#include <algorithm>

namespace styrkedja::sie {
namespace {

constexpr std::size_t longest_excerpt = 200;

std::uint32_t first_sign(std::string_view line) {
    const std::size_t at = line.find_first_not_of(" \t");
    return static_cast<std::uint32_t>(at == line.npos ? 1 : at + 1);
}

std::string shortened(std::string text) {
    if (text.size() <= longest_excerpt) return text;
    std::size_t at = longest_excerpt;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return text.substr(0, at) + "…";
}

}  // namespace

bool Telling::wants(std::string_view code, std::uint64_t line) {
    Kind& kind = kinds_[code];
    ++kind.count;
    return kind.first.size() < told_one_by_one || line < kind.first.back().place.line;
}

void Telling::tell(std::string_view code, Severity severity, std::uint64_t line, std::string excerpt, Args args) {
    Kind& kind = kinds_[code];
    kind.severity = severity;
    has_errors_ = has_errors_ || severity == Severity::error;
    Place place;
    place.file = file_;
    place.line = static_cast<std::uint32_t>(std::min<std::uint64_t>(line, UINT32_MAX));
    place.excerpt = shortened(std::move(excerpt));
    place.column = place.excerpt.empty() ? 0 : first_sign(place.excerpt);
    Problem problem{code, severity, std::move(place), std::move(args)};
    auto at = std::upper_bound(kind.first.begin(), kind.first.end(), problem,
                               [](const Problem& a, const Problem& b) { return a.place.line < b.place.line; });
    kind.first.insert(at, std::move(problem));
    if (kind.first.size() > told_one_by_one) kind.first.pop_back();
}

void Telling::tell_whole(std::string_view code, Severity severity, Args args) {
    if (wants(code, 0)) tell(code, severity, 0, {}, std::move(args));
}

void Telling::finish(Problems& problems) {
    for (auto& [code, kind] : kinds_) {
        const std::uint64_t more = kind.count - kind.first.size();
        for (Problem& problem : kind.first) problems.add(std::move(problem));
        if (more == 0) continue;
        problems.add("sie_more_of_the_same", kind.severity, Place{file_, 0, 0, "", "", ""},
                     {{"code", std::string(code)}, {"more", std::to_string(more)}, {"count", std::to_string(kind.count)}});
    }
    kinds_.clear();
}

}  // namespace styrkedja::sie
