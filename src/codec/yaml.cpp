// SPDX-License-Identifier: EUPL-1.2
#include "codec/yaml.h"

#include <yaml.h>

#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "codec/source.h"

namespace styrkedja {
namespace {

// One event of the YAML library, freed when its time is over.
class Event {
  public:
    Event() = default;
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    ~Event() { clear(); }

    void clear() {
        if (full_) yaml_event_delete(&event_);
        full_ = false;
    }
    bool parse(yaml_parser_t& parser) {
        clear();
        full_ = yaml_parser_parse(&parser, &event_) != 0;
        return full_;
    }
    const yaml_event_t& operator*() const { return event_; }
    const yaml_event_t* operator->() const { return &event_; }

  private:
    yaml_event_t event_{};
    bool full_ = false;
};

std::string_view view(const yaml_char_t* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

class Reader {
  public:
    Reader(std::string_view text, const std::string& file, Problems& problems)
        : source_(file, text), problems_(problems) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                     text.size());
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { yaml_parser_delete(&parser_); }

    std::optional<YamlNode> read();

  private:
    bool advance();  // to the next event; false = a problem has been told
    bool read_node(YamlNode& node, std::size_t depth);
    void read_scalar(YamlNode& node);
    bool read_sequence(YamlNode& node, std::size_t depth);
    bool read_mapping(YamlNode& node, std::size_t depth);
    void refuse_repeated(YamlNode& node);
    void refuse_marks(const yaml_char_t* anchor, const yaml_char_t* tag);
    void refuse_shortcut(std::string_view sign, std::string_view name, const yaml_mark_t& mark);
    void report(std::string_view code, const yaml_mark_t& mark,
                std::vector<std::pair<std::string_view, std::string>> args = {});
    void report_error();

    Source source_;
    Problems& problems_;
    yaml_parser_t parser_{};
    Event event_;
    std::size_t first_shortcut_ = 0, shortcuts_ = 0;  // the first one's place among the problems; how many
};

void Reader::report(std::string_view code, const yaml_mark_t& mark,
                    std::vector<std::pair<std::string_view, std::string>> args) {
    auto line = static_cast<std::uint32_t>(mark.line + 1);
    // The library reads a line feed at the end of a file that lacks one, and may stop after it.
    bool after_end = source_.line(line).empty() && source_.place_at(source_.text().size()).line < line;
    Place place = after_end ? source_.place_at(source_.text().size())
                            : source_.place(line, static_cast<std::uint32_t>(mark.column + 1));
    problems_.add(code, Severity::error, std::move(place), std::move(args));
}

// The library's own words are turned into what a person who doesn't know YAML can act on.
void Reader::report_error() {
    std::string_view problem = parser_.problem == nullptr ? "" : parser_.problem;
    std::string_view context = parser_.context == nullptr ? "" : parser_.context;
    if (parser_.error == YAML_READER_ERROR || parser_.error == YAML_MEMORY_ERROR) {
        problems_.add("yaml_is_not_well_formed", Severity::error, source_.place_at(parser_.problem_offset),
                      {{"reason", std::string(problem)}});
        return;
    }
    auto has = [](std::string_view text, std::string_view part) {
        return text.find(part) != std::string_view::npos;
    };
    const yaml_mark_t& mark = parser_.problem_mark;
    std::string_view line = source_.line(static_cast<std::uint32_t>(mark.line + 1));
    std::string_view blank = line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
    if (has(problem, "cannot start any token") || has(problem, "tab character")) {
        if (has(blank, "\t")) return report("yaml_is_indented_with_tab", mark);
        std::size_t at = std::min(mark.column, line.size());
        return report("yaml_sign_cannot_begin", mark, {{"sign", std::string(line.substr(at, 1))}});
    }
    if (has(problem, "mapping values are not allowed")) {
        // Where the colon is the line's first, it is the key that stands too far in.
        std::size_t first = line.find(": ");
        bool in_text =
            first != std::string_view::npos && count_characters(line.substr(0, first)) < mark.column;
        return report(in_text ? "yaml_colon_in_text" : "yaml_indentation_is_wrong", mark);
    }
    if (has(problem, "unknown escape character")) return report("yaml_backslash_in_quotes", mark);
    if (has(context, "quoted scalar") && has(problem, "end of stream")) {
        return report("quote_is_not_closed", parser_.context_mark);
    }
    if (has(context, "flow")) {
        // "{id: x, title: Bokslut: 2025}": a second colon before the next comma.
        std::string_view before = line.substr(0, std::min(mark.column, line.size()));
        std::string_view part = before.substr(before.find_last_of("{,") + 1);
        bool in_text = line.substr(before.size()).starts_with(':') && has(part, ": ");
        if (in_text) return report("yaml_colon_in_text", mark);
        return report("yaml_list_is_not_closed", parser_.context_mark);
    }
    if (has(problem, "could not find expected ':'"))
        return report("yaml_key_has_no_colon", parser_.context_mark);
    if (has(context, "block") || has(problem, "not allowed in this context") ||
        has(problem, "document start")) {
        return report("yaml_indentation_is_wrong", mark);
    }
    std::string reason(problem);
    report("yaml_is_not_well_formed", mark,
           {{"reason", context.empty() ? reason : std::string(context) + ": " + reason}});
}

bool Reader::advance() {
    if (event_.parse(parser_)) return true;
    report_error();
    return false;
}

std::optional<YamlNode> Reader::read() {
    YamlNode root;
    root.line = root.column = 1;
    do {
        if (!advance()) return std::nullopt;
        if (event_->type == YAML_STREAM_END_EVENT) return root;
    } while (event_->type == YAML_STREAM_START_EVENT || event_->type == YAML_DOCUMENT_START_EVENT);
    if (!read_node(root, 1)) return std::nullopt;
    if (!advance()) return std::nullopt;  // the end of the document
    if (!advance()) return std::nullopt;
    if (event_->type != YAML_STREAM_END_EVENT) report("yaml_has_several_documents", event_->start_mark);
    return root;
}

// A file that uses one mostly uses many: the first is told, with their number.
void Reader::refuse_shortcut(std::string_view sign, std::string_view name, const yaml_mark_t& mark) {
    if (shortcuts_++ == 0) {
        first_shortcut_ = problems_.size();
        report("yaml_anchor_is_refused", mark,
               {{"mark", std::string(sign) + std::string(name)}, {"sign", std::string(sign)}, {"more", ""}});
    } else {
        problems_.each()[first_shortcut_].args.back().second = std::to_string(shortcuts_ - 1);
    }
}

void Reader::refuse_marks(const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor != nullptr) {
        refuse_shortcut("&", view(anchor), event_->start_mark);
    }
    if (tag == nullptr) return;
    constexpr std::string_view standard = "tag:yaml.org,2002:";
    std::string mark(view(tag));
    if (mark.starts_with(standard)) mark = "!!" + mark.substr(standard.size());
    report("yaml_tag_is_refused", event_->start_mark, {{"mark", mark}});
}

bool Reader::read_node(YamlNode& node, std::size_t depth) {
    node.line = static_cast<std::uint32_t>(event_->start_mark.line + 1);
    node.column = static_cast<std::uint32_t>(event_->start_mark.column + 1);
    if (depth > most_yaml_levels) {
        report("yaml_is_too_deep", event_->start_mark, {{"limit", std::to_string(most_yaml_levels)}});
        return false;
    }
    switch (event_->type) {
        case YAML_SCALAR_EVENT:
            read_scalar(node);
            return true;
        case YAML_SEQUENCE_START_EVENT:
            return read_sequence(node, depth);
        case YAML_MAPPING_START_EVENT:
            return read_mapping(node, depth);
        case YAML_ALIAS_EVENT:
            refuse_shortcut("*", view(event_->data.alias.anchor), event_->start_mark);
            return true;
        default:
            return true;
    }
}

void Reader::read_scalar(YamlNode& node) {
    const auto& scalar = event_->data.scalar;
    refuse_marks(scalar.anchor, scalar.tag);
    node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
    node.quoted = scalar.style != YAML_PLAIN_SCALAR_STYLE;
    node.block = scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE;
    bool null = !node.quoted && (node.text.empty() || node.text == "~" || node.text == "null" ||
                                 node.text == "Null" || node.text == "NULL");
    node.kind = null ? YamlKind::null : YamlKind::scalar;
    if (null) node.text.clear();
}

bool Reader::read_sequence(YamlNode& node, std::size_t depth) {
    node.kind = YamlKind::sequence;
    refuse_marks(event_->data.sequence_start.anchor, event_->data.sequence_start.tag);
    while (true) {
        if (!advance()) return false;
        if (event_->type == YAML_SEQUENCE_END_EVENT) return true;
        if (!read_node(node.children.emplace_back(), depth + 1)) return false;
    }
}

bool Reader::read_mapping(YamlNode& node, std::size_t depth) {
    node.kind = YamlKind::mapping;
    refuse_marks(event_->data.mapping_start.anchor, event_->data.mapping_start.tag);
    while (true) {
        if (!advance()) return false;
        if (event_->type == YAML_MAPPING_END_EVENT) break;
        yaml_mark_t mark = event_->start_mark;
        YamlNode key;
        if (!read_node(key, depth + 1)) return false;
        bool is_text =
            key.children.empty() && key.kind != YamlKind::sequence && key.kind != YamlKind::mapping;
        if (!is_text) report("yaml_key_is_not_text", mark);
        if (is_text && key.text == "<<" && !key.quoted) {
            refuse_shortcut("<<", "", mark);
        }
        YamlNode value;
        if (!advance() || !read_node(value, depth + 1)) return false;
        if (!is_text) continue;
        node.keys.push_back({std::move(key.text), key.line, key.column});
        node.children.push_back(std::move(value));
    }
    refuse_repeated(node);
    return true;
}

void Reader::refuse_repeated(YamlNode& node) {
    std::unordered_map<std::string_view, std::size_t> index;
    bool many = node.keys.size() > 16;
    std::vector<std::size_t> repeated;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        std::size_t first = i;
        if (many) {
            first = index.emplace(node.keys[i].text, i).first->second;
        } else {
            for (std::size_t j = 0; j < i && first == i; ++j) {
                if (node.keys[j].text == node.keys[i].text) first = j;
            }
        }
        if (first == i) continue;
        const YamlKey& key = node.keys[i];
        problems_.add("yaml_key_is_repeated", Severity::error, source_.place(key.line, key.column),
                      {{"key", key.text}, {"first_line", std::to_string(node.keys[first].line)}});
        repeated.push_back(i);
    }
    if (repeated.empty()) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        if (std::binary_search(repeated.begin(), repeated.end(), i)) continue;
        if (kept != i) {
            node.keys[kept] = std::move(node.keys[i]);
            node.children[kept] = std::move(node.children[i]);
        }
        ++kept;
    }
    node.keys.resize(kept);
    node.children.resize(kept);
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].text == key) return &children[i];
    }
    return nullptr;
}

std::optional<YamlNode> read_yaml(std::string_view text, const std::string& file, Problems& problems) {
    if (text.size() > most_yaml_bytes) {
        problems.add("yaml_is_too_large", Severity::error, Place{file, 0, 0, "", "", ""},
                     {{"limit", std::to_string(most_yaml_bytes / 1024 / 1024) + " MB"}});
        return std::nullopt;
    }
    return Reader(text, file, problems).read();
}

}  // namespace styrkedja
