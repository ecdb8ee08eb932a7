// SPDX-License-Identifier: EUPL-1.2
#include "writers/pdf/painter.h"

#include <cmath>

namespace styrkedja::pdf {

using document::Change;

// Neighbouring words of one line that are underlined, struck or linked alike.
struct Painter::Stretch {
    double x0 = 0, x1 = 0, y = 0;
    Style style;
    ElementId element = artifact;
    int link = -1;
    Change change = Change::none;
    bool quoted = false;
    bool same(const WordAt& word, double base) const {
        return element == word.element && link == word.link && change == word.change && quoted == word.quoted &&
               std::abs(base - y) < 0.01;
    }
};

void Painter::paint(const Page& page) {
    const auto number = static_cast<std::uint32_t>(pages_.size());
    PageDone done;
    done.object = file_.reserve();
    done.contents = file_.reserve();
    done.turned = page.turned;
    pages_.push_back(done);
    const Sheet& sheet = page.sheet();
    Content content(fonts_, tags_, number, sheet.height);
    for (const Placed& placed : page.pieces) {
        for (const Anchor& anchor : placed.piece.anchors) places_.try_emplace(anchor.name, PlaceOnPage{number, placed.y + anchor.y});
        for (const Bookmark& bookmark : placed.piece.bookmarks) bookmarks_.emplace_back(bookmark, number);
        paint_piece(content, placed, sheet);
    }
    file_.stream(done.contents, "", content.take());
}

void Painter::paint_piece(Content& content, const Placed& placed, const Sheet& sheet) {
    const Piece& piece = placed.piece;
    if (!placed.repeated) {
        for (const ElementId each : piece.attach) tags_.attach(each);
    }
    for (const Bar& bar : piece.bars) {
        content.belong_to(artifact);
        content.rectangle(sheet.left + bar.x, placed.y + bar.y, bar.width, bar.height, bar.ink);
    }
    for (const Emblem& emblem : piece.emblems) {
        content.belong_to(artifact);
        content.raw("q " + num(emblem.scale) + " 0 0 " + num(-emblem.scale) + " " + num(sheet.left + emblem.x) + " " +
                    num(sheet.height - placed.y - emblem.y) + " cm\n" + emblem.operators + "Q\n");
    }
    for (const Picture& picture : piece.pictures) {
        const ElementId element = placed.repeated ? artifact : picture.element;
        const double x = sheet.left + picture.x, y = placed.y + picture.y;
        content.belong_to(element);
        content.drawing(picture.drawing, x, y);
        if (element == artifact) continue;
        ElementFacts& facts = tags_.facts(element);
        facts.has_box = true;
        const double box[4] = {x, sheet.height - y - picture.drawing.height, x + picture.drawing.width, sheet.height - y};
        std::copy(box, box + 4, facts.box);
    }
    paint_words(content, placed, sheet);
    for (const PageNumberAt& each : piece.page_numbers) pages_.back().page_numbers.emplace_back(each, placed.y);
}

void Painter::paint_words(Content& content, const Placed& placed, const Sheet& sheet) {
    std::vector<Stretch> stretches;
    const std::vector<WordAt>& words = placed.piece.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const WordAt& word = words[i];
        const double x = sheet.left + word.x, y = placed.y + word.y;
        content.belong_to(placed.repeated ? artifact : word.element);
        // The blank after a link is not the link's.
        const bool link_ends = word.space_after && word.link >= 0 && i + 1 < words.size() && words[i + 1].element != word.element;
        content.word(*word.shaped, word.style, x, y, word.space_after && !link_ends);
        if (link_ends) {
            static const Shaped nothing;
            content.belong_to(placed.repeated ? artifact : words[i + 1].element);
            content.word(nothing, word.style, x + word.shaped->at(word.style.size), y, true);
        }
        if (placed.repeated || (word.link < 0 && word.change == Change::none && !word.quoted)) continue;
        const double end = x + word.shaped->at(word.style.size);
        if (!stretches.empty() && stretches.back().same(word, y) && x - stretches.back().x1 < word.style.size) {
            stretches.back().x1 = end;
        } else {
            stretches.push_back({x, end, y, word.style, word.element, word.link, word.change, word.quoted});
        }
    }
    decorate(content, stretches);
    add_links(stretches);
}

void Painter::decorate(Content& content, const std::vector<Stretch>& stretches) {
    for (const Stretch& each : stretches) {
        const double width = each.x1 - each.x0;
        if (each.change == Change::none && !(each.quoted && furniture_.draft)) continue;
        content.belong_to(artifact);
        if (each.change == Change::added) content.rectangle(each.x0, each.y + 1.6, width, 0.7, black);
        if (each.change == Change::removed) content.rectangle(each.x0, each.y - each.style.size * 0.27, width, 0.7, grey);
        if (each.change == Change::none) content.dots(each.x0, each.y + 2.4, width, 0.6, grey);
    }
}

void Painter::add_links(const std::vector<Stretch>& stretches) {
    const auto page = static_cast<std::uint32_t>(pages_.size() - 1);
    const double height = pages_.back().turned ? turned_sheet.height : upright_sheet.height;
    for (const Stretch& each : stretches) {
        if (each.link < 0) continue;
        LinkArea area;
        area.page = page;
        area.object = file_.reserve();
        area.link = each.link;
        area.parent = tags_.mark_annotation(each.element, page, area.object);
        area.x0 = each.x0;
        area.x1 = each.x1;
        area.y0 = height - each.y - each.style.size * 0.3;
        area.y1 = height - each.y + each.style.size * 0.85;
        pages_.back().annotations.push_back(area.object);
        areas_.push_back(area);
    }
}

const PlaceOnPage* Painter::find(const std::string& anchor) const {
    const auto found = places_.find(anchor);
    return found == places_.end() ? nullptr : &found->second;
}

std::string Painter::destination(const PlaceOnPage& place) const {
    const PageDone& page = pages_[place.page];
    const Sheet& sheet = page.turned ? turned_sheet : upright_sheet;
    return "[" + ref(page.object) + "/XYZ 0 " + num(sheet.height - place.y + 8) + " null]";
}

void Painter::write_annotation(const LinkArea& area) {
    const LinkTo& link = links_[static_cast<std::size_t>(area.link)];
    std::string body = "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[" + num(area.x0) + " " + num(area.y0) + " " +
                       num(area.x1) + " " + num(area.y1) + "]/Contents" + text_string(link.said) + "/StructParent " +
                       std::to_string(pages_.size() + static_cast<std::size_t>(area.parent));
    if (!link.address.empty()) {
        body += "/A<</S/URI/URI" + literal(link.address) + ">>";
    } else if (const PlaceOnPage* place = find(link.anchor)) {
        body += "/Dest" + destination(*place);
    } else {
        body += "/Dest" + destination({area.page, 0});
    }
    file_.object(area.object, body + ">>");
}

// `share` of the text's width stands left of x: 0 = it begins there, 1 = it ends there. What is wider than the room is set
// smaller.
void Painter::line(Content& content, Style style, const std::string& text, double x, double share, double y, double room) {
    if (text.empty()) return;
    const Shaped& shaped = fonts_.shape(style.face, style.figures, text);
    if (shaped.at(style.size) > room) style.size *= room / shaped.at(style.size);
    content.word(shaped, style, x - share * shaped.at(style.size), y, false);
}

std::string Painter::furniture(Content& content, std::uint32_t page) {
    const Sheet& sheet = pages_[page].turned ? turned_sheet : upright_sheet;
    const double right = sheet.width - sheet.right, live = sheet.live_width();
    for (const auto& [number, top] : pages_[page].page_numbers) {
        const PlaceOnPage* place = find(number.anchor);
        if (!place) continue;
        content.belong_to(number.element);
        line(content, number.style, std::to_string(place->page + 1), sheet.left + number.right, 1, top + number.y, 100);
    }
    if (page > 0) {
        content.begin_pagination("Header");
        line(content, look::page_line, furniture_.head_left, sheet.left, 0, sheet.head_line, live * 0.6);
        line(content, look::page_line, furniture_.head_right, right, 1, sheet.head_line, live * 0.37);
    }
    content.begin_pagination("Footer");
    line(content, look::page_line, furniture_.foot_left, sheet.left, 0, sheet.foot_line, live * 0.24);
    line(content, look::page_line, furniture_.foot_middle, (sheet.left + right) / 2, 0.5, sheet.foot_line, live * 0.48);
    line(content, look::page_number, std::to_string(page + 1) + " (" + std::to_string(pages_.size()) + ")", right, 1,
         sheet.foot_line, live * 0.24);
    return content.take();
}

void Painter::finish(std::uint32_t page_tree, std::uint32_t resources) {
    for (std::uint32_t i = 0; i < pages_.size(); ++i) {
        const PageDone& page = pages_[i];
        const Sheet& sheet = page.turned ? turned_sheet : upright_sheet;
        Content content(fonts_, tags_, i, sheet.height);
        const std::uint32_t late = file_.reserve();
        file_.stream(late, "", furniture(content, i));
        std::string body = "<</Type/Page/Parent " + ref(page_tree) + "/MediaBox[0 0 " + num(sheet.width) + " " +
                           num(sheet.height) + "]/Resources " + ref(resources) + "/Contents[" + ref(page.contents) + " " +
                           ref(late) + "]/StructParents " + std::to_string(i) + "/Tabs/S";
        if (!page.annotations.empty()) {
            body += "/Annots[";
            for (const std::uint32_t each : page.annotations) body += ref(each) + " ";
            body += "]";
        }
        file_.object(page.object, body + ">>");
    }
    for (const LinkArea& area : areas_) write_annotation(area);
}

}  // namespace styrkedja::pdf
