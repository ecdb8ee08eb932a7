// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "charts/canvas.h"
#include "charts/charts.h"
#include "charts/charts_testing.h"
#include "charts/to_svg.h"

namespace styrkedja::charts {
namespace {

constexpr double widths[] = {295, 351, 468};

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

void expect_golden(const std::string& name, const std::string& svg) {
    const std::string path = std::string(PROJECT_DIR) + "/tests/golden/charts/" + name + ".svg";
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << svg << '\n';
    EXPECT_EQ(read(path), svg + "\n") << name << ": UPDATE_GOLDEN=1 rewrites it; open it and look first";
}

// What the pictures look like, to be opened by a person: UPDATE_GOLDEN=1 rewrites them.
TEST(Charts, LookAsTheyDid) {
    for (const auto& [name, chart] : sample_charts()) {
        expect_golden(name, to_svg(draw(chart, name == "heat-map" || name == "multiples" ? 468 : 351), {name, chart.title, ""}));
    }
    expect_golden("risk-matrix", to_svg(draw(sample_matrix(), 351), {"risk-matrix", "Riskmatris", ""}));
}

// All kinds on one page in the build folder, in three widths.
TEST(Charts, StandOnOneSheet) {
    std::ofstream sheet("charts.html");
    sheet << "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Diagram</title>"
             "<style>body{font:14px 'Source Sans 3',sans-serif;margin:20px;max-width:1240px}section{display:flex;"
             "flex-wrap:wrap;gap:30px;align-items:start;border-top:1px solid #ccc;padding:8px 0}h2{font-size:14px;width:100%;"
             "margin:0}svg{max-width:100%;height:auto}</style>";
    for (const auto& [name, chart] : sample_charts()) {
        sheet << "<section><h2>" << name << ": " << chart.title << "</h2>";
        for (const double width : {468.0, 295.0}) {
            sheet << to_svg(draw(chart, width), {name + std::to_string(static_cast<int>(width)), chart.title, ""});
        }
        sheet << "</section>";
    }
    sheet << "<section><h2>risk-matrix</h2>" << to_svg(draw(sample_matrix(), 351)) << "</section><section><h2>marks</h2>";
    for (int shape = 0; shape < 14; ++shape) {
        sheet << to_svg(draw(document::Mark{static_cast<document::MarkShape>(shape), "", ""}, 20));
    }
    for (const auto& values : std::vector<std::vector<std::string>>{{"5.9", "6.1", "6.4"}, {"1", "", "3", "2"}, {"4"}, {}}) {
        sheet << to_svg(draw(document::Sparkline{values, "6.0", ""}));
    }
    for (const int percent : {0, 1, 30, 100}) sheet << to_svg(draw_completion(percent, 60, 6));
    sheet << "</section>";
}

std::vector<Label> labels_of(const Drawing& drawing) {
    std::vector<Label> labels;
    for (const Shape& shape : drawing.shapes) {
        if (const auto* label = std::get_if<Label>(&shape)) labels.push_back(*label);
    }
    return labels;
}

std::string told(const Box& box) {
    std::ostringstream text;
    text << box.left << ".." << box.right << " x " << box.top << ".." << box.bottom;
    return text.str();
}

// No word lies upon another or leaves the picture.
void expect_legible(const Drawing& drawing, const std::string& name) {
    const auto labels = labels_of(drawing);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Box box = box_of(labels[i]);
        EXPECT_TRUE(box.left >= -0.5 && box.right <= drawing.width + 0.5 && box.top >= -0.5 && box.bottom <= drawing.height + 0.5)
            << name << ": \"" << labels[i].text << "\" leaves " << drawing.width << " x " << drawing.height << ": " << told(box);
        for (std::size_t k = 0; k < i; ++k) {
            Box smaller = box;
            smaller.left += 0.4, smaller.right -= 0.4, smaller.top += 0.4, smaller.bottom -= 0.4;
            EXPECT_FALSE(smaller.meets(box_of(labels[k])))
                << name << ": \"" << labels[i].text << "\" lies on \"" << labels[k].text << "\"";
        }
    }
}

TEST(Charts, NoWordLiesOnAnotherOrLeavesThePicture) {
    for (const auto& [name, chart] : sample_charts()) {
        for (const double width : widths) expect_legible(draw(chart, width), name + " " + std::to_string(width));
    }
    for (const double width : widths) expect_legible(draw(sample_matrix(), width), "risk-matrix");
}

TEST(Charts, SayWhenThereIsNothing) {
    for (const char* text : {"bars: x", "trend: x\n| outcome a\n2012 | -", "year_wheel: x\npanel: 2016\n| outcome a\njan |",
                             "heat_map: x\n| status a\n1 |", "shares: x\n| status a\nA | -"}) {
        const auto labels = labels_of(draw(chart_of(text), 351));
        ASSERT_EQ(labels.size(), 1u) << text;
        EXPECT_EQ(labels[0].text, "Det finns inga värden att visa.");
    }
}

}  // namespace
}  // namespace styrkedja::charts
