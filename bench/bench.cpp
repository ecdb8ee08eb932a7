// SPDX-License-Identifier: EUPL-1.2
// Measures what a city's pack takes, against how fast its bytes can be read at all. Prints a table; judges nothing.
//   bench [REPETITIONS]           the table
//   bench --memory FOLDER STEPS   for the table: one process that goes so far and ends, so that its peak is its own
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "city.h"
#include "cli/memory.h"
#include "codec/csv.h"
#include "codec/encoding.h"
#include "codec/yaml.h"
#include "compose/compose.h"
#include "compose/rule_checks.h"
#include "domain/checks/checks.h"
#include "importers/pack/load.h"
#include "writers/csv/csv.h"
#include "writers/docx/docx.h"
#include "writers/html/html.h"
#include "writers/json/json.h"
#include "writers/pdf/pdf.h"
#include "writers/xlsx/xlsx.h"

namespace styrkedja::bench {
namespace {

namespace fs = std::filesystem;
using Files = std::vector<TreeFile>;

std::size_t sink = 0;  // what is computed goes here, so that nothing is computed away

// Of the processor: what a machine with nothing else to do takes, since all is done in one thread.
double milliseconds(const std::function<void()>& work) {
    auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    double begin = now();
    work();
    return now() - begin;
}

struct Times {
    double best = 0, median = 0;
};

// `prepare` is not counted.
Times measure(int repetitions, const std::function<void()>& prepare, const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < repetitions; ++i) {
        prepare();
        times.push_back(milliseconds(work));
    }
    std::sort(times.begin(), times.end());
    return {times.front(), times[times.size() / 2]};
}

std::size_t size_of(const Files& files) {
    std::size_t bytes = 0;
    for (const TreeFile& file : files) bytes += file.bytes.size();
    return bytes;
}

// The floor: every byte looked at once.
void scan(const Files& files) {
    for (const TreeFile& file : files) {
        for (char c : file.bytes) sink += static_cast<unsigned char>(c) == '\n' ? 1 : 0;
    }
}

// The floor of any reader: fields found, structure found, nothing kept.
void tokenise(const Files& files) {
    Problems problems;
    for (const TreeFile& file : files) {
        std::string text = to_utf8(file.bytes, file.name, problems);
        if (file.name.ends_with(".csv")) {
            CsvReader reader(file.name, text, problems);
            while (reader.next()) sink += reader.size();
        } else if (file.name.ends_with(".yaml")) {
            sink += read_yaml(text, file.name, problems)->children.size();
        }
    }
}

class Table {
  public:
    Table(std::size_t bytes, double floor) : bytes_(bytes), floor_(floor) {
        std::printf("| step | best ms | median ms | MB/s | × floor | target |\n| --- | --: | --: | --: | --: | --- |\n");
    }
    // `of_bytes`: the step reads the whole pack, so that its speed can be told in bytes.
    void row(const char* step, const Times& times, bool of_bytes, const char* target = "") {
        std::printf("| %s | %.1f | %.1f |", step, times.best, times.median);
        if (of_bytes) std::printf(" %.0f | %.1f |", static_cast<double>(bytes_) / 1000 / times.best, times.best / floor_);
        else std::printf(" | |");
        std::printf(" %s |\n", target);
    }

  private:
    std::size_t bytes_;
    double floor_;
};

std::vector<const DocumentEntity*> documents_of(const State& state) {
    std::vector<const DocumentEntity*> list;
    for (const DocumentEntity& each : state.documents) list.push_back(&each);
    return list;
}

// What must be known before any document: index and ratings.
void assess(Composer& composer) {
    for (const Occasion& occasion : composer.state().occasions) sink += composer.ratings(occasion).all().size();
}

void measure_documents(Table& table, const LoadedPack& pack, int repetitions) {
    Composer composer(pack.state);
    assess(composer);
    auto nothing = [] {};
    auto all = documents_of(composer.state());
    for (auto [name, index] : {std::pair{"long", 0U}, std::pair{"ordinary", 7U}}) {
        const DocumentEntity& entity = *all[index];
        document::Document paper;
        std::string label = std::string("compose one, ") + name;
        table.row(label.c_str(), measure(repetitions, nothing, [&] { paper = composer.compose(entity); }), false);
        std::string html, json;
        label = std::string("its HTML");
        table.row(label.c_str(), measure(repetitions, nothing, [&] { html = write_html(paper); }), false);
        table.row("its JSON", measure(repetitions, nothing, [&] { json = write_json(paper); }), false);
        label = std::string("compose and HTML, ") + name + " (" + std::to_string(html.size() / 1000) + " kB)";
        table.row(label.c_str(), measure(repetitions, nothing, [&] { sink += write_html(composer.compose(entity)).size(); }), false, "50");
        label = std::string("compose and JSON, ") + name + " (" + std::to_string(json.size() / 1000) + " kB)";
        table.row(label.c_str(), measure(repetitions, nothing, [&] { sink += write_json(composer.compose(entity)).size(); }), false, "50");
    }
    table.row("all fifty, HTML and JSON", measure(std::min(repetitions, 5), nothing, [&] {
        for (const DocumentEntity* each : all) {
            document::Document paper = composer.compose(*each);
            sink += write_html(paper).size() + write_json(paper).size();
        }
    }), false, "2 000");
    table.row("all fifty, in all formats", measure(1, nothing, [&] {
        for (const DocumentEntity* each : all) {
            Problems problems;
            document::Document paper = composer.compose(*each);
            sink += write_html(paper).size() + write_json(paper).size() + write_pdf(paper, problems).size();
            sink += write_docx(paper).bytes.size() + write_xlsx(paper, problems).size() + write_csv(paper).size();
        }
    }), false, "60 000 on two cores");
}

void measure_reading(Table& table, const fs::path& folder, const Files& city, int repetitions) {
    Files files;
    auto copy = [&] { files = city; };
    auto nothing = [] {};
    table.row("bytes scanned once", measure(repetitions, nothing, [&] { scan(city); }), true);
    table.row("encoding, CSV and YAML only", measure(repetitions, nothing, [&] { tokenise(city); }), true);
    table.row("files read from disk", measure(repetitions, nothing, [&] {
        Problems problems;
        sink += read_tree(folder.string(), problems).size();
    }), true);
    LoadedPack pack;
    Problems problems;
    table.row("load", measure(repetitions, copy, [&] {
        problems = {};
        pack = load_pack(std::move(files), problems);
    }), true);
    table.row("validate (checks and rules)", measure(repetitions, nothing, [&] {
        check_state(pack.state, problems);
        check_rules(pack.state, problems);
    }), false);
    table.row("assess everything", measure(repetitions, nothing, [&] {
        Composer composer(pack.state);
        assess(composer);
    }), false);
    table.row("read, load, validate, assess", measure(repetitions, nothing, [&] {
        Problems all;
        LoadedPack fresh = load_pack(read_tree(folder.string(), all), all);
        check_state(fresh.state, all);
        check_rules(fresh.state, all);
        Composer composer(fresh.state);
        assess(composer);
        sink += all.size();
    }), true, "1 000");
}

// Goes so far and tells its own peak in MB.
int memory(const char* folder, int steps) {
    Problems problems;
    LoadedPack pack;
    if (steps >= 1) pack = load_pack(read_tree(folder, problems), problems);
    if (steps >= 2) check_state(pack.state, problems);
    Composer composer(pack.state);
    if (steps >= 2) assess(composer);
    if (steps >= 3) {
        for (const DocumentEntity* each : documents_of(composer.state())) sink += write_html(composer.compose(*each)).size();
    }
    // Not getrusage: its peak is inherited from the process that started this one.
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) std::printf("%d", std::atoi(line.c_str() + 6) / 1024);
    }
    return 0;
}

void tell_memory(const char* program, const fs::path& folder) {
    constexpr const char* steps[] = {"nothing", "load", "load, validate, assess (target 500)", "and all fifty documents"};
    std::printf("\n| peak memory after | MB |\n| --- | --: |\n");
    for (int i = 0; i < 4; ++i) {
        std::printf("| %s | ", steps[i]);
        std::fflush(stdout);
        std::string number = std::to_string(i);
        pid_t child = fork();
        if (child == 0) {
            execl(program, program, "--memory", folder.c_str(), number.c_str(), nullptr);
            _exit(127);
        }
        waitpid(child, nullptr, 0);
        std::printf(" |\n");
    }
}

int run(const char* program, int repetitions) {
    Files city = generate_city(1);
    fs::path folder = fs::temp_directory_path() / ("styrkedja-bench-" + std::to_string(getpid()));
    for (const TreeFile& file : city) {
        fs::create_directories((folder / file.name).parent_path());
        std::ofstream(folder / file.name, std::ios::binary) << file.bytes;
    }
    CitySizes sizes;
    std::printf("A made-up city (seed 1): %d committees and companies, %d units, %d goals and activities, %d indicators with %d years'\n"
                "outcomes and targets: %zu files, %.1f MB. Best and median of %d.\n\n",
                sizes.committees, sizes.units, sizes.goals + sizes.activities, sizes.indicators, sizes.years, city.size(),
                static_cast<double>(size_of(city)) / 1e6, repetitions);
    Table table(size_of(city), measure(repetitions, [] {}, [&] { scan(city); }).best);
    measure_reading(table, folder, city, repetitions);
    Problems problems;
    LoadedPack pack = load_pack(city, problems);
    check_state(pack.state, problems);
    measure_documents(table, pack, repetitions);
    tell_memory(program, folder);
    fs::remove_all(folder);
    if (problems.has_errors()) std::printf("\nThe city has errors: nothing of this counts.\n");
    return problems.has_errors() ? 1 : 0;
}

}  // namespace
}  // namespace styrkedja::bench

int main(int count, char** arguments) {
    using namespace styrkedja::bench;
    styrkedja::cli::prepare_memory();   // as the program does
    if (count == 4 && std::string_view(arguments[1]) == "--memory") return memory(arguments[2], std::atoi(arguments[3]));
    return run(arguments[0], count > 1 ? std::max(1, std::atoi(arguments[1])) : 15);
}
