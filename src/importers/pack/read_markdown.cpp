// SPDX-License-Identifier: EUPL-1.2
#include "codec/source.h"
#include "importers/pack/read.h"

namespace styrkedja {

std::string_view without_blank_ends(std::string_view text) {
    auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    while (!text.empty() && (text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
    return text;
}

namespace {

std::string_view name_without_folder_and_ending(std::string_view name) {
    name.remove_prefix(name.rfind('/') + 1);
    return name.substr(0, name.rfind('.'));
}

// Every line end as one line feed: the lines stay as many.
std::string with_line_feeds(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        plain += text[i] == '\r' ? '\n' : text[i];
    }
    return plain;
}

class MarkdownTexts {
  public:
    MarkdownTexts(PackContents& contents, std::uint32_t file, Problems& problems)
        : contents_(contents), file_(file), problems_(problems),
          source_(contents.origins.file(file).name, contents.origins.file(file).text) {}

    void read() {
        std::string plain = with_line_feeds(source_.text());
        std::string_view text = plain;
        std::string id(name_without_folder_and_ending(source_.name()));
        std::uint32_t line = 1, id_line = 0;
        std::size_t begin = 0, at = 0;
        bool headed = false;
        while (at <= text.size()) {
            std::size_t end = std::min(text.find('\n', at), text.size());
            std::string_view content = text.substr(at, end - at);
            if (content.starts_with("# ")) {
                add(id, text.substr(begin, at - begin), id_line, headed);
                content.remove_prefix(2);
                id = without_blank_ends(content);
                id_line = line;
                headed = true;
                begin = end;
            }
            at = end + 1;
            ++line;
        }
        add(id, text.substr(std::min(begin, text.size())), id_line, headed);
    }

  private:
    void add(const std::string& id, std::string_view text, std::uint32_t line, bool headed) {
        std::string_view trimmed = without_blank_ends(text);
        if (trimmed.empty() && !headed) return;
        if (!Id::is_valid(id)) {
            problems_.add("text_heading_is_not_an_id", Severity::error, source_.place(line ? line : 1, headed ? 3 : 1),
                          {{"value", id}});
            return;
        }
        static const Kind* kind = kind_of(description<TextEntity>());
        std::shared_ptr<void> made = kind->make();
        auto* thing = static_cast<TextEntity*>(made.get());
        thing->id = Id(id);
        thing->text.text = trimmed;
        // Places in the text are counted from its first line.
        auto skipped = static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + (trimmed.data() - text.data()), '\n'));
        std::uint32_t first = headed ? line + (skipped > 0 ? skipped - 1 : 0) : skipped;
        contents_.of(*kind).push_back({std::move(made), file_, first});
    }

    PackContents& contents_;
    std::uint32_t file_;
    Problems& problems_;
    Source source_;
};

}  // namespace

void read_markdown(PackContents& contents, std::uint32_t file, Problems& problems) {
    MarkdownTexts(contents, file, problems).read();
}

}  // namespace styrkedja
