// SPDX-License-Identifier: EUPL-1.2
#include "importers/pack/load.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "codec/csv.h"
#include "codec/encoding.h"
#include "domain/checks/thing_rules.h"
#include "domain/values/money.h"
#include "importers/pack/read.h"

namespace styrkedja {
namespace {

using Form = Origins::File::Form;

constexpr std::size_t longest_heading = 64 * 1024;

std::string_view ending(std::string_view name) {
    std::size_t dot = name.rfind('.');
    return dot == name.npos ? std::string_view() : name.substr(dot + 1);
}

Form form_of(std::string_view name) {
    std::string_view end = ending(name);
    return end == "csv" || end == "txt" ? Form::csv
           : end == "yaml" || end == "yml" ? Form::yaml
           : end == "md" ? Form::markdown
                         : Form::other;
}

std::size_t headings_known(const Origins::File& file, const StructInfo& info) {
    Problems told_later;
    CsvReader reader(file.name, std::string_view(file.text).substr(0, file.text.find('\n', longest_heading)), told_later);
    auto known = [&](std::string_view heading) { return info.find(heading) != nullptr; };
    return static_cast<std::size_t>(std::count_if(reader.heading().begin(), reader.heading().end(), known));
}

// goals.csv and any CSV in a folder named goals/ hold goals. Where file and folder say different things
// (comments/units.csv, economy/accounts.csv), the one that knows more of the headings is right, and the folder where both know as many.
const Kind* kind_of_csv(const Origins::File& file) {
    std::string_view name = file.name;
    std::size_t slash = name.rfind('/');
    std::string_view last = slash == name.npos ? name : name.substr(slash + 1);
    std::string_view folder = slash == name.npos ? std::string_view() : name.substr(0, slash);
    const Kind* by_file = find_kind(last.substr(0, last.rfind('.')));
    const Kind* by_folder = find_kind(folder.substr(folder.rfind('/') + 1));
    if (!by_file || !by_folder || by_file == by_folder) return by_file ? by_file : by_folder;
    return headings_known(file, *by_folder->info) >= headings_known(file, *by_file->info) ? by_folder : by_file;
}

// The ids of a table of no kind: what refers to them has no fault of its own.
void leave_out_rows(PackContents& contents, const Origins::File& file) {
    Problems told_already;
    CsvReader reader(file.name, file.text, told_already);
    auto id = std::find(reader.heading().begin(), reader.heading().end(), "id");
    if (id == reader.heading().end()) return;
    auto column = static_cast<std::size_t>(id - reader.heading().begin());
    while (reader.next()) contents.broken.emplace(reader.field(column));
}

// A file that is no text may hold anything that its name promises.
void leave_out_file(PackContents& contents, std::string_view name, Form form) {
    if (form == Form::yaml) contents.unread.insert(nullptr);
    if (form == Form::yaml && name == "pack.yaml") contents.head_unread = true;
    if (form != Form::csv) return;
    const Kind* kind = kind_of_csv({std::string(name), "", form});
    contents.unread.insert(kind ? kind->info : nullptr);
}

// Markdown beside the folder texts/ is read by nobody: a README may be there, texts may not.
void look_for_lost_texts(const Origins::File& file, Problems& problems) {
    for (std::string_view line, rest = file.text; !rest.empty();) {
        std::size_t end = rest.find('\n');
        line = rest.substr(0, end);
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
        if (!line.starts_with("# ") || !Id::is_valid(line.substr(2))) continue;
        problems.add("text_file_is_not_in_texts", Severity::warning, Place{file.name, 0, 0, "", "", ""}, {{"file", file.name}});
        return;
    }
}

void read_file(PackContents& contents, std::uint32_t index, Problems& problems) {
    const Origins::File& file = contents.origins.file(index);
    if (file.form == Form::yaml) {
        read_yaml_file(contents, index, problems);
    } else if (file.form == Form::markdown) {
        if (file.name.starts_with("texts/") || file.name.starts_with("texter/")) read_markdown(contents, index, problems);
        else look_for_lost_texts(file, problems);
    } else if (file.form == Form::csv) {
        if (const Kind* kind = kind_of_csv(file)) {
            read_csv(contents, index, *kind, problems);
            return;
        }
        std::vector<std::string_view> names;
        for (const Kind& each : kinds()) names.push_back(each.info->key);
        std::string_view stem = std::string_view(file.name).substr(file.name.rfind('/') + 1);
        problems.add("file_is_of_no_kind", Severity::error, Place{file.name, 1, 1, "", "", ""},
                     {{"file", file.name}, {"near", nearest(stem.substr(0, stem.rfind('.')), names)}});
        leave_out_rows(contents, file);
    }
}

// Files of office programs are not read: whoever puts one in a pack may think that they are.
void look_for_office_file(std::string_view name, Problems& problems) {
    struct Program {
        std::string_view ending;
        bool is_sheet;
    };
    static constexpr Program programs[] = {{"xlsx", true}, {"xls", true}, {"xlsm", true}, {"ods", true}, {"numbers", true},
                                           {"docx", false}, {"doc", false}, {"odt", false}, {"rtf", false}, {"pages", false}};
    std::string end(ending(name));
    for (char& c : end) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (const Program& each : programs) {
        if (each.ending != end) continue;
        problems.add(each.is_sheet ? "file_is_a_workbook" : "file_is_a_text_document", Severity::warning,
                     Place{std::string(name), 0, 0, "", "", ""}, {{"file", std::string(name)}});
    }
}

PackContents read_files(std::vector<TreeFile> files, Problems& problems) {
    PackContents contents;
    for (TreeFile& file : files) {
        Form form = form_of(file.name);
        if (form == Form::other) look_for_office_file(file.name, problems);
        std::size_t told = problems.size();
        std::string text = form == Form::other ? std::move(file.bytes)
                                               : to_utf8(std::move(file.bytes), file.name, problems);
        // What is no text says nothing more about its rows.
        if (problems.size() > told && problems.list().back().code == "file_is_not_text") {
            leave_out_file(contents, file.name, form);
            form = Form::other;
        }
        contents.origins.add_file({file.name, std::move(text), form});
    }
    for (std::uint32_t i = 0; i < files.size(); ++i) read_file(contents, i, problems);
    if (!contents.head && !contents.head_unread) problems.add("pack_is_not_described", Severity::error, Place{"pack.yaml", 0, 0, "", "", ""});
    return contents;
}

// What a field that was left out means: amounts are in the pack's unit, the order is that of the rows.
void complete(PackContents& contents) {
    MoneyUnit amounts = contents.head ? contents.head->amounts : MoneyUnit::tkr;
    for (auto& of_kind : contents.kinds) {
        const StructInfo& info = *of_kind.kind->info;
        const FieldInfo* in = info.find("in");
        const FieldInfo* order = info.find("order");
        int row = 0;
        for (auto& thing : of_kind.things) {
            ++row;
            if (in && *static_cast<const MoneyUnit*>(in->in(thing.object.get())) == MoneyUnit::pack) {
                *static_cast<MoneyUnit*>(in->locate(thing.object.get())) = amounts;
            }
            if (order && *static_cast<const int*>(order->in(thing.object.get())) == 0) {
                *static_cast<int*>(order->locate(thing.object.get())) = row;
            }
        }
    }
}

Place place_of(const PackHead& head, std::string_view field) {
    return Place{"", 0, 0, "", "pack/" + head.id.str(), std::string(field)};
}

// Money is whole öre: nothing with parts of one is let in.
void check_amounts(const PackContents& contents, Problems& problems) {
    for (const auto& of_kind : contents.kinds) {
        if (!unit_of_amounts(*of_kind.kind)) continue;
        for (const auto& thing : of_kind.things) look_for_parts_of_an_ore(*of_kind.kind, thing.object.get(), problems);
    }
}

// Texts that do not come from Markdown files are made like those that do: no blank ends, and no line that begins
// with one #, which in a file begins the next text.
void tidy_texts(PackContents& contents) {
    for (auto& thing : contents.of(*kind_of(description<TextEntity>()))) {
        std::string& text = static_cast<TextEntity*>(thing.object.get())->text.text;
        text = without_blank_ends(text);
        for (std::size_t line = 0; line < text.size(); line = std::min(text.find('\n', line), text.size() - 1) + 1) {
            if (text.compare(line, 2, "# ") == 0) text.insert(line, 1, '#');
        }
    }
}

// Gives things that are named by their key their id.
void name_things(PackContents& contents) {
    for (auto& of_kind : contents.kinds) {
        if (of_kind.kind->named) continue;
        for (auto& thing : of_kind.things) {
            of_kind.kind->set_id(thing.object.get(), key_of(*of_kind.kind->info, thing.object.get()));
        }
    }
}

struct Named {
    const Kind* kind;
    const PackContents::Thing* thing;
};
using Names = std::unordered_map<std::string_view, Named>;

std::string where(const PackContents& contents, const PackContents::Thing& thing) {
    return contents.origins.file(thing.file).name + ":" + std::to_string(thing.line);
}

void used_twice(const PackContents& contents, const Kind& kind, const PackContents::Thing& thing, const Named& first,
                Problems& problems) {
    static const Kind* retired_ids = kind_of(description<RetiredId>());
    if (&kind == retired_ids && first.kind != retired_ids) {
        const auto& retired = *static_cast<const RetiredId*>(thing.object.get());
        problems.add("retired_id_is_used", Severity::error, place_of(*first.kind, first.thing->object.get(), "id"),
                     {{"id", retired.id.str()}, {"was", retired.was}});
        return;
    }
    Place place{contents.origins.file(thing.file).name, thing.line, 0, "", "", ""};
    if (kind.named) {
        problems.add("id_is_used_twice", Severity::error, std::move(place),
                     {{"id", kind.id(thing.object.get()).str()}, {"kind", std::string(kind.info->key)},
                      {"other_kind", std::string(first.kind->info->key)}, {"other", where(contents, *first.thing)}});
        return;
    }
    std::string key;
    for (const FieldInfo& field : kind.info->fields) {
        if (!field.key_part) continue;
        std::string text = field.text(thing.object.get());
        if (!text.empty() && text != "0") key += (key.empty() ? "" : ", ") + std::string(field.key) + " " + text;
    }
    problems.add("key_is_used_twice", Severity::error, std::move(place),
                 {{"key", key}, {"fields", key_fields(*kind.info)}, {"other", where(contents, *first.thing)}});
}

// One id names one thing, of all kinds; one key names one thing of its kind. The first is kept.
Names index_names(PackContents& contents, Problems& problems) {
    Names names;
    for (auto& of_kind : contents.kinds) {
        std::unordered_map<std::string_view, Named> keys;
        auto& index = of_kind.kind->named ? names : keys;
        index.reserve(index.size() + of_kind.things.size());
        std::vector<PackContents::Thing> kept;
        kept.reserve(of_kind.things.size());
        for (auto& thing : of_kind.things) {
            std::string_view id = of_kind.kind->id(thing.object.get()).str();
            auto [place, is_new] = index.try_emplace(id, Named{of_kind.kind, nullptr});
            if (!is_new) {
                const auto* first = place->second.thing;
                used_twice(contents, *of_kind.kind, thing, {place->second.kind, first}, problems);
                continue;
            }
            kept.push_back(std::move(thing));
            place->second.thing = &kept.back();
        }
        of_kind.things = std::move(kept);
    }
    return names;
}

Problem missing_from(const Names& names, Place place, const FieldInfo& field, const StructInfo* wanted, const Id& id) {
    std::vector<std::string_view> candidates;
    for (const auto& [name, named] : names) {
        if (!wanted || named.kind->info == wanted) candidates.push_back(name);
    }
    std::sort(candidates.begin(), candidates.end());
    auto other = names.find(id.str());
    return missing_reference(std::move(place), field, wanted, id, other == names.end() ? nullptr : other->second.kind->info,
                             nearest(id.str(), candidates));
}

// Every id that things and their parts name must exist, and be of the right kind.
class References {
  public:
    References(const PackContents& contents, const Names& names, Problems& problems)
        : broken_(contents.broken), unread_(contents.unread), names_(names), problems_(problems) {}

    // Facts that stand side by side in one row name the same things: what is wrong is told once for the row.
    void check(const Kind& kind, const PackContents::Thing& thing) {
        if (thing.file != file_ || thing.line != line_) told_in_row_.clear();
        file_ = thing.file;
        line_ = thing.line;
        each_reference(*kind.info, thing.object.get(), [&](const FieldInfo& field, const std::string& path,
                                                           const StructInfo* wanted, const Id& id) {
            // Rows that follow each other mostly name the same things.
            std::string_view& last = last_right_[&field];
            if (last == id.str()) return;
            auto found = names_.find(id.str());
            if (found != names_.end() && (!wanted || found->second.kind->info == wanted)) {
                last = found->first;
                return;
            }
            if (found == names_.end() && is_unread(wanted, id)) return;
            if (!kind.named && !told_in_row_.emplace(&field, id.str()).second) return;
            Place place = place_of(kind, thing.object.get(), path + std::string(field.key));
            problems_.add(missing_from(names_, std::move(place), field, wanted, id));
        });
    }

  private:
    // Does it stand where nothing could be read?
    bool is_unread(const StructInfo* wanted, const Id& id) const {
        if (broken_.contains(id.str()) || unread_.contains(nullptr)) return true;
        return wanted ? unread_.contains(wanted) : !unread_.empty();
    }

    const std::unordered_set<std::string>& broken_;
    const std::unordered_set<const StructInfo*>& unread_;
    const Names& names_;
    Problems& problems_;
    std::unordered_map<const FieldInfo*, std::string_view> last_right_;
    std::set<std::pair<const FieldInfo*, std::string>> told_in_row_;
    std::uint32_t file_ = 0, line_ = 0;
};

void check_references(PackContents& contents, const Names& names, Problems& problems) {
    References references(contents, names, problems);
    for (const auto& of_kind : contents.kinds) {
        for (const auto& thing : of_kind.things) references.check(*of_kind.kind, thing);
    }
    static const Kind* units = kind_of(description<Unit>());
    if (!contents.head) return;
    for (const Ref<Unit>& committee : contents.head->committees) {
        auto found = names.find(committee.str());
        if (found != names.end() && found->second.kind == units) continue;
        bool unread = contents.broken.contains(committee.str()) || contents.unread.contains(nullptr) ||
                      contents.unread.contains(units->info);
        if (unread) continue;
        std::vector<std::string_view> candidates;
        for (const auto& unit : contents.of(*units)) candidates.push_back(units->id(unit.object.get()).str());
        problems.add("reference_does_not_exist", Severity::error, place_of(*contents.head, "committees"),
                     {{"field", "committees"}, {"id", committee.str()}, {"kind", "units"}, {"slag", std::string(units->info->sv)},
                      {"near", nearest(committee.str(), candidates)}});
    }
}

void read_logo(PackContents& contents, Problems& problems) {
    if (!contents.head || contents.head->logo.empty()) return;
    for (std::uint32_t i = 0; i < contents.origins.files(); ++i) {
        const Origins::File& file = contents.origins.file(i);
        if (file.name == contents.head->logo) contents.head->logo_svg = file.text;
    }
    if (contents.head->logo_svg.empty()) {
        problems.add("file_is_missing", Severity::error, place_of(*contents.head, "logo"), {{"file", contents.head->logo}});
    }
}

State make_state(PackContents& contents) {
    State state;
    if (contents.head) {
        state.pack = contents.head;
        contents.origins.set_head(contents.head->id, contents.head_file, contents.head_line);
    }
    for (auto& of_kind : contents.kinds) {
        std::vector<std::shared_ptr<void>> objects;
        objects.reserve(of_kind.things.size());
        for (auto& thing : of_kind.things) {
            contents.origins.add(*of_kind.kind, of_kind.kind->id(thing.object.get()), thing.file, thing.line);
            objects.push_back(std::move(thing.object));
        }
        of_kind.kind->fill(state, std::move(objects));
    }
    return state;
}

// Is everything there that other things hang on? A heading or a kind that is not known leaves out as much as a file
// that cannot be read.
bool is_whole(const PackContents& contents, const Problems& problems) {
    static constexpr std::string_view leaves_out[] = {"unknown_column", "unknown_kind", "list_is_wanted", "file_is_of_no_kind",
                                                      "file_is_not_kinds", "quote_is_not_closed"};
    if (contents.head_unread || !contents.unread.empty()) return false;
    for (const StructInfo* each : {&description<Scale>(), &description<AssignmentType>(), &description<Unit>()}) {
        if (contents.left_out.contains(each)) return false;
    }
    return std::none_of(problems.list().begin(), problems.list().end(), [&](const Problem& each) {
        if (each.severity != Severity::error) return false;
        return each.code.starts_with("yaml_") ||
               std::find(std::begin(leaves_out), std::end(leaves_out), each.code) != std::end(leaves_out);
    });
}

}  // namespace

LoadedPack load_pack(std::vector<TreeFile> files, Problems& problems) {
    PackContents contents = read_files(std::move(files), problems);
    bool whole = is_whole(contents, problems);
    read_logo(contents, problems);
    complete(contents);
    tidy_texts(contents);
    name_things(contents);
    check_amounts(contents, problems);
    Names names = index_names(contents, problems);
    check_references(contents, names, problems);
    LoadedPack pack;
    pack.whole = whole;
    pack.state = make_state(contents);
    pack.origins = std::move(contents.origins);
    pack.origins.locate(problems);
    return pack;
}

}  // namespace styrkedja
