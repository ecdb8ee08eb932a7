// SPDX-License-Identifier: EUPL-1.2
// Measures what a report on paper takes in each format, and how it grows. Prints tables; judges nothing.
//   bench_paper [REPETITIONS]             the tables
//   bench_paper --write FOLDER            the 60-page report as report.html, for other programs to print
//   bench_paper --memory FORMAT CHAPTERS  one process that makes one document and ends, so that its peak is its own
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "report.h"
#include "writers/docx/docx.h"
#include "writers/html/html.h"
#include "writers/json/json.h"
#include "writers/pdf/pdf.h"
#include "writers/xlsx/xlsx.h"

namespace styrkedja::bench {
namespace {

using document::Document;

struct Format {
    const char* name;
    std::string (*write)(const Document&);
    const char* target;   // for the 60-page report, ms and MB
};

constexpr Format formats[] = {
    {"html", [](const Document& paper) { return write_html(paper); }, ""},
    {"json", [](const Document& paper) { return write_json(paper); }, ""},
    {"pdf", [](const Document& paper) { Problems problems; return write_pdf(paper, problems); }, "1 000 ms, 80 MB"},
    {"docx", [](const Document& paper) { return write_docx(paper).bytes; }, "100 ms"},
    {"xlsx", [](const Document& paper) { Problems problems; return write_xlsx(paper, problems); }, "200 ms"},
};

double milliseconds(const Document& paper, const Format& format, std::size_t& bytes) {
    const auto begin = std::chrono::steady_clock::now();
    bytes = format.write(paper).size();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

// The peak of this process, MB. Not getrusage: its peak is inherited from the process that started this one.
int peak() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::atoi(line.c_str() + 6) / 1024;
    }
    return 0;
}

int memory(const char* name, int chapters) {
    const Document paper = report(chapters);
    for (const Format& format : formats) {
        if (std::strcmp(format.name, name) == 0) format.write(paper);
    }
    std::printf("%d", peak());
    return 0;
}

void tell_memory(const char* program, const char* format, int chapters) {
    std::fflush(stdout);
    const std::string count = std::to_string(chapters);
    const pid_t child = fork();
    if (child == 0) {
        execl(program, program, "--memory", format, count.c_str(), nullptr);
        _exit(127);
    }
    waitpid(child, nullptr, 0);
}

void tell_formats(const char* program, int repetitions) {
    const Document paper = report(30);
    std::printf("The 60-page report: %zu tables, %zu charts. Best and median of %d; peak of a process that makes the report and"
                " writes it.\n\n| format | best ms | median ms | kB | peak MB | target |\n| --- | --: | --: | --: | --: | --- |\n",
                paper.tables.size(), paper.charts.size(), repetitions);
    std::printf("| nothing | | | | ");
    tell_memory(program, "nothing", 30);
    std::printf(" | |\n");
    for (const Format& format : formats) {
        std::vector<double> times;
        std::size_t bytes = 0;
        for (int i = 0; i < repetitions; ++i) times.push_back(milliseconds(paper, format, bytes));
        std::sort(times.begin(), times.end());
        std::printf("| %s | %.0f | %.0f | %zu | ", format.name, times.front(), times[times.size() / 2], bytes / 1000);
        tell_memory(program, format.name, 30);
        std::printf(" | %s |\n", format.target);
    }
}

void tell_growth(const char* program) {
    std::printf("\n| pages, about | PDF ms | ms a page | peak MB | DOCX ms | XLSX ms |\n| --: | --: | --: | --: | --: | --: |\n");
    for (const int chapters : {30, 100, 300, 1000}) {
        const Document paper = report(chapters);
        std::size_t bytes = 0;
        const double pdf = milliseconds(paper, formats[2], bytes);
        std::printf("| %d | %.0f | %.1f | ", chapters * 2, pdf, pdf / (chapters * 2));
        tell_memory(program, "pdf", chapters);
        std::printf(" | %.0f | %.0f |\n", milliseconds(paper, formats[3], bytes), milliseconds(paper, formats[4], bytes));
    }
}

int write(const char* folder) {
    std::ofstream(std::string(folder) + "/report.html", std::ios::binary) << write_html(report(30));
    return 0;
}

}  // namespace
}  // namespace styrkedja::bench

int main(int count, char** arguments) {
    using namespace styrkedja::bench;
    if (count == 4 && std::strcmp(arguments[1], "--memory") == 0) return memory(arguments[2], std::atoi(arguments[3]));
    if (count == 3 && std::strcmp(arguments[1], "--write") == 0) return write(arguments[2]);
    tell_formats(arguments[0], count > 1 ? std::max(1, std::atoi(arguments[1])) : 7);
    tell_growth(arguments[0]);
    return 0;
}
