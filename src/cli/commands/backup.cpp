// SPDX-License-Identifier: EUPL-1.2
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/copy_store.h"
#include "app/erase.h"
#include "app/verify.h"
#include "cli/commands.h"
#include "cli/log/change_text.h"
#include "cli/stored.h"
#include "cli/work.h"

namespace styrkedja::cli {
namespace {

namespace files = std::filesystem;

// The file of an SQLite address that has no more to it; none: another address.
std::optional<std::string> plain_file(std::string address) {
    if (address.starts_with("sqlite:")) address = address.substr(7);
    else if (address.starts_with("postgres") || address.starts_with("memory:") || address.find("://") != address.npos) return std::nullopt;
    return address.find('?') == address.npos ? std::optional(address) : std::nullopt;
}

// A store that comes into being under another name, and gets its own when it is whole. One that isn't finished is gone.
class NewFile {
  public:
    explicit NewFile(std::string path) : path_(std::move(path)) { clear(); }
    ~NewFile() {
        if (!finished_) clear();
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    std::string address() const { return "sqlite:" + part(); }
    void finish() {
        files::rename(part(), path_);
        sync_folder_of(path_);
        finished_ = true;
    }

  private:
    std::string part() const { return path_ + ".part"; }
    void clear() const {
        for (const char* end : {"", "-wal", "-shm", "-journal"}) {
            std::error_code not_there;
            files::remove(part() + end, not_there);
        }
    }

    std::string path_;
    bool finished_ = false;
};

bool verifies(store::Reader& store, const std::string& municipality, Problems& problems, std::string& hash) {
    Problems found;
    hash = app::verify(store, municipality, found).hash;
    const bool whole = !found.has_errors();
    problems.append(found);
    return whole;
}

// All municipalities, each proved in the copy. False: see problems.
bool copy_all(const Request& request, store::Reader& from, store::Store& to, Problems& problems, Version& entries) {
    for (const std::string& each : from.municipalities()) {
        const app::CopiedMunicipality copied = app::copy_municipality(from, to, each, [&](Version done, Version all) {
            const std::string of = each + ": " + count_text(done) + " / " + count_text(all);
            progress(request, "Kopierar " + of, "Copying " + of);
        });
        entries += copied.entries;
        progress(request, "Kontrollerar " + each + " …", "Verifying " + each + " …");
        std::string hash;
        if (!verifies(to, each, problems, hash)) return false;
        if (hash != copied.hash) problems.add("copy_differs", Severity::error, {}, {{"municipality", each}});
    }
    return !problems.has_errors();
}

bool is_there(const Request& request, const std::string& path) {
    if (!files::exists(path)) return false;
    const bool sv = request.language == Language::sv;
    std::fprintf(stderr, sv ? "styrkedja: %s finns redan. Ange ett namn som inte finns, så skrivs inget över.\n"
                            : "styrkedja: %s exists. Give a name that does not, so that nothing is overwritten.\n",
                 path.c_str());
    return true;
}

std::string tally(std::size_t municipalities, Version entries, bool sv) {
    return count_text(municipalities) + (sv ? (municipalities == 1 ? " kommun, " : " kommuner, ") : (municipalities == 1 ? " municipality, " : " municipalities, ")) +
           count_text(entries) + (sv ? (entries == 1 ? " post" : " poster") : (entries == 1 ? " entry" : " entries"));
}

// What the list says was erased and the backup still holds.
using Again = std::vector<std::pair<std::string, std::vector<app::ErasurePlan>>>;
Again erasures_to_do(const Request& request, store::Reader& backup, Problems& problems) {
    Again plans;
    if (!request.has("erasures")) return plans;
    const std::string path = request.value("erasures"), list = read_file(path, problems);
    if (problems.has_errors()) return plans;
    for (const std::string& each : backup.municipalities()) {
        plans.emplace_back(each, app::plan_erasures(backup, each, list, path, actor(request), problems));
    }
    return plans;
}

std::size_t erase_again(const std::string& address, Again& plans, const Request& request, Problems& problems) {
    std::size_t values = 0;
    for (auto& [municipality, list] : plans) {
        if (list.empty() || problems.has_errors()) continue;
        app::Sequencer sequencer(store::open(address, store::Access::write), municipality, app::system_clock(), log::random_salts(), problems);
        for (app::ErasurePlan& each : list) {
            each.command.id = command_id(request);
            each.command.read = sequencer.known()->version;
            if (!is_done(sequencer.run(each.command), each.command.id, problems)) return values;
            app::finish_erasure(sequencer.store(), municipality, each);
            values += each.values.size();
        }
    }
    return values;
}

bool all_verify(const Request& request, store::Reader& store, Problems& problems) {
    bool all = true;
    for (const std::string& each : store.municipalities()) {
        progress(request, "Kontrollerar " + each + " …", "Verifying " + each + " …");
        std::string hash;
        all = verifies(store, each, problems, hash) && all;
    }
    return all;
}

// Into an empty store at that address. False: see problems.
bool restore_to(const Request& request, const std::string& address, store::Reader& backup, Again& plans, Problems& problems) {
    Version entries = 0;
    std::size_t erased = 0;
    {
        const auto target = store::open(address, store::Access::create);
        if (!target->municipalities().empty()) {
            problems.add("store_is_not_empty", Severity::error, {});
            return false;
        }
        if (!copy_all(request, backup, *target, problems, entries)) return false;
    }
    erased = erase_again(address, plans, request, problems);
    if (erased > 0 && !problems.has_errors()) all_verify(request, *store::open(address, store::Access::read), problems);
    if (problems.has_errors()) return false;
    const std::size_t count = backup.municipalities().size();
    std::string sv = "Återställt: " + tally(count, entries, true) + ". Loggarna är hela.",
                en = "Restored: " + tally(count, entries, false) + ". The logs are whole.";
    if (erased > 0) {
        sv += " " + count_text(erased) + " gallrade värden har gallrats igen.";
        en += " " + count_text(erased) + " erased values have been erased again.";
    }
    say_result(request, sv, en);
    return true;
}

}  // namespace

// The whole database as it stands now, in one file that is a database by itself; others go on writing meanwhile.
Exit backup(const Request& request) {
    const std::string out = request.value("out");
    if (is_there(request, out)) return Exit::usage;
    Problems problems;
    Version entries = 0;
    const auto store = open_store(request, store::Access::read);
    const auto frozen = store->frozen();
    const std::vector<std::string> municipalities = frozen->municipalities();
    NewFile file(out);
    if (!copy_all(request, *frozen, *store::open(file.address(), store::Access::create), problems, entries)) return tell(request, problems);
    file.finish();
    say_result(request, "Säkerhetskopian ligger i " + out + ": " + tally(municipalities.size(), entries, true) + ". Loggarna i den är hela.",
               "The backup is in " + out + ": " + tally(municipalities.size(), entries, false) + ". The logs in it are whole.");
    return tell(request, problems);
}

// A backup into a store that has nothing yet.
Exit restore(const Request& request) {
    Problems problems;
    const auto backup = store::open(request.operands[0], store::Access::read);
    if (backup->municipalities().empty()) problems.add("store_has_no_log", Severity::error, {});
    if (problems.has_errors() || !all_verify(request, *backup, problems)) return tell(request, problems);
    Again plans = erasures_to_do(request, *backup, problems);
    if (problems.has_errors()) return tell(request, problems);
    const std::string address = request.value("db");
    const std::optional<std::string> path = plain_file(address);
    if (!path || files::exists(*path)) {
        restore_to(request, address, *backup, plans, problems);
        return tell(request, problems);
    }
    NewFile file(*path);
    if (restore_to(request, file.address(), *backup, plans, problems)) file.finish();
    return tell(request, problems);
}

// Writes down what the logs come to, so that starts are quick, and gives room back. The logs stay as they are.
Exit compact(const Request& request) {
    Problems problems;
    const auto store = open_store(request, store::Access::write);
    const std::vector<std::string> municipalities = municipalities_of(request, *store, problems);
    for (const std::string& each : municipalities) {
        progress(request, "Läser loggen för " + each + " …", "Reading the log of " + each + " …");
        if (const app::KnownPtr known = app::load(*store, each, problems)) app::write_snapshot(*store, *known);
    }
    if (problems.has_errors()) return tell(request, problems);
    progress(request, "Städar …", "Sweeping …");
    store->sweep();
    const std::string count = count_text(municipalities.size());
    say_result(request, "Klart: en ögonblicksbild för " + count + (municipalities.size() == 1 ? " kommun" : " kommuner") + ", och det som gallrats eller tagits bort är bortstädat. Loggen är orörd.",
               "Done: a snapshot for " + count + (municipalities.size() == 1 ? " municipality" : " municipalities") + ", and what was erased or dropped is swept away. The log is untouched.");
    return tell(request, problems);
}

}  // namespace styrkedja::cli
