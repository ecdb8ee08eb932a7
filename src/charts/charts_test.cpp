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
#include "locale/number.h"

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
             "<style>@font-face{font-family:'Source Sans 3';font-weight:400;src:url(file://" PROJECT_DIR "/assets/fonts/sans-regular.woff2)}"
             "@font-face{font-family:'Source Sans 3';font-weight:600;src:url(file://" PROJECT_DIR "/assets/fonts/sans-semibold.woff2)}"
             "body{font:14px 'Source Sans 3',sans-serif;margin:20px;max-width:1240px}section{display:flex;"
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

// ---- random data, from a printed seed ----

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t most) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>((state_ >> 33) % most);
    }

  private:
    std::uint64_t state_;
};

std::string random_words(Dice& dice) {
    static const char* const words[] = {"Kansli", "Ekonomi", "Utbildningsnämnden", "å", "Miljö- och samhällsbyggnadsnämndens",
                                        "arbetsmarknadsenheten", "HR", "2012", "överförmyndare", "Kultur"};
    std::string text;
    for (std::size_t i = 0, count = 1 + dice.below(4); i < count; ++i) text += (i ? " " : "") + std::string(words[dice.below(10)]);
    return text;
}

document::ChartValue random_value(Dice& dice) {
    document::ChartValue value;
    if (const std::size_t kind = dice.below(12); kind == 0) return value;
    else if (kind == 1) {
        value.words = random_words(dice);
        value.towards = static_cast<int>(dice.below(3)) - 1;
        return value;
    }
    static const std::int64_t most[] = {1, 10, 1000, 100000, 999999999, 99999999999999};
    const auto size = static_cast<std::size_t>(most[dice.below(6)]);
    std::int64_t units = static_cast<std::int64_t>(dice.below(size + 1));
    if (dice.below(3) == 0) units = -units;
    const Decimal decimal(units, static_cast<int>(dice.below(3)));
    value.figure = document::Figure();
    value.figure->value = decimal.str();
    value.figure->shown = format_number(decimal);
    if (dice.below(3) == 0) value.mark = document::Mark{static_cast<document::MarkShape>(dice.below(14)), random_words(dice), ""};
    return value;
}

document::Chart random_chart(Dice& dice) {
    document::Chart chart;
    chart.kind = static_cast<document::ChartKind>(dice.below(9));
    const bool wheel = chart.kind == document::ChartKind::year_wheel;
    for (std::size_t p = 0, panels = wheel ? 1 : 1 + dice.below(5); p < panels; ++p) {
        document::ChartPanel panel{random_words(dice), dice.below(2) ? "procent" : "", {}, {}};
        for (std::size_t i = 0, places = wheel ? 12 : dice.below(9); i < places; ++i) {
            panel.places.push_back(chart.kind == document::ChartKind::trend ? std::to_string(2000 + i)
                                   : wheel ? "april" : random_words(dice));
        }
        for (std::size_t s = 0, series = wheel ? 1 : 1 + dice.below(4); s < series; ++s) {
            document::ChartSeries each{random_words(dice), static_cast<document::SeriesKind>(dice.below(11)), {}};
            for (std::size_t i = 0; i < panel.places.size(); ++i) {
                if (!wheel || dice.below(3) == 0) each.values.push_back(random_value(dice));
                else each.values.emplace_back();
            }
            panel.series.push_back(std::move(each));
        }
        chart.panels.push_back(std::move(panel));
    }
    if (dice.below(3) == 0) {
        chart.guide = document::Figure();
        chart.guide->value = chart.guide->shown = std::to_string(dice.below(100));
    }
    return chart;
}

TEST(Charts, StandAnyData) {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        Dice dice(seed * 7919);
        const document::Chart chart = random_chart(dice);
        const std::string name = "seed " + std::to_string(seed) + ", kind " + std::to_string(static_cast<int>(chart.kind));
        const Drawing drawing = draw(chart, widths[dice.below(3)]);
        expect_legible(drawing, name);
        const std::string svg = to_svg(drawing);
        EXPECT_EQ(svg, to_svg(draw(chart, drawing.width))) << name << ": the same data give the same bytes";
        if (HasFailure()) {
            std::ofstream("failed.svg") << svg;
            return;
        }
    }
}

// ---- what a bar's length says ----

std::vector<Rectangle> bars_of(const Drawing& drawing, const Colour& fill) {
    std::vector<Rectangle> bars;
    for (const Shape& shape : drawing.shapes) {
        const auto* bar = std::get_if<Rectangle>(&shape);
        if (bar && bar->paint.fill == fill) bars.push_back(*bar);
    }
    return bars;
}

TEST(Charts, BarsAreAsLongAsTheirValuesFromZero) {
    const Drawing drawing = draw(chart_of("bars: x\n| outcome a\nA | 10\nB | 25\nC | 40"), 351);
    const auto bars = bars_of(drawing, ink::data);
    ASSERT_EQ(bars.size(), 3u);
    EXPECT_NEAR(bars[1].width / bars[0].width, 2.5, 1e-6);
    EXPECT_NEAR(bars[2].width / bars[0].width, 4, 1e-6);
    EXPECT_EQ(bars[0].corner.x, bars[2].corner.x);
}

TEST(Charts, VariancesStandOnTheirSideOfZero) {
    const Drawing drawing = draw(chart_of("variance: x\n| variance a\nA | +30\nB | -15"), 351);
    const auto better = bars_of(drawing, ink::better), worse = bars_of(drawing, ink::worse);
    ASSERT_EQ(better.size(), 1u);
    ASSERT_EQ(worse.size(), 1u);
    EXPECT_NEAR(better[0].width / worse[0].width, 2, 1e-6);
    EXPECT_NEAR(worse[0].corner.x + worse[0].width, better[0].corner.x, 1e-6);
}

TEST(Charts, ABarThatIsCutKeepsItsNumberAndSaysSo) {
    const Drawing drawing = draw(chart_of("bars: x\n| outcome a\nA | 999999\nB | 3\nC | 2"), 351);
    std::string said;
    for (const Label& label : labels_of(drawing)) said += label.text + "\n";
    EXPECT_NE(said.find("999\u00a0999"), std::string::npos) << said;
    EXPECT_NE(said.find("Bruten stapel"), std::string::npos) << said;
}

TEST(Charts, AMissingYearIsAGapInTheLine) {
    const Drawing drawing = draw(chart_of("trend: x\n| outcome a\n1 | 5\n2 | 6\n3 | -\n4 | 7\n5 | 8"), 351);
    std::size_t lines = 0;
    for (const Shape& shape : drawing.shapes) {
        const auto* line = std::get_if<Polygon>(&shape);
        if (line == nullptr || line->closed) continue;
        ++lines;
        EXPECT_EQ(line->points.size(), 2u);
    }
    EXPECT_EQ(lines, 2u);
}

// ---- in grey ----

int grey_of(const Colour& colour) {
    const auto part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
    return (299 * part(1) + 587 * part(3) + 114 * part(5)) / 1000;
}

TEST(Charts, NeighboursDifferWithoutColour) {
    EXPECT_GT(std::abs(grey_of(ink::data) - grey_of(ink::last)), 60) << "this year and the last";
    EXPECT_GT(std::abs(grey_of(ink::data) - grey_of(ink::addition)), 60) << "sums and additions";
    EXPECT_GT(std::abs(grey_of(ink::addition) - grey_of(ink::paper)), 60) << "additions and reductions";
    const Drawing drawing = draw(chart_of("shares: x\n| status a | status b | status c | status d | status e | status f | status g\n"
                                          "A | 20 | 20 | 20 | 20 | 20 | 20 | 20"), 351);
    std::string before;
    for (const Shape& shape : drawing.shapes) {
        const auto* part = std::get_if<Rectangle>(&shape);
        if (!part || part->height < 10) continue;
        if (!before.empty()) { EXPECT_GT(std::abs(grey_of(before) - grey_of(part->paint.fill)), 30) << before << " " << part->paint.fill; }
        before = part->paint.fill;
    }
}

TEST(Charts, SvgIsSelfContainedAndEscaped) {
    document::Chart chart = chart_of("bars: x\n| outcome a | forecast b\n<Kansli> & \"co\" | 1.5 | 2");
    const std::string svg = to_svg(draw(chart, 295), {"d1", "<titel>", "a & b"});
    EXPECT_EQ(svg.find("<Kansli>"), std::string::npos);
    EXPECT_NE(svg.find("&lt;Kansli&gt; &amp; &quot;co&quot;"), std::string::npos);
    EXPECT_NE(svg.find("<title id=\"d1-title\">&lt;titel&gt;</title>"), std::string::npos);
    EXPECT_NE(svg.find("url(#d1-hatch-23507A)"), std::string::npos);
    EXPECT_NE(svg.find("<pattern id=\"d1-hatch-23507A\""), std::string::npos);
    EXPECT_EQ(svg.find("http", svg.find("http") + 1), std::string::npos) << "nothing from elsewhere";
}

TEST(Charts, TextWidthsAreTheFonts) {
    // Source Sans 3: tabular figures are all as wide; 0.497 em regular.
    EXPECT_NEAR(text_width("0", 1000), text_width("1", 1000), 0.001);
    EXPECT_NEAR(text_width("8", 1000), 497, 1);
    EXPECT_GT(text_width("å", 10), 4);
    EXPECT_GT(text_width("Kansli", 10, true), text_width("Kansli", 10));
    EXPECT_EQ(text_width("", 10), 0);
}

}  // namespace
}  // namespace styrkedja::charts
