// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/random.h"

namespace styrkedja::simulation {

// A disk and its machine, to SQLite a file system by that name ("vfs=simulated"). What is written is volatile until
// it is synced: when the power is cut, any part of it, sector by sector and in any order, is there or not. A process
// that is killed leaves what it has written to the machine. What a failed sync left out isn't written again by the
// next one (as on Linux); only when another process begins it is, for a database that opens again has nothing else to
// go by than what the machine shows. Calls fail now and then, as disks do. There is one disk
// at a time, used by one thread.
class Disk {
  public:
    static constexpr std::string_view name = "simulated";
    using Say = std::function<void(const std::string&)>;

    Disk(testing::Random& random, Say say);
    ~Disk();
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    std::size_t fault_one_in = 0;    // of the calls that can fail; 0: never. Some faults end the process or the power.
    std::size_t caller = 0;          // the process that calls
    std::size_t ends_at = 0;         // of the calls that write: at that one the process is killed (or the power cut); 0: never
    bool ends_by_power = false;
    bool forgets_sync = false;       // says that it has synced, and hasn't

    void begin(std::size_t process);       // a new process by that number: the earlier one's files are closed to it
    void kill(std::size_t process);        // -9
    bool is_dead(std::size_t process) const;
    void cut_power();
    bool is_off() const { return is_off_; }
    void on();                             // with what the disk has kept

    // For the file system.
    struct Write {
        std::uint64_t at = 0;
        std::string bytes;
        bool is_truncation = false;        // to `at`
    };
    struct File {
        std::string now;                   // as the machine sees it
        std::string kept;                  // what is on the disk for certain
        std::vector<Write> since;          // and what may be
        std::vector<Write> lost;           // what a failed sync left out, though the machine shows it
        bool is_kept = false;              // is its name on the disk?
    };
    enum class Ends : std::uint8_t { no, fails, full, gone };
    Ends strike(std::string_view what, const std::string& file);   // what happens to a call that writes
    bool reading_fails(std::string_view what, const std::string& file);
    std::uint64_t life(std::size_t process) { return lives_[process]; }
    void write(File& file, Write write);
    void sync(File& file);
    void fail_to_sync(File& file);
    void remove(const std::string& path, bool certainly);

    std::map<std::string, std::shared_ptr<File>> files;
    std::map<std::string, std::shared_ptr<File>> removed;   // that may come back
    testing::Random& random;
    Say say;

  private:
    void survive(File& file);
    void write_again(File& file);

    bool is_off_ = false;
    std::map<std::size_t, std::uint64_t> lives_;
    std::set<std::size_t> dead_;
};

}  // namespace styrkedja::simulation
