// SPDX-License-Identifier: EUPL-1.2
#include "writers/pdf/file.h"

#include <zlib.h>

#include <cmath>

#include "base/utf8.h"

namespace styrkedja::pdf {

namespace {

std::string deflated(std::string_view data) {
    uLongf size = compressBound(static_cast<uLong>(data.size()));
    std::string packed(size, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(data.data()),
              static_cast<uLong>(data.size()), 6);
    packed.resize(size);
    return packed;
}

void append_big_endian(std::string& out, std::uint64_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

std::string fingerprint(std::string_view bytes) {
    std::string id;
    for (std::uint64_t hash : {0xcbf29ce484222325ULL, 0x9ae16a3b2f90404fULL}) {
        for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        append_big_endian(id, hash, 8);
    }
    return id;
}

}  // namespace

std::string num(double value) {
    const long long thousandths = std::llround(value * 1000);
    const unsigned long long size = static_cast<unsigned long long>(std::llabs(thousandths));
    std::string text = thousandths < 0 ? "-" : "";
    text += std::to_string(size / 1000);
    if (size % 1000 == 0) return text;
    std::string decimals = std::to_string(1000 + size % 1000).substr(1);
    while (decimals.back() == '0') decimals.pop_back();
    return text + "." + decimals;
}

std::string literal(std::string_view bytes) {
    std::string text = "(";
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\') text += '\\';
        text += c;
    }
    return text + ")";
}

std::string hex(std::string_view bytes) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string text = "<";
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[c & 15];
    }
    return text + ">";
}

std::string utf16(std::string_view utf8) {
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = next_character(utf8, at);
        if (c < 0x10000) {
            append_big_endian(out, c, 2);
        } else {
            append_big_endian(out, 0xD800 + ((c - 0x10000) >> 10), 2);
            append_big_endian(out, 0xDC00 + ((c - 0x10000) & 0x3FF), 2);
        }
    }
    return out;
}

std::string text_string(std::string_view utf8) {
    for (const char c : utf8) {
        if (static_cast<unsigned char>(c) >= 0x7F || static_cast<unsigned char>(c) < 0x20) return hex("\xFE\xFF" + utf16(utf8));
    }
    return literal(utf8);
}

File::File() {
    out_ = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    places_.push_back({});
}

std::uint32_t File::reserve() {
    places_.push_back({});
    return static_cast<std::uint32_t>(places_.size() - 1);
}

void File::begin(std::uint32_t number) {
    places_[number] = {1, static_cast<std::uint32_t>(out_.size()), 0};
    out_ += std::to_string(number) + " 0 obj\n";
}

void File::object(std::uint32_t number, std::string_view body) {
    constexpr std::size_t most_together = 200;
    waiting_.emplace_back(number, body);
    if (waiting_.size() >= most_together) pack_objects();
}

void File::stream(std::uint32_t number, std::string_view dictionary, std::string_view data, bool packed) {
    begin(number);
    const std::string bytes = packed ? deflated(data) : std::string(data);
    out_.append("<<").append(dictionary);
    if (packed) out_ += "/Filter/FlateDecode";
    out_ += "/Length " + std::to_string(bytes.size()) + ">>\nstream\n";
    out_.append(bytes).append("\nendstream\nendobj\n");
}

void File::pack_objects() {
    if (waiting_.empty()) return;
    const std::uint32_t number = reserve();
    std::string index, bodies;
    std::uint32_t at = 0;
    for (const auto& [object, body] : waiting_) {
        index += std::to_string(object) + " " + std::to_string(bodies.size()) + " ";
        bodies += body + "\n";
        places_[object] = {2, number, at++};
    }
    const std::string dictionary =
        "/Type/ObjStm/N " + std::to_string(waiting_.size()) + "/First " + std::to_string(index.size());
    waiting_.clear();
    stream(number, dictionary, index + bodies);
}

std::string File::finish(std::uint32_t catalog, std::uint32_t info) {
    pack_objects();
    const std::uint32_t number = reserve();
    const std::string id = hex(fingerprint(out_));
    places_[number] = {1, static_cast<std::uint32_t>(out_.size()), 0};
    const std::size_t start = out_.size();
    std::string table;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        append_big_endian(table, places_[i].kind, 1);
        append_big_endian(table, places_[i].at, 4);
        append_big_endian(table, i == 0 ? 65535 : places_[i].index, 2);
    }
    stream(number, "/Type/XRef/Size " + std::to_string(places_.size()) + "/W[1 4 2]/Root " + ref(catalog) + "/Info " +
                       ref(info) + "/ID[" + id + id + "]",
           table);
    out_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
    return std::move(out_);
}

}  // namespace styrkedja::pdf
