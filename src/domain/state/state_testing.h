// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/state/state.h"

// A small state for tests, written as the rows of a pack: the first line names the fields, ; stands between.
namespace styrkedja {

class StateText {
  public:
    // rows("accounts", "id;name;kind\n loner;Löner;cost"). Several calls add up. Empty fields keep their
    // default.
    StateText& rows(std::string_view kind_name, std::string_view text) {
        const Kind* kind = find_kind(kind_name);
        if (!kind) fail("no such kind", kind_name);
        std::vector<std::string_view> heading;
        int order = 0;
        while (!text.empty()) {
            std::size_t end = text.find('\n');
            std::string_view line = trimmed(text.substr(0, end));
            text = end == text.npos ? std::string_view() : text.substr(end + 1);
            if (line.empty()) continue;
            if (heading.empty())
                heading = fields(line);
            else
                add(*kind, heading, fields(line), ++order);
        }
        return *this;
    }

    // unit;account;version;period;amount for one of the pack's amounts.
    StateText& facts(std::string_view text) {
        return rows("economy", "unit;account;version;period;amount;service;project\n" + std::string(text));
    }

    State state() const {
        State state;
        for (const Kind& kind : kinds()) {
            auto things = std::vector<std::shared_ptr<void>>();
            for (const auto& [of, thing] : things_) {
                if (of == &kind) things.push_back(thing);
            }
            if (!things.empty()) kind.fill(state, std::move(things));
        }
        return state;
    }

  private:
    static void fail(std::string_view what, std::string_view text) {
        std::cerr << what << ": " << text << "\n";
        std::abort();
    }

    static std::string_view trimmed(std::string_view text) {
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
        return text;
    }

    static std::vector<std::string_view> fields(std::string_view line) {
        std::vector<std::string_view> parts;
        while (true) {
            std::size_t end = line.find(';');
            parts.push_back(trimmed(line.substr(0, end)));
            if (end == line.npos) return parts;
            line.remove_prefix(end + 1);
        }
    }

    void add(const Kind& kind, const std::vector<std::string_view>& heading,
             const std::vector<std::string_view>& row, int order) {
        std::shared_ptr<void> thing = kind.make();
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].empty()) continue;
            const FieldInfo* field = kind.info->find(heading.at(i));
            if (!field) fail("no such field", heading[i]);
            if (!field->type->parse(field->locate(thing.get()), row[i])) fail("cannot be read", row[i]);
        }
        const FieldInfo* in = kind.info->find("in");
        if (in && in->text(thing.get()) == "pack") in->type->parse(in->locate(thing.get()), "tkr");
        const FieldInfo* place = kind.info->find("order");
        if (place && place->text(thing.get()) == "0")
            place->type->parse(place->locate(thing.get()), std::to_string(order));
        if (!kind.named) kind.set_id(thing.get(), key_of(*kind.info, thing.get()));
        things_.emplace_back(&kind, std::move(thing));
    }

    std::vector<std::pair<const Kind*, std::shared_ptr<void>>> things_;
};

}  // namespace styrkedja
