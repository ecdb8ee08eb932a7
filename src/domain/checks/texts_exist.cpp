// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"

namespace styrkedja::checks {
namespace {

// Every text field of every thing, however deep, that refers to a text by "@id".
class TextReferences {
  public:
    TextReferences(const State& state, Problems& problems) : state_(state), problems_(problems) {}

    void look(const Kind& kind, const void* thing) { part(kind, thing, *kind.info, thing, ""); }

  private:
    void part(const Kind& kind, const void* thing, const StructInfo& info, const void* object, const std::string& path) {
        for (const FieldInfo& field : info.fields) {
            const void* value = field.in(object);
            if (field.type->shape == TypeInfo::Shape::records) {
                for (std::size_t i = 0; i < field.type->size(value); ++i) {
                    part(kind, thing, field.type->record(), field.type->at(value, i),
                         path + std::string(field.key) + "/" + std::to_string(i) + "/");
                }
            } else if (field.type == detail::type_info<Prose>()) {
                reference(kind, thing, *static_cast<const Prose*>(value), path + std::string(field.key));
            } else if (field.type == detail::type_info<std::vector<Prose>>()) {
                for (const Prose& each : *static_cast<const std::vector<Prose>*>(value)) {
                    reference(kind, thing, each, path + std::string(field.key));
                }
            }
        }
    }

    void reference(const Kind& kind, const void* thing, const Prose& prose, const std::string& path) {
        if (!prose.is_reference() || state_.texts.find(prose.reference())) return;
        problems_.add("text_does_not_exist", Severity::error,
                      Place{"", 0, 0, "", std::string(kind.info->key) + "/" + kind.id(thing).str(), path},
                      {{"id", prose.reference()}});
    }

    const State& state_;
    Problems& problems_;
};

}  // namespace

void texts_exist(const State& state, const State& looked, Problems& problems) {
    TextReferences references(state, problems);
    for (const Kind& kind : kinds()) {
        kind.each(looked, [&](const void* thing) { references.look(kind, thing); });
    }
}

}  // namespace styrkedja::checks
