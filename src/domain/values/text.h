// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace styrkedja {

// Text that people wrote: Markdown, with quoted figures in braces ("{ks.resultat | mnkr 1}"). A text that is
// just "@id" stands in a Markdown file under that id.
struct Prose {
    std::string text;
    bool empty() const { return text.empty(); }
    bool is_reference() const { return text.size() > 1 && text.front() == '@' && text.find_first_of(" \n") == text.npos; }
    std::string reference() const { return text.substr(1); }
    friend bool operator==(const Prose&, const Prose&) = default;
};

// A formula over figures ("outcome - budget", "resultat / kommunbidrag"): docs/pack-format.md, Formulas.
struct Formula {
    std::string text;
    bool empty() const { return text.empty(); }
    friend bool operator==(const Formula&, const Formula&) = default;
};

// Words in a list, each free text ("Controller | HR-chef").
struct Words {
    std::vector<std::string> list;
    bool empty() const { return list.empty(); }
    friend bool operator==(const Words&, const Words&) = default;
};

// Free marks by which templates choose and people search: small letters as in ids, spaces between.
struct Tags {
    std::vector<std::string> list;
    bool empty() const { return list.empty(); }
    bool has(const std::string& tag) const {
        for (const std::string& each : list) {
            if (each == tag) return true;
        }
        return false;
    }
    friend bool operator==(const Tags&, const Tags&) = default;
};

}  // namespace styrkedja
