// SPDX-License-Identifier: EUPL-1.2
#include "comparison/align.h"

#include <algorithm>
#include <cstdint>

namespace styrkedja::comparison {
namespace {

constexpr int same = 1000;

// The middle of both, where their ends differ: [first, last) of each.
struct Middle {
    std::size_t first = 0;
    std::size_t older_last = 0, newer_last = 0;
    std::size_t rows() const { return older_last - first; }
    std::size_t columns() const { return newer_last - first; }
};

// Longest common subsequence, weighed. best[i][j] = greatest sum over the older from i and the newer from j.
void align_middle(const Middle& middle, const Likeness& likeness, std::vector<Pair>& pairs) {
    const std::size_t rows = middle.rows();
    const std::size_t columns = middle.columns();
    const std::size_t width = columns + 1;
    std::vector<std::int32_t> best((rows + 1) * width, 0);
    std::vector<std::int16_t> likenesses(rows * columns, 0);
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            const int like = likeness(middle.first + i, middle.first + j);
            likenesses[i * columns + j] = static_cast<std::int16_t>(like);
            const std::int32_t skip = std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
            best[i * width + j] = like > 0 ? std::max(skip, like + best[(i + 1) * width + j + 1]) : skip;
        }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        const int like = likenesses[i * columns + j];
        if (like > 0 && best[i * width + j] == like + best[(i + 1) * width + j + 1]) {
            pairs.push_back({middle.first + i++, middle.first + j++});
        } else if (best[i * width + j] == best[(i + 1) * width + j]) {
            ++i;
        } else {
            ++j;
        }
    }
}

}  // namespace

std::vector<Pair> align(std::size_t older, std::size_t newer, const Likeness& likeness, std::size_t most) {
    std::vector<Pair> pairs;
    Middle middle{0, older, newer};
    while (middle.first < older && middle.first < newer && likeness(middle.first, middle.first) == same) {
        pairs.push_back({middle.first, middle.first});
        ++middle.first;
    }
    while (middle.older_last > middle.first && middle.newer_last > middle.first &&
           likeness(middle.older_last - 1, middle.newer_last - 1) == same) {
        --middle.older_last;
        --middle.newer_last;
    }
    if (middle.rows() > 0 && middle.columns() <= most / std::max<std::size_t>(middle.rows(), 1))
        align_middle(middle, likeness, pairs);
    for (std::size_t i = middle.older_last, j = middle.newer_last; i < older; ++i, ++j) pairs.push_back({i, j});
    return pairs;
}

}  // namespace styrkedja::comparison
