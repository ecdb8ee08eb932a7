// SPDX-License-Identifier: EUPL-1.2
#include "ten_years.h"

#include <string>
#include <vector>

#include "domain/state/state.h"
#include "domain/state/stored.h"
#include "log/entry.h"

namespace styrkedja::bench {
namespace {

constexpr std::size_t rows_in_batch = 2'000;

class Log {
  public:
    explicit Log(store::Store& store) : store_(store), salts_(log::random_salts()) {}

    // One entry with what was changed since the last.
    void entry(EntryKind kind = EntryKind::edit) {
        Entry made{"staden", version_, 1'420'000'000'000 + static_cast<store::Time>(version_) * 1'000, "c" + std::to_string(version_), kind,
                   "enhetschef " + std::to_string(version_ % 1'500), "", "", kind == EntryKind::import ? "pack" : "", "", {}, {}, std::move(changes_)};
        changes_ = {};
        counts.changes += made.changes.size();
        ++counts.entries;
        log::Sealed sealed = log::seal(made, hash_, salts_);
        hash_ = sealed.hash;
        rows_.push_back({version_, std::move(made.command), std::move(sealed.entry), std::move(sealed.hash), std::move(sealed.content)});
        ++version_;
        if (rows_.size() == rows_in_batch) flush();
    }
    void flush() {
        if (rows_.empty()) return;
        store_.append("staden", rows_.front().version - 1, rows_);
        rows_.clear();
    }

    void create(const Kind& kind, const std::string& id) {
        changes_.emplace_back(ChangeKind::created, number_of(kind), id);
        ++counts.things;
    }
    void set(const Kind& kind, const std::string& id, std::string_view field, std::string value, Version replaces = 0) {
        changes_.emplace_back(ChangeKind::set, number_of(kind), id, field_named(kind, field)->number, replaces, std::move(value));
        if (replaces == 0) ++counts.values;
    }
    Version version() const { return version_; }

    TenYears counts;

  private:
    store::Store& store_;
    log::Salts salts_;
    std::string hash_;
    Version version_ = 1;
    std::vector<Change> changes_;
    std::vector<store::LogRow> rows_;
};

class City {
  public:
    City(store::Store& store, double scale) : log_(store), scale_(scale) {}

    TenYears write() {
        plan();
        for (int year = 2015; year < 2025; ++year) {
            if (year == 2024) log_.counts.last_year = log_.version();
            of_year(year);
        }
        log_.flush();
        return log_.counts;
    }

  private:
    int many(int number) const { return std::max(1, static_cast<int>(number * scale_)); }

    void plan() {
        for (int i = 0; i < many(1'500); ++i) thing("units", "u" + std::to_string(i), {{"kind", "enhet"}, {"name", "Enheten " + std::to_string(i)}});
        for (int i = 0; i < many(20'000); ++i) {
            thing("goals", "m" + std::to_string(i), {{"level", "mal"}, {"name", "Fler ska få vad de behöver, del " + std::to_string(i)}, {"units", "u" + std::to_string(i % 1'500)}});
        }
        log_.entry(EntryKind::import);
    }

    void of_year(int year) {
        const std::string occasion = "vb-" + std::to_string(year);
        std::vector<std::pair<std::string, Version>> texts;
        for (int i = 0; i < many(10'000); ++i) {
            const std::string subject = "m" + std::to_string(i), id = subject + "/analys/u" + std::to_string(i % 1'500) + "//" + occasion;
            thing("comments", id, {{"subject", subject}, {"field", "analys"}, {"unit", "u" + std::to_string(i % 1'500)}, {"occasion", occasion}, {"text", text(i, year)}});
            log_.counts.text_bytes += text(i, year).size();
            texts.emplace_back(id, log_.version());
            log_.entry();
            if (i % 2 == 0) outcome(i, year, true);
            if (i % 2 == 1) progress(i, occasion);
            if (i % 3 == 2) again(texts[static_cast<std::size_t>(i) / 2], year);
        }
        for (int i = 0; i < many(10'000); ++i) outcome(many(20'000) + i, year, false);
        log_.entry(EntryKind::import);
        for (int i = 0; i < many(12'000); ++i) fact(i, year);
        log_.entry(EntryKind::import);
    }

    void thing(std::string_view kind_name, const std::string& id, std::initializer_list<std::pair<std::string_view, std::string>> fields) {
        const Kind& kind = *find_kind(kind_name);
        log_.create(kind, id);
        for (const auto& [field, value] : fields) log_.set(kind, id, field, value);
    }
    void outcome(int number, int year, bool alone) {
        const std::string indicator = "i" + std::to_string(number), unit = "u" + std::to_string(number % 1'500);
        thing("outcomes", indicator + "/" + unit + "/" + std::to_string(year),
              {{"indicator", indicator}, {"unit", unit}, {"period", std::to_string(year)}, {"value", std::to_string(number % 100) + ",5"}, {"source", "Kolada"}});
        if (alone) log_.entry();
    }
    void progress(int number, const std::string& occasion) {
        const std::string subject = "m" + std::to_string(number), unit = "u" + std::to_string(number % 1'500);
        thing("progress", subject + "/" + occasion + "/" + unit, {{"subject", subject}, {"occasion", occasion}, {"unit", unit}, {"comment", "Enligt plan."}});
        log_.entry();
    }
    void fact(int number, int year) {
        const std::string unit = "u" + std::to_string(number % 1'500), account = std::to_string(3'000 + number % 200);
        thing("economy", unit + "/" + account + "////utfall/" + std::to_string(year) + "-" + std::to_string(number),
              {{"unit", unit}, {"account", account}, {"version", "utfall"}, {"period", std::to_string(year)}, {"amount", std::to_string(-number) + ",25"}, {"in", "tkr"}});
    }
    // Somebody else writes the text again.
    void again(const std::pair<std::string, Version>& of, int year) {
        const Kind& comments = *find_kind("comments");
        log_.set(comments, of.first, "text", text(static_cast<int>(of.second), year), of.second);
        log_.entry();
    }
    static std::string text(int number, int year) {
        static constexpr std::string_view sentence = "Verksamheten har under året arbetat med att fler ska få vad de behöver i tid. ";
        std::string made = "År " + std::to_string(year) + ", nummer " + std::to_string(number) + ". ";
        while (made.size() < 3'000) made += sentence;
        return made;
    }

    Log log_;
    double scale_;
};

}  // namespace

TenYears write_ten_years(store::Store& store, double scale) {
    return City(store, scale).write();
}

}  // namespace styrkedja::bench
