// SPDX-License-Identifier: EUPL-1.2
#include "codec/archive.h"

#include <zlib.h>

#include <atomic>
#include <cstdint>
#include <thread>

namespace styrkedja {
namespace {

struct Packed {
    std::string made;          // what was deflated here
    std::string_view bytes;    // as they stand in the zip
    bool deflated = false;
    std::uint32_t checksum = 0;
    std::size_t size = 0;      // unpacked
};

std::string deflated(std::string_view bytes, int level) {
    z_stream stream{};
    constexpr int raw_deflate = -15, memory = 9;
    if (deflateInit2(&stream, level, Z_DEFLATED, raw_deflate, memory, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(done ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

void pack(const ArchivePart& entry, Packed& packed) {
    packed.bytes = entry.bytes;
    packed.size = entry.bytes.size();
    if (entry.unpacked) {
        packed.deflated = true;
        packed.checksum = entry.unpacked->checksum;
        packed.size = entry.unpacked->size;
        return;
    }
    packed.checksum = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(entry.bytes.data()), static_cast<uInt>(entry.bytes.size())));
    if (entry.level == 0) return;
    packed.made = deflated(entry.bytes, entry.level);
    packed.bytes = packed.made;
    packed.deflated = true;
}

void append16(std::string& out, std::size_t number) {
    out += static_cast<char>(number & 0xffU);
    out += static_cast<char>((number >> 8U) & 0xffU);
}

void append32(std::string& out, std::size_t number) {
    append16(out, number & 0xffffU);
    append16(out, (number >> 16U) & 0xffffU);
}

// What the local header and the directory both say of an entry.
void append_facts(std::string& out, const ArchivePart& entry, const Packed& packed) {
    constexpr std::size_t version = 20, deflate_method = 8, first_of_january_1980 = (1U << 5U) | 1U;
    append16(out, version);
    append16(out, 0);
    append16(out, packed.deflated ? deflate_method : 0);
    append16(out, 0);
    append16(out, first_of_january_1980);
    append32(out, packed.checksum);
    append32(out, packed.bytes.size());
    append32(out, packed.size);
    append16(out, entry.path.size());
    append16(out, 0);
}

std::vector<Packed> pack_all(const std::vector<ArchivePart>& entries) {
    std::vector<Packed> packed(entries.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < entries.size(); i = next++) pack(entries[i], packed[i]);
    };
    std::jthread other(work);
    work();
    other.join();
    return packed;
}

}  // namespace

std::string archive(const std::vector<ArchivePart>& entries) {
    const std::vector<Packed> packed = pack_all(entries);
    std::string out, directory;
    std::size_t size = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        size += entries[i].path.size() * 2 + 80 + packed[i].bytes.size();
    }
    out.reserve(size + 64);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const ArchivePart& entry = entries[i];
        const std::size_t offset = out.size();
        out += "PK\x03\x04";
        append_facts(out, entry, packed[i]);
        out.append(entry.path).append(packed[i].bytes);
        directory += "PK\x01\x02";
        append16(directory, 20);
        append_facts(directory, entry, packed[i]);
        directory.append(10, '\0');
        append32(directory, offset);
        directory += entry.path;
    }
    const std::size_t begin = out.size();
    out += directory;
    out.append("PK\x05\x06").append(4, '\0');
    append16(out, entries.size());
    append16(out, entries.size());
    append32(out, directory.size());
    append32(out, begin);
    append16(out, 0);
    return out;
}

}  // namespace styrkedja
