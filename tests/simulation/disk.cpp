// SPDX-License-Identifier: EUPL-1.2
#include "simulation/disk.h"

#include <algorithm>

#include "simulation/file_system.h"

namespace styrkedja::simulation {
namespace {

constexpr std::uint64_t sector = 512;

// Beyond the end there are zeros, or what happened to lie there.
void put(std::string& bytes, const Disk::Write& write) {
    if (write.is_truncation) {
        bytes.resize(static_cast<std::size_t>(write.at));
        return;
    }
    if (bytes.size() < write.at + write.bytes.size()) bytes.resize(static_cast<std::size_t>(write.at + write.bytes.size()));
    bytes.replace(static_cast<std::size_t>(write.at), write.bytes.size(), write.bytes);
}

// The parts of a write that lie in one sector each.
std::vector<Disk::Write> sectors_of(const Disk::Write& write) {
    if (write.is_truncation) return {write};
    std::vector<Disk::Write> parts;
    std::uint64_t at = write.at;
    const std::uint64_t end = write.at + write.bytes.size();
    while (at < end) {
        const std::uint64_t next = std::min(end, (at / sector + 1) * sector);
        parts.push_back({at, write.bytes.substr(static_cast<std::size_t>(at - write.at), static_cast<std::size_t>(next - at)), false});
        at = next;
    }
    return parts;
}

template <class List>
void shuffle(List& list, testing::Random& random) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[random.below(i)]);
}

}  // namespace

Disk::Disk(testing::Random& from, Say how) : random(from), say(std::move(how)) { mount(*this); }
Disk::~Disk() { unmount(); }

void Disk::begin(std::size_t process) {
    for (auto& [path, file] : files) write_again(*file);
    dead_.erase(process);
    ++lives_[process];
    caller = process;
}

void Disk::kill(std::size_t process) { dead_.insert(process); }

bool Disk::is_dead(std::size_t process) const { return is_off_ || dead_.contains(process); }

Disk::Ends Disk::strike(std::string_view what, const std::string& file) {
    if (is_dead(caller)) return Ends::gone;
    if (ends_at > 0 && --ends_at == 0) {
        if (ends_by_power) cut_power();
        else kill(caller);
        return Ends::gone;
    }
    if (fault_one_in == 0 || !random.chance(fault_one_in)) return Ends::no;
    const std::size_t which = random.below(6);
    const std::string where = "      disk: " + std::string(what) + " of " + file;
    if (which < 3) say(where + " fails");
    if (which < 3) return Ends::fails;
    if (which == 3) say(where + ": the disk is full");
    if (which == 3) return Ends::full;
    say(where + (which == 4 ? ": the process is killed" : ": the power is cut"));
    if (which == 4) kill(caller);
    else cut_power();
    return Ends::gone;
}

bool Disk::reading_fails(std::string_view what, const std::string& file) {
    if (is_dead(caller)) return true;
    if (fault_one_in == 0 || !random.chance(fault_one_in * 4)) return false;
    say("      disk: " + std::string(what) + " of " + file + " fails");
    return true;
}

void Disk::write(File& file, Write write) {
    put(file.now, write);
    file.since.push_back(std::move(write));
}

void Disk::sync(File& file) {
    if (forgets_sync) return;
    for (const Write& each : file.since) put(file.kept, each);
    file.since.clear();
    if (file.is_kept) return;
    // A new file is synced together with its folder: with all names, and without those that were removed.
    for (auto& [path, each] : files) each->is_kept = true;
    removed.clear();
}

// What a failed sync leaves is for ever uncertain: the machine takes it for written, and does not try again.
void Disk::fail_to_sync(File& file) {
    for (const Write& each : file.since) {
        if (random.chance(2)) put(file.kept, each);
        file.lost.push_back(each);
    }
    file.since.clear();
}

void Disk::write_again(File& file) {
    if (file.lost.empty()) return;
    for (const Write& each : file.lost) {
        if (each.is_truncation || each.at >= file.now.size()) continue;
        file.since.push_back({each.at, file.now.substr(static_cast<std::size_t>(each.at), each.bytes.size()), false});
    }
    file.since.push_back({file.now.size(), "", true});
    file.lost.clear();
}

void Disk::remove(const std::string& path, bool certainly) {
    const auto found = files.find(path);
    if (found == files.end()) return;
    if (found->second->is_kept && !certainly) removed[path] = found->second;
    files.erase(found);
}

void Disk::survive(File& file) {
    const std::size_t how = random.below(4);
    if (how == 0) file.since.clear();
    if (how == 1) file.since.resize(random.below(file.since.size() + 1));
    std::vector<Write> parts;
    for (const Write& each : file.since) {
        for (Write& part : sectors_of(each)) parts.push_back(std::move(part));
    }
    if (how == 3) {
        shuffle(parts, random);
        std::erase_if(parts, [&](const Write&) { return random.chance(2); });
    }
    for (const Write& each : parts) put(file.kept, each);
    file.since.clear();
    file.lost.clear();
    file.now = file.kept;
}

void Disk::cut_power() {
    if (is_off_) return;
    is_off_ = true;
    for (auto& [path, file] : removed) {
        const auto now = files.find(path);
        if ((now == files.end() || !now->second->is_kept) && random.chance(2)) files[path] = file;
    }
    removed.clear();
    for (auto it = files.begin(); it != files.end();) {
        survive(*it->second);
        if (!it->second->is_kept && random.chance(2)) it = files.erase(it);
        else ++it;
    }
}

void Disk::on() {
    is_off_ = false;
    dead_.clear();
    for (auto& [process, life] : lives_) ++life;
}

}  // namespace styrkedja::simulation
