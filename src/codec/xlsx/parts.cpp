// SPDX-License-Identifier: EUPL-1.2
#include "codec/xlsx/parts.h"

#include <array>
#include <charconv>
#include <set>

namespace styrkedja::workbook {
namespace {

int number_of(std::string_view text) {
    int number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

class RelationsHandler : public XmlStream::Handler {
  public:
    RelationsHandler(std::string folder, std::vector<Relation>& relations) : folder_(std::move(folder)), relations_(relations) {}
    void start(std::string_view name, const char* const* attributes) override {
        if (name != "Relationship" || attribute(attributes, "TargetMode") == "External") return;
        Relation relation;
        relation.id = attribute(attributes, "Id");
        const std::string_view type = attribute(attributes, "Type");
        relation.type = type.substr(type.rfind('/') + 1);
        relation.target = from_top(attribute(attributes, "Target"));
        relations_.push_back(std::move(relation));
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

  private:
    std::string from_top(std::string_view target) const {
        if (target.starts_with('/')) return std::string(target.substr(1));
        std::string folder = folder_;
        for (; target.starts_with("../"); target.remove_prefix(3)) {
            const std::size_t slash = folder.size() < 2 ? folder.npos : folder.rfind('/', folder.size() - 2);
            folder.resize(slash == folder.npos ? 0 : slash + 1);
        }
        if (target.starts_with("./")) target.remove_prefix(2);
        return folder + std::string(target);
    }
    std::string folder_;
    std::vector<Relation>& relations_;
};

class TextsHandler : public XmlStream::Handler {
  public:
    TextsHandler(Texts& texts, std::uint64_t most) : texts_(texts), most_(most) {}
    void start(std::string_view name, const char* const*) override {
        if (name == "t") in_text_ = !phonetic_;
        else if (name == "rPh") phonetic_ = true;   // how a Japanese text is read: not part of it
        else if (name == "si") item_.clear();
    }
    void end(std::string_view name) override {
        if (name == "t") in_text_ = false;
        else if (name == "rPh") phonetic_ = false;
        else if (name == "si") {
            append_unescaped(texts_.all, item_);
            texts_.ends.push_back(texts_.all.size());
        }
    }
    void text(std::string_view text) override {
        if (in_text_ && texts_.all.size() + item_.size() < most_) item_ += text;
    }
    bool is_full() const { return texts_.all.size() + item_.size() >= most_; }

  private:
    Texts& texts_;
    std::uint64_t most_;
    std::string item_;
    bool in_text_ = false, phonetic_ = false;
};

class StylesHandler : public XmlStream::Handler {
  public:
    explicit StylesHandler(Dates& dates) : dates_(dates) {}
    void start(std::string_view name, const char* const* attributes) override {
        if (name == "cellXfs") in_looks_ = true;
        else if (name == "numFmt") {
            const int id = number_of(attribute(attributes, "numFmtId"));
            (is_date_format(attribute(attributes, "formatCode")) ? dates_known_ : others_known_).insert(id);
        } else if (in_looks_ && name == "xf") {
            const int id = number_of(attribute(attributes, "numFmtId"));
            dates_.styles.push_back(dates_known_.contains(id) || (!others_known_.contains(id) && is_date_format(id)));
        }
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_looks_ = false;
    }
    void text(std::string_view) override {}

  private:
    Dates& dates_;
    std::set<int> dates_known_, others_known_;
    bool in_looks_ = false;
};

}  // namespace

bool feed_part(const Package& package, const std::string& part, XmlStream::Handler& handler, Problems& problems) {
    const std::size_t before = problems.errors();
    const auto bytes = package.read(part, problems);
    if (!bytes) return false;
    XmlStream stream(handler);
    std::array<char, 1 << 15> block{};
    for (;;) {
        const std::size_t size = bytes->read(block);
        if (problems.errors() > before) return false;
        if (!stream.feed({block.data(), size}, size == 0)) {
            problems.add("workbook_is_damaged", Severity::error, package.place(part), {{"part", part}, {"reason", stream.reason()}});
            return false;
        }
        if (size == 0) return true;
    }
}

std::vector<Relation> read_relations(const Package& package, const std::string& of, Problems& problems) {
    const std::size_t slash = of.rfind('/') + 1;
    const std::string folder = of.substr(0, slash);
    std::vector<Relation> relations;
    RelationsHandler handler(folder, relations);
    feed_part(package, folder + "_rels/" + of.substr(slash) + ".rels", handler, problems);
    return relations;
}

bool read_texts(const Package& package, const std::string& part, std::uint64_t most, Texts& texts, Problems& problems) {
    TextsHandler handler(texts, most);
    if (!feed_part(package, part, handler, problems)) return false;
    if (!handler.is_full()) return true;
    problems.add("files_are_too_large", Severity::error, package.place(part), {{"limit", std::to_string(most >> 20U) + " MB"}});
    return false;
}

bool read_styles(const Package& package, const std::string& part, Dates& dates, Problems& problems) {
    StylesHandler handler(dates);
    return feed_part(package, part, handler, problems);
}

}  // namespace styrkedja::workbook
