// SPDX-License-Identifier: EUPL-1.2
#include "simulation/file_system.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "simulation/disk.h"

namespace styrkedja::simulation {
namespace {

Disk* disk = nullptr;
std::uint64_t random_state = 0;
int machine_error = 0;

struct Open;

// The memory that connections to one file share (the index of its write-ahead log), and its locks.
struct Shared {
    std::vector<std::unique_ptr<std::array<char, 32768>>> regions;
    std::vector<Open*> users;
};
std::map<std::string, Shared> shared;
std::vector<Open*> all_open;

struct Open {
    std::string path;
    std::shared_ptr<Disk::File> file;
    std::size_t process = 0;
    std::uint64_t life = 0;
    bool ends_with_close = false;       // temporary
    int lock = SQLITE_LOCK_NONE;
    bool has_shared = false;
    std::array<int, SQLITE_SHM_NLOCK> slots{};   // 0, 1 shared, 2 exclusive

    bool is_alive() const { return !disk->is_dead(process) && disk->life(process) == life; }
};

struct Handle {
    sqlite3_file base;
    Open* open;
};

Open& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file)->open; }

int failed(int code, int error) {
    machine_error = error;
    return code;
}

// The process whose file it is calls; a dead one gets nothing done.
bool enter(const Open& open) {
    if (!open.is_alive()) return false;
    disk->caller = open.process;
    return true;
}

void forget_shared(Open& open) {
    if (!open.has_shared) return;
    const auto found = shared.find(open.path);
    std::erase(found->second.users, &open);
    if (found->second.users.empty()) shared.erase(found);
    open.has_shared = false;
    open.slots.fill(0);
}

int close(sqlite3_file* file) {
    Open* open = &of(file);
    forget_shared(*open);
    std::erase(all_open, open);
    if (open->ends_with_close) disk->files.erase(open->path);
    delete open;
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* to, int count, sqlite3_int64 at) {
    Open& open = of(file);
    if (!enter(open) || disk->reading_fails("reading", open.path)) return failed(SQLITE_IOERR_READ, EIO);
    const std::string& bytes = open.file->now;
    const auto from = std::min(static_cast<std::size_t>(at), bytes.size());
    const auto there = std::min(static_cast<std::size_t>(count), bytes.size() - from);
    std::memcpy(to, bytes.data() + from, there);
    std::memset(static_cast<char*>(to) + there, 0, static_cast<std::size_t>(count) - there);
    return there == static_cast<std::size_t>(count) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 at) {
    Open& open = of(file);
    if (!enter(open)) return failed(SQLITE_IOERR_WRITE, EIO);
    Disk::Write what{static_cast<std::uint64_t>(at), std::string(static_cast<const char*>(from), static_cast<std::size_t>(count)), false};
    const Disk::Ends ends = disk->strike("writing", open.path);
    if (ends != Disk::Ends::no) {
        what.bytes.resize(disk->random.below(what.bytes.size() + 1));   // some of it came there
        if (!disk->is_off() && !what.bytes.empty()) disk->write(*open.file, std::move(what));
        return failed(ends == Disk::Ends::full ? SQLITE_FULL : SQLITE_IOERR_WRITE, ends == Disk::Ends::full ? ENOSPC : EIO);
    }
    disk->write(*open.file, std::move(what));
    return SQLITE_OK;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    Open& open = of(file);
    if (!enter(open) || disk->strike("cutting", open.path) != Disk::Ends::no) return failed(SQLITE_IOERR_TRUNCATE, EIO);
    disk->write(*open.file, {static_cast<std::uint64_t>(size), "", true});
    return SQLITE_OK;
}

int sync(sqlite3_file* file, int) {
    Open& open = of(file);
    if (!enter(open)) return failed(SQLITE_IOERR_FSYNC, EIO);
    if (const Disk::Ends ends = disk->strike("syncing", open.path); ends != Disk::Ends::no) {
        if (ends != Disk::Ends::gone) disk->fail_to_sync(*open.file);
        return failed(SQLITE_IOERR_FSYNC, EIO);
    }
    disk->sync(*open.file);
    return SQLITE_OK;
}

int size(sqlite3_file* file, sqlite3_int64* result) {
    Open& open = of(file);
    if (!enter(open)) return failed(SQLITE_IOERR_FSTAT, EIO);
    *result = static_cast<sqlite3_int64>(open.file->now.size());
    return SQLITE_OK;
}

bool others_hold(const Open& open, int lock) {
    return std::any_of(all_open.begin(), all_open.end(), [&](const Open* each) {
        return each != &open && each->path == open.path && each->is_alive() && each->lock >= lock;
    });
}

int lock(sqlite3_file* file, int wanted) {
    Open& open = of(file);
    if (!enter(open)) return failed(SQLITE_IOERR_LOCK, EIO);
    if (open.lock >= wanted) return SQLITE_OK;
    const int hindrance = wanted == SQLITE_LOCK_SHARED ? SQLITE_LOCK_PENDING : wanted == SQLITE_LOCK_RESERVED ? SQLITE_LOCK_RESERVED : SQLITE_LOCK_SHARED;
    if (others_hold(open, hindrance)) return SQLITE_BUSY;
    open.lock = wanted;
    return SQLITE_OK;
}

int unlock(sqlite3_file* file, int wanted) {
    of(file).lock = std::min(of(file).lock, wanted);
    return SQLITE_OK;
}

int check_reserved(sqlite3_file* file, int* result) {
    *result = of(file).lock >= SQLITE_LOCK_RESERVED || others_hold(of(file), SQLITE_LOCK_RESERVED) ? 1 : 0;
    return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }   // as SQLite's own on unix

// Dead users' memory goes with the last of them, as the first to come then clears the file.
int map(sqlite3_file* file, int number, int, int extend, void volatile** result) {
    Open& open = of(file);
    *result = nullptr;
    if (!enter(open)) return failed(SQLITE_IOERR_SHMMAP, EIO);
    Shared& memory = shared[open.path];
    if (!open.has_shared) {
        const bool alone = std::none_of(memory.users.begin(), memory.users.end(), [](const Open* each) { return each->is_alive(); });
        if (alone) memory.regions.clear();
        memory.users.push_back(&open);
        open.has_shared = true;
    }
    const auto index = static_cast<std::size_t>(number);
    if (index >= memory.regions.size()) {
        if (!extend) return SQLITE_OK;
        while (memory.regions.size() <= index) memory.regions.push_back(std::make_unique<std::array<char, 32768>>());
    }
    *result = memory.regions[index]->data();
    return SQLITE_OK;
}

int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    Open& open = of(file);
    if (!enter(open)) return failed(SQLITE_IOERR_SHMLOCK, EIO);
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    const auto from = static_cast<std::size_t>(offset), to = from + static_cast<std::size_t>(count);
    if (flags & SQLITE_SHM_UNLOCK) {
        std::fill(open.slots.begin() + offset, open.slots.begin() + offset + count, 0);
        return SQLITE_OK;
    }
    for (const Open* each : shared[open.path].users) {
        if (each == &open || !each->is_alive()) continue;
        for (std::size_t i = from; i < to; ++i) {
            if (each->slots[i] == 2 || (exclusive && each->slots[i] == 1)) return SQLITE_BUSY;
        }
    }
    std::fill(open.slots.begin() + offset, open.slots.begin() + offset + count, exclusive ? 2 : 1);
    return SQLITE_OK;
}

void barrier(sqlite3_file*) {}

int unmap(sqlite3_file* file, int) {
    forget_shared(of(file));
    return SQLITE_OK;
}

const sqlite3_io_methods methods = {2, close, read, write, truncate, sync, size, lock, unlock, check_reserved, control, sector_size,
                                    characteristics, map, lock_shared, barrier, unmap, nullptr, nullptr};

int open_file(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* given) {
    file->pMethods = nullptr;
    if (!disk || disk->is_dead(disk->caller)) return failed(SQLITE_CANTOPEN, EIO);
    static int temporary = 0;
    const std::string name = path ? path : "temporary" + std::to_string(++temporary);
    const auto found = disk->files.find(name);
    if (found == disk->files.end() && path && !(flags & SQLITE_OPEN_CREATE)) return failed(SQLITE_CANTOPEN, ENOENT);
    std::shared_ptr<Disk::File>& there = disk->files[name];
    if (!there) {
        there = std::make_shared<Disk::File>();
        there->is_kept = (flags & SQLITE_OPEN_MAIN_DB) != 0;   // the store sees to that itself, before SQLite
    }
    auto* open = new Open{name, there, disk->caller, disk->life(disk->caller), path == nullptr};
    all_open.push_back(open);
    reinterpret_cast<Handle*>(file)->open = open;
    file->pMethods = &methods;
    if (given) *given = flags;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char* path, int certainly) {
    if (!disk || disk->strike("removing", path) != Disk::Ends::no) return failed(SQLITE_IOERR_DELETE, EIO);
    if (!disk->files.contains(path)) return SQLITE_IOERR_DELETE_NOENT;
    disk->remove(path, certainly != 0);
    return SQLITE_OK;
}

int is_there(sqlite3_vfs*, const char* path, int, int* result) {
    const auto found = disk->files.find(path);
    *result = found != disk->files.end() && !found->second->now.empty() ? 1 : 0;
    return SQLITE_OK;
}

int full_name(sqlite3_vfs*, const char* path, int size, char* result) {
    sqlite3_snprintf(size, result, "%s", path);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int count, char* result) {
    for (int i = 0; i < count; ++i) {
        random_state = random_state * 6364136223846793005U + 1442695040888963407U;
        result[i] = static_cast<char>(random_state >> 56U);
    }
    return count;
}

int sleep_for(sqlite3_vfs*, int microseconds) { return microseconds; }

int time_now(sqlite3_vfs*, double* result) {
    *result = 2461000.5;   // a Julian day
    return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) { return machine_error; }

sqlite3_vfs file_system = {1, sizeof(Handle), 512, nullptr, Disk::name.data(), nullptr, open_file, delete_file, is_there, full_name,
                           nullptr, nullptr, nullptr, nullptr, randomness, sleep_for, time_now, last_error, nullptr, nullptr, nullptr, nullptr};

}  // namespace

void mount(Disk& it) {
    disk = &it;
    random_state = 1;
    shared.clear();
    sqlite3_vfs_register(&file_system, 1);
    sqlite3_randomness(0, nullptr);
}

void unmount() { disk = nullptr; }

}  // namespace styrkedja::simulation
