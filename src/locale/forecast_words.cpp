// SPDX-License-Identifier: EUPL-1.2
#include "locale/forecast_words.h"

namespace styrkedja {

std::string filled_in(std::string_view pattern, std::initializer_list<std::pair<std::string_view, std::string>> values) {
    std::string text;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{'), close = pattern.find('}', open == pattern.npos ? 0 : open);
        text += pattern.substr(0, open);
        if (open == pattern.npos || close == pattern.npos) break;
        for (const auto& [name, value] : values) {
            if (name == pattern.substr(open + 1, close - open - 1)) text += value;
        }
        pattern.remove_prefix(close + 1);
    }
    return text;
}

}  // namespace styrkedja
