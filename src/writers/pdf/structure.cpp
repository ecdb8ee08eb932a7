// SPDX-License-Identifier: EUPL-1.2
#include "writers/pdf/finish.h"

namespace styrkedja::pdf {

namespace {

std::string attributes(const std::string_view type, const ElementFacts& facts) {
    if (type == "TH" || type == "TD") {
        std::string table = "<</O/Table";
        if (!facts.scope.empty()) table += "/Scope/" + std::string(facts.scope);
        if (facts.columns > 1) table += "/ColSpan " + std::to_string(facts.columns);
        if (facts.rows > 1) table += "/RowSpan " + std::to_string(facts.rows);
        return table == "<</O/Table" ? "" : "/A" + table + ">>";
    }
    if (!facts.list_numbering.empty()) return "/A<</O/List/ListNumbering/" + std::string(facts.list_numbering) + ">>";
    if (facts.has_box) {
        std::string box = "/A<</O/Layout/Placement/Block/BBox[";
        for (const double each : facts.box) box += num(each) + " ";
        return box + "]>>";
    }
    return {};
}

class Writer {
  public:
    Writer(File& file, const Tags& tags, const std::vector<PageDone>& pages) : file_(file), tags_(tags), pages_(pages) {}

    std::uint32_t write() {
        const std::uint32_t root = file_.reserve();
        objects_.resize(tags_.size(), 0);
        for (ElementId i = 1; i < tags_.size(); ++i) {
            if (tags_.is_attached(i)) objects_[i] = file_.reserve();
        }
        for (ElementId i = 1; i < tags_.size(); ++i) {
            if (tags_.is_attached(i)) file_.object(objects_[i], element(i, i == tags_.root() ? root : objects_[tags_.parent(i)]));
        }
        const std::uint32_t parents = parent_tree();
        std::string body = "<</Type/StructTreeRoot/K " + ref(objects_[tags_.root()]) + "/ParentTree " + ref(parents) +
                           "/ParentTreeNextKey " + std::to_string(pages_.size() + tags_.annotations().size());
        if (!ids_.empty()) {
            body += "/IDTree<</Names[";
            for (const auto& [id, object] : ids_) body += hex(id) + ref(object);
            body += "]>>";
        }
        file_.object(root, body + ">>");
        return root;
    }

  private:
    std::string element(ElementId id, std::uint32_t parent) {
        const std::string_view type = tags_.type(id);
        std::string body = "<</Type/StructElem/S/" + std::string(type) + "/P " + ref(parent);
        if (const ElementFacts* facts = tags_.find_facts(id)) {
            body += attributes(type, *facts);
            if (!facts->alternative.empty()) body += "/Alt" + text_string(facts->alternative);
            if (!facts->title.empty()) body += "/T" + text_string(facts->title);
            if (!facts->id.empty()) {
                body += "/ID" + hex(facts->id);
                ids_[facts->id] = objects_[id];
            }
        }
        return body + kids(id) + ">>";
    }

    std::string kids(ElementId id) const {
        std::string list;
        std::uint32_t page = 0;
        bool has_page = false;
        tags_.each_kid(id, [&](const Tags::Kid& kid) {
            if (kid.kind == Tags::KidKind::element) {
                list += ref(objects_[kid.number]) + " ";
                return;
            }
            if (!has_page) page = kid.page;
            has_page = true;
            const std::string on_page = kid.page == page ? "" : "/Pg " + ref(pages_[kid.page].object);
            if (kid.kind == Tags::KidKind::annotation) {
                list += "<</Type/OBJR" + on_page + "/Obj " + ref(kid.number) + ">>";
            } else if (kid.page == page) {
                list += std::to_string(kid.number) + " ";
            } else {
                list += "<</Type/MCR" + on_page + "/MCID " + std::to_string(kid.number) + ">>";
            }
        });
        std::string body = has_page ? "/Pg " + ref(pages_[page].object) : "";
        return list.empty() ? body : body + "/K[" + list + "]";
    }

    // A leaf for every 64 keys, so that a page's elements are found without reading all.
    std::uint32_t parent_tree() {
        constexpr std::size_t most = 64;
        std::vector<std::string> entries;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            std::string list = std::to_string(i) + "[";
            if (i < tags_.marks().size()) {
                for (const ElementId each : tags_.marks()[i]) list += ref(objects_[each]) + " ";
            }
            entries.push_back(list + "]");
        }
        for (std::size_t i = 0; i < tags_.annotations().size(); ++i)
            entries.push_back(std::to_string(pages_.size() + i) + " " + ref(objects_[tags_.annotations()[i]]));
        std::string kids;
        for (std::size_t first = 0; first < entries.size(); first += most) {
            const std::size_t end = std::min(entries.size(), first + most);
            const std::uint32_t leaf = file_.reserve();
            std::string body = "<</Limits[" + std::to_string(first) + " " + std::to_string(end - 1) + "]/Nums[";
            for (std::size_t i = first; i < end; ++i) body += entries[i] + " ";
            file_.object(leaf, body + "]>>");
            kids += ref(leaf) + " ";
        }
        const std::uint32_t root = file_.reserve();
        file_.object(root, "<</Kids[" + kids + "]>>");
        return root;
    }

    File& file_;
    const Tags& tags_;
    const std::vector<PageDone>& pages_;
    std::vector<std::uint32_t> objects_;
    std::map<std::string, std::uint32_t> ids_;
};

}  // namespace

std::uint32_t write_tags(File& file, const Tags& tags, const std::vector<PageDone>& pages) {
    return Writer(file, tags, pages).write();
}

std::uint32_t write_bookmarks(File& file, const Painter& painter) {
    const auto& marks = painter.bookmarks();
    if (marks.empty()) return 0;
    const std::uint32_t root = file.reserve();
    std::vector<std::uint32_t> objects;
    for (std::size_t i = 0; i < marks.size(); ++i) objects.push_back(file.reserve());
    // The parent of each: the nearest before it that is less deep.
    std::vector<std::size_t> parents, path;
    constexpr auto top = static_cast<std::size_t>(-1);
    std::map<std::size_t, std::vector<std::size_t>> kids;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        while (!path.empty() && marks[path.back()].first.depth >= marks[i].first.depth) path.pop_back();
        parents.push_back(path.empty() ? top : path.back());
        kids[parents.back()].push_back(i);
        path.push_back(i);
    }
    const auto first_and_last = [&](std::size_t owner, bool open) {
        const auto found = kids.find(owner);
        if (found == kids.end()) return std::string();
        const std::string count = std::to_string(found->second.size());
        return "/First " + ref(objects[found->second.front()]) + "/Last " + ref(objects[found->second.back()]) + "/Count " +
               (open ? "" : "-") + count;
    };
    for (const auto& [owner, list] : kids) {
        for (std::size_t at = 0; at < list.size(); ++at) {
            const Bookmark& mark = marks[list[at]].first;
            const PlaceOnPage* place = painter.find(mark.anchor);
            std::string body = "<</Title" + text_string(mark.title) + "/Parent " + ref(owner == top ? root : objects[owner]);
            if (at > 0) body += "/Prev " + ref(objects[list[at - 1]]);
            if (at + 1 < list.size()) body += "/Next " + ref(objects[list[at + 1]]);
            if (place) body += "/Dest" + painter.destination(*place);
            file.object(objects[list[at]], body + first_and_last(list[at], false) + ">>");
        }
    }
    file.object(root, "<</Type/Outlines" + first_and_last(top, true) + ">>");
    return root;
}

}  // namespace styrkedja::pdf
