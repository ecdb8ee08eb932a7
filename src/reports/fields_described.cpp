// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>

#include "domain/model/description.h"
#include "locale/date.h"
#include "locale/report_words.h"
#include "locale/typography.h"
#include "reports/field_rooms.h"

// Fields that the description of a kind has, as they are printed: by the type of the field, never by its
// name.
namespace styrkedja::reports {
namespace {

template <class T>
const T& as(const void* value) {
    return *static_cast<const T*>(value);
}

template <class T>
bool is(const FieldInfo& field) {
    return field.type == detail::type_info<T>();
}

Day day_of(Date date) {
    return make_day(date.year(), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

// "2015", "januari–april 2016"; a day as it is written, and a school year too.
std::string period_words(const Period& period) {
    if (!period.exists()) return "";
    bool as_written = period.shape() == PeriodShape::day || period.shape() == PeriodShape::school_year;
    if (as_written) return period.str();
    return period_in_words(day_of(period.start()), day_of(Date::from_days(period.end().days() - 1)));
}

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& each : list) text += (text.empty() ? "" : ", ") + each;
    return text;
}

FieldValue list_field(const std::vector<std::string>& list) {
    FieldValue value = words_field(joined(list));
    value.ids = list;
    return value;
}

FieldValue prose_field(const Context& context, const Thing& thing, const FieldInfo& field,
                       const Prose& prose) {
    FieldValue value;
    value.plain = text_of(context.state, prose);
    if (value.plain.empty()) return value;
    Place place{"", 0, 0, "", thing.entity(), std::string(field.key)};
    value.texts.push_back({text_of(context.state, prose), place_of_text(prose, place), "", ""});
    value.ids.push_back("yes");
    return value;
}

// Names of what the field refers to, in the order written.
FieldValue reference_field(const Context& context, const FieldInfo& field, const void* it) {
    FieldValue value;
    std::vector<std::string> names;
    field.type->each_ref(it, [&](const StructInfo* info, const Id& id) {
        const Kind* kind = info ? kind_of(*info) : nullptr;
        Thing found =
            kind ? Thing{kind, kind->find(context.state, id.str())} : find_thing(context.state, id.str());
        value.ids.push_back(id.str());
        names.push_back(found ? name_of_thing(context, found) : id.str());
    });
    value.plain = typographic(joined(names));
    return value;
}

FieldValue number_field(const Context& context, const Thing& thing, const FieldInfo& field) {
    FieldValue value;
    value.is_number = true;
    value.sources.push_back({thing.entity(), std::string(field.key)});
    const Decimal* stated = number_in(field, thing.it);
    if (!stated) return value;
    const Decimal& number = *stated;
    const FieldInfo* in = field_with_key(*thing.kind->info, "in");
    bool is_money = in && is<MoneyUnit>(*in) && field.key != "quantity";
    MoneyUnit unit = is_money ? as<MoneyUnit>(in->in(thing.it)) : MoneyUnit::kr;
    value.quantity = is_money ? Quantity::money(number, unit) : Quantity::plain(Exact(number));
    MoneyUnit amounts = context.state.pack->amounts;
    ShownUnit shown = ShownUnit::of("number");
    Exact exact = in_unit(value.quantity, shown, amounts);
    std::string text = exact.str();
    std::size_t point = text.find('.');
    bool as_written = !is_money || unit == amounts;
    int decimals = as_written           ? number.decimals()
                   : point == text.npos ? 0
                                        : static_cast<int>(text.size() - point - 1);
    value.plain = show(exact, shown, {std::min(decimals, 12), false, false, false, ""});
    value.ids.push_back(std::move(text));
    return value;
}

std::optional<FieldValue> dated_field(const Context& context, const FieldInfo& field, const void* it) {
    if (is<Dated<std::string>>(field)) return words_field(as<Dated<std::string>>(it).at(context.day()));
    if (is<Dated<Ref<Unit>>>(field)) {
        const Ref<Unit>& parent = as<Dated<Ref<Unit>>>(it).at(context.day());
        FieldValue value;
        if (parent.empty()) return value;
        const Unit* unit = context.state.units.find(parent.str());
        value = words_field(unit ? unit->name.at(context.day()) : parent.str());
        value.ids = {parent.str()};
        return value;
    }
    return std::nullopt;
}

std::optional<FieldValue> timed_field(const FieldInfo& field, const void* it) {
    FieldValue value;
    if (is<Date>(field)) {
        value.plain = as<Date>(it).exists() ? as<Date>(it).str() : "";
    } else if (is<Period>(field)) {
        value.plain = period_words(as<Period>(it));
    } else if (is<Validity>(field)) {
        value.plain = ValueType<Validity>::format(as<Validity>(it));
        if (std::size_t dots = value.plain.find(".."); dots != value.plain.npos)
            value.plain.replace(dots, 2, "–");
    } else {
        return std::nullopt;
    }
    if (std::string text = field.type->format(it); !text.empty()) value.ids.push_back(std::move(text));
    return value;
}

}  // namespace

const FieldInfo* field_with_key(const StructInfo& info, std::string_view key) {
    for (const FieldInfo& each : info.fields) {
        if (each.key == key) return &each;
    }
    return nullptr;
}

std::string name_of_thing(const Context& context, const Thing& thing) {
    const FieldInfo* name = field_with_key(*thing.kind->info, "name");
    if (!name) name = field_with_key(*thing.kind->info, "title");
    if (!name) return thing.id().str();
    if (is<Dated<std::string>>(*name)) return as<Dated<std::string>>(name->in(thing.it)).at(context.day());
    return name->text(thing.it);
}

std::optional<FieldValue> described_field(const Context& context, const Thing& thing, std::string_view name) {
    const FieldInfo* field = field_with_key(*thing.kind->info, name);
    if (!field) field = thing.kind->info->find(name);
    if (!field || field->type->shape == TypeInfo::Shape::records) return std::nullopt;
    const void* it = field->in(thing.it);
    if (is<Prose>(*field)) return prose_field(context, thing, *field, as<Prose>(it));
    if (is_number(*field)) return number_field(context, thing, *field);
    if (auto value = dated_field(context, *field, it)) return value;
    if (auto value = timed_field(*field, it)) return value;
    if (field->type->each_ref) return reference_field(context, *field, it);
    if (is<Words>(*field)) return list_field(as<Words>(it).list);
    if (is<Tags>(*field)) return list_field(as<Tags>(it).list);
    if (is<std::vector<std::string>>(*field)) return list_field(as<std::vector<std::string>>(it));
    if (is<bool>(*field)) {
        FieldValue value;
        bool holds = as<bool>(it);
        value.plain = holds ? swedish_report_words.yes : swedish_report_words.no;
        value.ids.push_back(holds ? "yes" : "no");
        return value;
    }
    if (is<int>(*field) && as<int>(it) == 0 && field->key == "year") return FieldValue();
    return words_field(field->text(thing.it));
}

}  // namespace styrkedja::reports
