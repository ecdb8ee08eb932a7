// SPDX-License-Identifier: EUPL-1.2
#include "importers/pack/origins.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "codec/csv.h"
#include "codec/source.h"
#include "codec/yaml.h"

namespace styrkedja {
namespace {

// Cuts the path after its first part. Parts stand between / or dots; as ids have dots too, `skip` separators are
// passed over first.
std::string_view first_part(std::string_view& path, std::size_t skip = 0) {
    std::size_t end = path.find_first_of("/.");
    while (skip-- > 0 && end != path.npos) end = path.find_first_of("/.", end + 1);
    std::string_view part = path.substr(0, end);
    path = end == path.npos ? std::string_view() : path.substr(end + 1);
    return part;
}

// The node that a part of a field's path leads to, or nothing.
const YamlNode* step(const YamlNode& node, std::string_view part, const StructInfo* info) {
    if (node.kind == YamlKind::sequence) {
        std::size_t index = 0;
        auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
        if (error == std::errc() && end == part.data() + part.size() && index < node.children.size()) {
            return &node.children[index];
        }
        for (const YamlNode& child : node.children) {
            const YamlNode* id = child.find("id");
            if (id && id->text == part) return &child;
        }
        return nullptr;
    }
    if (node.kind != YamlKind::mapping) return nullptr;
    if (const YamlNode* child = node.find(part)) return child;
    const FieldInfo* field = info ? info->find(part) : nullptr;
    return field ? node.find(field->sv) : nullptr;
}

// A number that the finder of a problem has given with it; 0 when there is none.
std::uint32_t number_arg(const Problem& problem, std::string_view wanted) {
    for (const auto& [name, value] : problem.args) {
        if (name != wanted) continue;
        std::uint32_t number = 0;
        std::from_chars(value.data(), value.data() + value.size(), number);
        return number;
    }
    return 0;
}

bool has_arg(const Problem& problem, std::string_view wanted) {
    return std::any_of(problem.args.begin(), problem.args.end(), [&](const auto& arg) { return arg.first == wanted; });
}

// The line within a text at which its problem stands (from 1), when the finder has said so (compose/prose.h).
std::uint32_t line_in_text(const Problem& problem) {
    return has_arg(problem, "offset") ? number_arg(problem, "line") : 0;
}

// Of a row with a column for each version and period, the column of the fact that is meant.
std::optional<std::size_t> wide_column(const CsvReader& reader, std::string_view entity) {
    for (std::size_t i = 0; i < reader.heading().size(); ++i) {
        std::string_view heading = reader.heading()[i];
        std::size_t at = heading.find('@');
        auto period = at == heading.npos ? std::nullopt : Period::parse(heading.substr(at + 1));
        if (period && entity.ends_with("/" + std::string(heading.substr(0, at)) + "/" + period->str())) return i;
    }
    return std::nullopt;
}

// The column in which a field of a row's thing stands; the first where there is none.
std::size_t column_of(const CsvReader& reader, const StructInfo& info, const Problem& problem) {
    std::string_view path = problem.place.field;
    const FieldInfo* field = info.find(first_part(path));
    for (std::size_t i = 0; field && i < reader.heading().size(); ++i) {
        if (info.find(reader.heading()[i]) == field) return i;
    }
    return wide_column(reader, problem.place.entity).value_or(0);
}

void set_place(Problem& problem, Place found) {
    problem.place.file = std::move(found.file);
    problem.place.line = found.line;
    problem.place.column = found.column;
    problem.place.excerpt = std::move(found.excerpt);
}

}  // namespace

std::uint32_t Origins::add_file(File file) {
    files_.push_back(std::move(file));
    return static_cast<std::uint32_t>(files_.size() - 1);
}

void Origins::set_head(const Id& id, std::uint32_t file, std::uint32_t line) {
    head_ = "pack/" + id.str();
    head_origin_ = {file, line};
}

void Origins::add(const Kind& kind, const Id& id, std::uint32_t file, std::uint32_t line) {
    things_[&kind].emplace_back(id.str(), Origin{file, line});
}

// A problem between two things stands at the one that comes last in the files and names where the other stands.
void Origins::name_others(Problems& problems) const {
    std::map<const Kind*, std::unordered_map<std::string_view, const Origin*>> index;
    auto origin_of = [&](const std::string& entity) -> const Origin* {
        std::size_t slash = entity.find('/');
        auto things = things_.find(find_kind(entity.substr(0, slash)));
        if (slash == entity.npos || things == things_.end()) return nullptr;
        auto& by_id = index[things->first];
        if (by_id.empty()) {
            for (const auto& [name, origin] : things->second) by_id.emplace(name, &origin);
        }
        auto found = by_id.find(std::string_view(entity).substr(slash + 1));
        return found == by_id.end() ? nullptr : found->second;
    };
    for (Problem& problem : problems.each()) {
        if (!problem.place.file.empty() || !has_arg(problem, "other_thing")) continue;
        auto arg = [&](std::string_view wanted) -> std::string& {
            return std::find_if(problem.args.begin(), problem.args.end(),
                                [&](const auto& each) { return each.first == wanted; })->second;
        };
        const Origin* own = origin_of(problem.place.entity);
        const Origin* other = origin_of(arg("other_thing"));
        if (!own || !other) continue;
        if (std::pair(own->file, own->line) < std::pair(other->file, other->line)) {
            std::swap(problem.place.entity, arg("other_thing"));
            other = own;
        }
        arg("other") = files_[other->file].name + ":" + std::to_string(other->line);
    }
}

void Origins::locate(Problems& problems) const {
    name_others(problems);
    std::map<const Kind*, std::unordered_map<std::string_view, Origin>> index;
    std::map<std::uint32_t, std::vector<Wanted>> wanted;
    for (Problem& problem : problems.each()) {
        if (!problem.place.file.empty() || problem.place.entity.empty()) continue;
        if (problem.place.entity == head_) {
            wanted[head_origin_.file].push_back({&problem, &description<PackHead>(), head_origin_.line});
            continue;
        }
        std::string_view id = problem.place.entity;
        std::size_t slash = id.find('/');
        if (slash == id.npos) continue;
        const Kind* kind = find_kind(id.substr(0, slash));
        id.remove_prefix(slash + 1);
        auto things = kind ? things_.find(kind) : things_.end();
        if (things == things_.end()) continue;
        auto& by_id = index[kind];
        if (by_id.empty()) {
            for (const auto& [name, origin] : things->second) by_id.emplace(name, origin);
        }
        auto origin = by_id.find(id);
        if (origin == by_id.end()) continue;
        wanted[origin->second.file].push_back({&problem, kind->info, origin->second.line});
    }
    show_lines(problems);
    for (auto& [number, list] : wanted) {
        const File& file = files_[number];
        std::stable_sort(list.begin(), list.end(), [](const Wanted& a, const Wanted& b) { return a.line < b.line; });
        if (file.form == File::Form::csv) locate_in_csv(file, list);
        if (file.form == File::Form::yaml) locate_in_yaml(file, list);
        if (file.form == File::Form::markdown) locate_in_markdown(file, list);
    }
}

// Problems of which only the line is known: the line as it stands, from its first character.
void Origins::show_lines(Problems& problems) const {
    std::map<std::string_view, Source> sources;
    for (Problem& problem : problems.each()) {
        Place& place = problem.place;
        if (place.line == 0 || place.column != 0 || !place.excerpt.empty()) continue;
        auto source = sources.find(place.file);
        for (const File& file : files_) {
            if (source == sources.end() && file.name == place.file) {
                source = sources.emplace(file.name, Source(file.name, file.text)).first;
            }
        }
        if (source == sources.end()) continue;
        std::string_view line = source->second.line(place.line);
        std::size_t blank = std::min(line.find_first_not_of(" \t-"), line.size());
        place = source->second.place(place.line, static_cast<std::uint32_t>(blank + 1));
    }
}

void Origins::locate_in_csv(const File& file, std::vector<Wanted>& wanted) const {
    Problems told_already;
    CsvReader reader(file.name, file.text, told_already);
    auto next = wanted.begin();
    while (next != wanted.end() && reader.next()) {
        for (; next != wanted.end() && next->line == reader.line(); ++next) {
            set_place(*next->problem, reader.place(column_of(reader, *next->info, *next->problem)));
        }
        while (next != wanted.end() && next->line < reader.line()) ++next;
    }
}

void Origins::locate_in_yaml(const File& file, std::vector<Wanted>& wanted) const {
    Problems told_already;
    auto root = read_yaml(file.text, file.name, told_already);
    if (!root) return;
    Source source(file.name, file.text);
    for (const Wanted& each : wanted) {
        const YamlNode* node = nullptr;
        for (const YamlNode& list : root->children) {
            if (list.kind == YamlKind::mapping && list.line == each.line) node = &list;
            for (const YamlNode& item : list.children) {
                if (item.line == each.line && item.kind == YamlKind::mapping) node = &item;
            }
        }
        if (!node) continue;
        std::string_view path = each.problem->place.field;
        const StructInfo* info = each.info;
        std::string_view whole_path = path;
        for (std::size_t skip = 0; !path.empty();) {
            whole_path = path;
            std::string_view part = first_part(path, skip);
            const YamlNode* child = step(*node, part, info);
            if (!child && path.empty()) break;
            if (!child) {
                path = whole_path;
                ++skip;
                continue;
            }
            skip = 0;
            if (node->kind == YamlKind::mapping && info) {
                const FieldInfo* field = info->find(part);
                info = field && field->type->record ? &field->type->record() : nullptr;
            }
            node = child;
        }
        std::uint32_t down = line_in_text(*each.problem);
        if (node->block) ++down;
        set_place(*each.problem, source.place(node->line + (down > 0 ? down - 1 : 0), down > 1 ? 1 : node->column));
    }
}

void Origins::locate_in_markdown(const File& file, std::vector<Wanted>& wanted) const {
    Source source(file.name, file.text);
    for (const Wanted& each : wanted) {
        std::uint32_t down = line_in_text(*each.problem);
        if (down == 0) {
            set_place(*each.problem, source.place(each.line, 1));
            continue;
        }
        // From the text's first line to the one with the problem: what is left of the offset is the column.
        std::size_t left = number_arg(*each.problem, "offset");
        for (std::uint32_t line = 1; line < down; ++line) {
            left -= std::min(left, source.line(each.line + line).size() + 1);
        }
        std::string_view line = source.line(each.line + down);
        auto before = line.substr(0, std::min(left, line.size()));
        auto characters = std::count_if(before.begin(), before.end(), [](char c) { return (c & 0xC0) != 0x80; });
        set_place(*each.problem, source.place(each.line + down, static_cast<std::uint32_t>(characters) + 1));
    }
}

}  // namespace styrkedja
