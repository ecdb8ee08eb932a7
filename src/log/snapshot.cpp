// SPDX-License-Identifier: EUPL-1.2
#include "log/snapshot.h"

#include <map>

#include "base/bytes.h"
#include "domain/state/stored.h"

namespace styrkedja::log {
namespace {

constexpr std::uint64_t format_of_part = 1, format_of_manifest = 1;
constexpr std::size_t most_bytes = 1U << 20U;
constexpr std::uint64_t one_in = 128;   // a part ends after about so many things

// FNV-1a: the same on every machine; only decides where parts end.
bool ends_part(std::string_view id) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char each : id) hash = (hash ^ static_cast<unsigned char>(each)) * 1099511628211U;
    return (hash >> 20U) % one_in == 0;
}

void put_thing(std::string& bytes, const Kind& kind, const void* thing, const std::vector<std::string>& defaults) {
    put_text(bytes, kind.id(thing).str());
    const FieldVersions& versions = kind.versions_of(thing);
    std::string fields;
    std::uint64_t count = 0;
    std::size_t index = 0;
    auto put = [&](int number, std::string_view text) {
        put_number(fields, static_cast<std::uint64_t>(number));
        put_number(fields, versions.of(number));
        put_text(fields, text);
        ++count;
    };
    if (versions.of(0) != 0) put(0, {});
    for (const FieldInfo* field : logged_fields(kind)) {
        const std::string text = stored_text(*field, thing);
        const bool is_default = text == defaults[index++];
        if (!is_default || versions.of(field->number) != 0) put(field->number, is_default ? std::string_view() : text);
    }
    put_number(bytes, count);
    bytes += fields;
}

class PartWriter {
  public:
    PartWriter(const Kind& kind, const std::function<void(SnapshotPart&&)>& take) : kind_(kind), take_(take) {
        const std::shared_ptr<void> fresh = kind.make();
        for (const FieldInfo* field : logged_fields(kind)) defaults_.push_back(stored_text(*field, fresh.get()));
    }
    void thing(const void* thing) {
        ++count_;
        put_thing(things_, kind_, thing, defaults_);
        if (things_.size() > most_bytes || ends_part(kind_.id(thing).str())) end();
    }
    void end() {
        if (count_ == 0) return;
        SnapshotPart part{number_of(kind_), {}, {}};
        put_number(part.bytes, format_of_part);
        put_number(part.bytes, static_cast<std::uint64_t>(part.kind));
        put_number(part.bytes, count_);
        part.bytes += things_;
        part.hash = hash_of(part.bytes);
        take_(std::move(part));
        things_.clear();
        count_ = 0;
    }

  private:
    const Kind& kind_;
    const std::function<void(SnapshotPart&&)>& take_;
    std::vector<std::string> defaults_;
    std::string things_;
    std::uint64_t count_ = 0;
};

bool read_thing(ByteReader& reader, const Kind& kind, Things& things) {
    std::shared_ptr<void> thing = kind.make();
    const std::string_view id = reader.text();
    if (&kind != &head_kind()) kind.set_id(thing.get(), Id(std::string(id)));
    FieldVersions& versions = kind.versions(thing.get());
    const std::uint64_t fields = reader.number();
    versions.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(fields, 64)));
    for (std::uint64_t left = fields; left > 0 && reader.ok(); --left) {
        const auto number = static_cast<int>(reader.number() & 0xFFFU);
        const Version version = reader.number();
        const std::string_view text = reader.text();
        if (version != 0) versions.set(number, version);
        if (number == 0 || text.empty()) continue;
        const FieldInfo* field = field_by_number(kind, number);
        if (!field || !restore(kind, *field, thing.get(), text)) return false;
    }
    things.push_back(std::move(thing));
    return reader.ok();
}

}  // namespace

void write_parts(const State& state, const std::function<void(SnapshotPart&&)>& take) {
    auto of_kind = [&](const Kind& kind) {
        PartWriter writer(kind, take);
        kind.each(state, [&](const void* thing) { writer.thing(thing); });
        writer.end();
    };
    of_kind(head_kind());
    for (const Kind& kind : kinds()) of_kind(kind);
}

bool read_part(std::string_view hash, std::string_view bytes, int kind_number, Things& things) {
    const Kind* kind = kind_by_number(kind_number);
    if (!kind || hash_of(bytes) != hash) return false;
    ByteReader reader(bytes);
    if (reader.number() != format_of_part || reader.number() != static_cast<std::uint64_t>(kind_number)) return false;
    for (std::uint64_t left = reader.number(); left > 0 && reader.ok(); --left) {
        if (!read_thing(reader, *kind, things)) return false;
    }
    return reader.ok() && reader.at_end();
}

std::string write_manifest(const Manifest& manifest) {
    std::string bytes;
    put_number(bytes, format_of_manifest);
    put_text(bytes, manifest.municipality);
    put_number(bytes, manifest.version);
    put_number(bytes, static_cast<std::uint64_t>(manifest.time));
    put_text(bytes, manifest.hash);
    put_number(bytes, manifest.parts.size());
    for (const Manifest::Part& part : manifest.parts) {
        put_number(bytes, static_cast<std::uint64_t>(part.kind));
        put_text(bytes, part.hash);
    }
    put_text(bytes, manifest.landmarks);
    bytes += hash_of(bytes);
    return bytes;
}

bool read_manifest(std::string_view bytes, Manifest& manifest) {
    if (bytes.size() < hash_size) return false;
    const std::string_view said = bytes.substr(bytes.size() - hash_size);
    bytes.remove_suffix(hash_size);
    if (hash_of(bytes) != said) return false;
    ByteReader reader(bytes);
    if (reader.number() != format_of_manifest) return false;
    manifest.municipality = reader.text();
    manifest.version = reader.number();
    manifest.time = static_cast<std::int64_t>(reader.number());
    manifest.hash = reader.text();
    for (std::uint64_t left = reader.number(); left > 0 && reader.ok(); --left) {
        const auto kind = static_cast<int>(reader.number());
        manifest.parts.push_back({kind, std::string(reader.text())});
    }
    manifest.landmarks = reader.text();
    return reader.ok() && reader.at_end();
}

std::string write_state(const State& state) {
    std::string bytes;
    put_number(bytes, format_of_part);
    write_parts(state, [&](SnapshotPart&& part) {
        put_number(bytes, static_cast<std::uint64_t>(part.kind));
        put_text(bytes, part.hash);
        put_text(bytes, part.bytes);
    });
    return bytes;
}

bool read_state(std::string_view bytes, State& state) {
    ByteReader reader(bytes);
    if (reader.number() != format_of_part) return false;
    std::map<int, Things> things;
    while (reader.ok() && !reader.at_end()) {
        const auto kind = static_cast<int>(reader.number());
        const std::string_view hash = reader.text(), part = reader.text();
        if (!reader.ok() || !read_part(hash, part, kind, things[kind])) return false;
    }
    for (auto& [kind, list] : things) kind_by_number(kind)->fill(state, std::move(list));
    return reader.ok();
}

}  // namespace styrkedja::log
