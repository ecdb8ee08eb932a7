// SPDX-License-Identifier: EUPL-1.2
// The engine of sums over a made-up ledger: unit × account group × month over 10⁵ to 10⁷ facts, and cells of tables.
// bench_economy [SEED]
#include <chrono>
#include <cstdio>
#include <ctime>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

#include "domain/economy/facts.h"
#include "domain/state/state.h"

namespace styrkedja::bench {
namespace {

constexpr int committees = 20, units_each = 24, groups = 20, accounts_each = 10, services = 100, counterparties = 50;

class Numbers {
  public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    std::uint32_t below(std::uint32_t end) {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return static_cast<std::uint32_t>((z ^ (z >> 31U)) % end);
    }

  private:
    std::uint64_t state_;
};

double now() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string code(int number, std::size_t digits) {
    std::string text = std::to_string(number);
    return std::string(digits - text.size(), '0') + text;
}

Unit unit(const std::string& name, const std::string& of_code, const std::string& parent) {
    Unit made;
    made.id = Id(name);
    made.name.spans.push_back({name, {}});
    if (!of_code.empty()) made.code.spans.push_back({of_code, {}});
    if (!parent.empty()) made.parent.spans.push_back({Ref<Unit>{Id(parent)}, {}});
    return made;
}

Account account(const std::string& name, const std::string& of_code, const std::string& parent, AccountKind kind) {
    Account made;
    made.id = Id(name);
    made.code = of_code;
    made.parent = {Id(parent)};
    made.kind = kind;
    return made;
}

State town() {
    State state;
    std::vector<Unit> units{unit("kommun", "", "")};
    std::vector<Account> accounts;
    std::vector<Service> things;
    for (int i = 0; i < committees; ++i) {
        units.push_back(unit("n" + code(i, 2), "", "kommun"));
        for (int j = 0; j < units_each; ++j) units.push_back(unit("e" + code(i, 2) + code(j, 2), code(i * 100 + j, 4), "n" + code(i, 2)));
    }
    for (int i = 0; i < groups; ++i) {
        const AccountKind kind = i < 4 ? AccountKind::income : AccountKind::cost;
        accounts.push_back(account("k" + code(i, 2), "", "", kind));
        for (int j = 0; j < accounts_each; ++j)
            accounts.push_back(account("k" + code(i, 2) + code(j, 2), code(3000 + i * 100 + j, 4), "k" + code(i, 2), kind));
    }
    for (int i = 0; i < services; ++i) {
        things.emplace_back();
        things.back().id = Id("v" + code(i, 3));
        things.back().code = code(i + 100, 3);
    }
    FigureVersion outcome;
    outcome.id = Id("utfall");
    LedgerBatch batch;
    batch.id = Id("2015");
    batch.ledger = Id("huvudbok");
    batch.version = {outcome.id};
    batch.year = 2015;
    batch.content = "c";
    state.units = Table<Unit>::from(std::move(units));
    state.accounts = Table<Account>::from(std::move(accounts));
    state.services = Table<Service>::from(std::move(things));
    state.versions = Table<FigureVersion>::from({outcome});
    state.ledger_batches = Table<LedgerBatch>::from({batch});
    return state;
}

// That many facts of a year, in no order within a month.
void fill(State& state, std::uint32_t rows, std::uint64_t seed) {
    Numbers numbers(seed);
    auto columns = std::make_shared<ledger::Columns>();
    columns->year = 2015;
    columns->first_day = Date::from_civil(2015, 1, 1);
    columns->last_day = Date::from_civil(2015, 12, 31);
    columns->dimensions = {"account", "responsibility", "service", "counterparty"};
    columns->codes.resize(4, {""});
    for (int i = 0; i < groups; ++i)
        for (int j = 0; j < accounts_each; ++j) columns->codes[0].push_back(code(3000 + i * 100 + j, 4));
    for (int i = 0; i < committees; ++i)
        for (int j = 0; j < units_each; ++j) columns->codes[1].push_back(code(i * 100 + j, 4));
    for (int i = 0; i < services; ++i) columns->codes[2].push_back(code(i + 100, 3));
    for (int i = 1; i <= counterparties; ++i) columns->codes[3].push_back(code(i, 2));
    columns->code_of.resize(4);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto size = static_cast<std::uint32_t>(columns->codes[i].size());
        for (std::uint32_t row = 0; row < rows; ++row) columns->code_of[i].push_back(1 + numbers.below(size - 1));
    }
    for (std::uint32_t row = 0; row < rows; ++row) columns->ore.push_back(static_cast<std::int64_t>(numbers.below(10'000'000)) - 4'000'000);
    columns->booked.assign(rows, 1);
    for (std::uint32_t month = 0; month < 12; ++month) {
        const std::uint32_t first = static_cast<std::uint32_t>(std::uint64_t{rows} * month / 12);
        const std::uint32_t end = static_cast<std::uint32_t>(std::uint64_t{rows} * (month + 1) / 12);
        columns->parts.push_back({ledger::Figure::actual, static_cast<std::int32_t>(201501 + month), first, end - first});
    }
    auto loaded = std::make_shared<ledger::LoadedColumns>();
    loaded->by_hash["c"] = std::move(columns);
    state.ledger = std::move(loaded);
}

void in_threads(std::size_t pieces, const std::function<void(std::size_t)>& work) {
    std::vector<std::jthread> threads;
    for (std::size_t piece = 1; piece < pieces; ++piece) threads.emplace_back([&, piece] { work(piece); });
    work(0);
}

// The quickest of some rounds, in milliseconds.
template <class Work>
double quickest(int rounds, const Work& work) {
    double best = 1e18;
    for (int round = 0; round < rounds; ++round) {
        const double start = now();
        work();
        best = std::min(best, now() - start);
    }
    return best;
}

// The least that any program must do: one pass over the same columns.
double bare(const ledger::Columns& columns) {
    std::int64_t sum = 0;
    const double time = quickest(15, [&] {
        for (std::size_t row = 0; row < columns.rows(); ++row) sum += columns.ore[row] * (columns.code_of[0][row] + columns.code_of[1][row]);
    });
    std::fprintf(stderr, "%s", sum == 1 ? " " : "");
    return time;
}

void measure(State& state, std::uint32_t rows, std::uint64_t seed) {
    fill(state, rows, seed);
    std::unique_ptr<EconomyIndex> index;
    const double made = quickest(1, [&] { index = std::make_unique<EconomyIndex>(state); });
    TotalsQuery query;
    query.version = "utfall";
    query.period = Period::of_year(2015);
    query.by = {{By::unit, -1, ""}, {By::account, 0, ""}, {By::month, -1, ""}};
    query.run = in_threads;
    std::size_t sums = 0;
    const double first = quickest(1, [&] { sums = index->totals(query).sums.size(); });
    double processor = 1e18;
    const double one = quickest(25, [&] {
        const std::clock_t before = std::clock();
        sums = index->totals(query).sums.size();
        processor = std::min(processor, static_cast<double>(std::clock() - before) * 1000 / CLOCKS_PER_SEC);
    });
    query.pieces = 2;
    const double two = quickest(25, [&] { sums = index->totals(query).sums.size(); });
    query.where.service = index->service("v042");
    query.by.push_back({By::counterparty, -1, ""});
    const double narrow = quickest(3, [&] { index->totals(query); });
    FactSelection selection;
    selection.unit = index->unit("kommun");
    const double arranged = quickest(1, [&] { index->sum(selection, "utfall", query.period); });
    int cells = 0;
    const double table = quickest(3, [&] {
        cells = 0;
        for (const Unit& each : state.units) {
            selection.unit = index->unit(each.id.str());
            for (int group = 0; group < groups; ++group, ++cells) {
                selection.accounts = index->account("k" + code(group, 2));
                index->sum(selection, "utfall", query.period);
            }
        }
    });
    std::printf("%9u facts: index %6.1f ms, asked first %6.1f, then %6.2f ms on one thread (%6.2f of the processor), %6.2f on two (%zu sums; bare pass %5.2f); "
                "one service by counterparty too %6.2f; first sum of a table %7.1f, then %5.2f µs a cell\n",
                rows, made, first, one, processor, two, sums, bare(*state.ledger->by_hash.at("c")), narrow, arranged, table * 1000 / cells);
}

}  // namespace
}  // namespace styrkedja::bench

int main(int count, char** arguments) {
    const std::uint64_t seed = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1;
    styrkedja::State state = styrkedja::bench::town();
    for (const std::uint32_t rows : {100'000U, 316'000U, 1'000'000U, 3'160'000U, 5'000'000U, 10'000'000U}) styrkedja::bench::measure(state, rows, seed);
}
