// SPDX-License-Identifier: EUPL-1.2
#include "support/random_state.h"

#include <cassert>
#include <set>

namespace styrkedja::testing {
namespace {

std::string id_of(const StructInfo& info, std::size_t number) {
    return std::string(info.key) + "." + std::to_string(number);
}

class Maker {
  public:
    Maker(Random& random, std::size_t things) : random_(random), things_(things) {}

    State state() {
        State state;
        auto head = std::make_shared<Held<PackHead>>();
        record(head.get(), description<PackHead>(), 0);
        head->id = Id("exempel");
        head->format = 1;
        head->logo.clear();
        head->amounts = MoneyUnit::tkr;
        state.pack = head;
        for (const Kind& kind : kinds()) kind.fill(state, things_of(kind));
        return state;
    }

  private:
    std::vector<std::shared_ptr<void>> things_of(const Kind& kind) {
        std::vector<std::shared_ptr<void>> things;
        std::set<std::string> seen;
        for (std::size_t i = 0; i < things_; ++i) {
            std::shared_ptr<void> thing = kind.make();
            record(thing.get(), *kind.info, 0);
            if (kind.named) kind.set_id(thing.get(), Id(id_of(*kind.info, i)));
            else kind.set_id(thing.get(), key_of(*kind.info, thing.get()));
            if (!seen.insert(kind.id(thing.get()).str()).second) continue;
            // What is left out takes the order of the rows and the pack's unit: here all is said.
            if (const FieldInfo* order = kind.info->find("order")) {
                order->type->parse(order->locate(thing.get()), std::to_string(i + 1));
            }
            things.push_back(std::move(thing));
        }
        return things;
    }

    void record(void* object, const StructInfo& info, int depth) {
        for (const FieldInfo& field : info.fields) {
            void* value = field.locate(object);
            if (field.type->shape == TypeInfo::Shape::records) {
                std::size_t count = depth > 2 ? 0 : random_.below(3);
                for (std::size_t i = 0; i < count; ++i) record(field.type->append(value), field.type->record(), depth + 1);
                continue;
            }
            if (!field.required && random_.chance(3) && field.key != "in") continue;
            std::string text = text_for(field, value);
            // In a file of texts one # begins the next text: none holds such a line.
            if (&info == &description<TextEntity>() && field.key == "text") text.insert(0, "Text: ");
            if (!text.empty()) {
                bool fits = field.type->parse(value, text);
                assert(fits && "a text for a field does not fit its type");
                static_cast<void>(fits);
            }
        }
    }

    std::string text_for(const FieldInfo& field, void* value) {
        const TypeInfo& type = *field.type;
        if (type.what == "choice") return std::string(type.choices[field.key == "in" ? 2 : random_.below(type.choices.size())]);
        if (type.what == "yes_or_no") return random_.chance(2) ? "ja" : "no";
        if (type.what == "whole_number") return std::to_string(random_.between(-1, 2030));
        if (type.what == "number") return std::to_string(random_.between(-999'999, 999'999)) + ",25";
        if (type.what == "date") return std::to_string(random_.between(1990, 2030)) + "-02-2" + std::to_string(random_.between(0, 8));
        if (type.what == "period") return period();
        if (type.what == "validity") return validity();
        if (type.what == "dated") return dated(type, value);
        if (type.what == "id") return ids(type, value);
        return type.list ? text() + " | " + text() : text();
    }

    std::string period() {
        static constexpr std::string_view forms[] = {"2015", "2015-03", "2015-01..2015-04", "2015-Q2", "2015-T1",
                                                     "2015-vt", "2014/2015", "2011..2015", "2015-12-31"};
        return std::string(random_.of(forms));
    }

    std::string validity() {
        static constexpr std::string_view forms[] = {"2015..2018", "2023-09-01..", "..2014", "2015-01-01..2015-06-30"};
        return std::string(random_.of(forms));
    }

    std::string ids(const TypeInfo& type, void* value) {
        const StructInfo* kind = wanted(type, value);
        std::string text = id(kind);
        if (type.list) text += " " + id(kind);
        return text;
    }

    std::string dated(const TypeInfo& type, void* value) {
        const StructInfo* kind = wanted(type, value);
        auto each = [&] { return type.each_ref ? id(kind) : "Namn " + std::to_string(random_.below(9)); };
        if (random_.chance(2)) return each();
        return each() + " [..2015] | " + each() + " [2016..]";
    }

    std::string id(const StructInfo* kind) {
        if (!kind) kind = &description<Goal>();
        return id_of(*kind, random_.below(things_));
    }

    // The kind of thing that a field's ids must be: asked of the field itself, with any id in it.
    static const StructInfo* wanted(const TypeInfo& type, void* value) {
        const StructInfo* found = nullptr;
        if (!type.each_ref) return found;
        type.parse(value, "x");
        type.each_ref(value, [&](const StructInfo* kind, const Id&) { found = kind; });
        return found;
    }

    std::string text() {
        static constexpr std::string_view parts[] = {
            "Åtgärd", "utfall; budget", "\"citat\"", "a, b", "- lista", "# rubrik", "nej", "1.0", "2016-05-17", "rad ett\nrad två",
            "kolon: text", "'", "{ks.resultat | mnkr 1}", "@not", "…", "null", "[x]", "&a", "*b", "%", "tab\there", "\\|", "\xF0\x9F\x8F\xA1"};
        std::string text(random_.of(parts));
        for (std::size_t more = random_.below(3); more > 0; --more) text += " " + std::string(random_.of(parts));
        return text;
    }

    Random& random_;
    std::size_t things_;
};

}  // namespace

State random_state(Random& random, std::size_t things_of_each_kind) { return Maker(random, things_of_each_kind).state(); }

}  // namespace styrkedja::testing
