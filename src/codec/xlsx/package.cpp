// SPDX-License-Identifier: EUPL-1.2
#include "codec/xlsx/package.h"

#include <zip.h>

namespace styrkedja::workbook {
namespace {

// A part while it is unpacked. Never gives more than the directory says; what is wrong is told once, at the place of the part.
class PartSource : public ByteSource {
  public:
    PartSource(zip_file_t* in, std::uint64_t size, Place place, Problems& problems)
        : in_(in), size_(size), place_(std::move(place)), problems_(problems) {}
    ~PartSource() override { zip_fclose(in_); }
    PartSource(const PartSource&) = delete;
    PartSource& operator=(const PartSource&) = delete;

    std::size_t read(std::span<char> into) override {
        if (ended_) return 0;
        const zip_int64_t got = zip_fread(in_, into.data(), into.size());
        if (got > 0 && given_ + static_cast<std::uint64_t>(got) <= size_) {
            given_ += static_cast<std::uint64_t>(got);
            return static_cast<std::size_t>(got);
        }
        ended_ = true;
        if (got > 0) {
            problems_.add("zip_entry_is_larger_than_declared", Severity::error, place_);
        } else if (got < 0 || given_ != size_) {
            const std::string reason = got < 0 ? zip_file_strerror(in_) : "size";
            problems_.add("zip_entry_is_damaged", Severity::error, place_, {{"reason", reason}});
        }
        return 0;
    }
    std::uint64_t size() const override { return size_; }

  private:
    zip_file_t* in_;
    std::uint64_t size_, given_ = 0;
    Place place_;
    Problems& problems_;
    bool ended_ = false;
};

Place of_file(const std::string& file) { return Place{file, 0, 0, "", "", ""}; }

}  // namespace

Place Package::place(const std::string& part) const { return of_file(file_ + "/" + part); }

std::unique_ptr<Package> Package::open(std::string file, std::string_view bytes, const Limits& limits, Problems& problems) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {   // OLE compound file [MS-CFB]
        problems.add("workbook_is_old_or_locked", Severity::error, of_file(file));
        return nullptr;
    }
    std::unique_ptr<Package> package(new Package(std::move(file)));
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) package->zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (package->zip_ == nullptr) {
        problems.add("zip_is_damaged", Severity::error, of_file(package->file_), {{"reason", zip_error_strerror(&error)}});
        if (source != nullptr) zip_source_free(source);
    }
    zip_error_fini(&error);
    if (package->zip_ == nullptr || !package->list(bytes.size(), limits, problems)) return nullptr;
    return package;
}

Package::~Package() {
    if (zip_ != nullptr) zip_discard(zip_);
}

bool Package::list(std::uint64_t packed, const Limits& limits, Problems& problems) {
    const auto refuse = [&](std::string_view code, std::vector<std::pair<std::string_view, std::string>> args) {
        problems.add({code, Severity::error, of_file(file_), std::move(args)});
        return false;
    };
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(zip_, 0));
    if (count > limits.parts) return refuse("too_many_files", {{"limit", std::to_string(limits.parts)}});
    std::uint64_t total = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(zip_, i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
            return refuse("zip_is_damaged", {{"reason", zip_strerror(zip_)}});
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
            problems.add("zip_entry_is_encrypted", Severity::error, place(stat.name));
            return false;
        }
        total = stat.size > UINT64_MAX - total ? UINT64_MAX : total + stat.size;
        parts_.emplace(stat.name, Part{i, stat.size});   // of two with one name the first counts
    }
    if (total > limits.bytes) return refuse("files_are_too_large", {{"limit", std::to_string(limits.bytes >> 20U) + " MB"}});
    if (total > limits.ratio_from && total / limits.ratio > packed)
        return refuse("zip_is_a_bomb", {{"limit", std::to_string(limits.ratio)}});
    return true;
}

std::unique_ptr<ByteSource> Package::read(const std::string& part, Problems& problems) const {
    const auto found = parts_.find(part);
    if (found == parts_.end()) {
        problems.add("workbook_is_damaged", Severity::error, place(part), {{"part", part}});
        return nullptr;
    }
    zip_file_t* in = zip_fopen_index(zip_, found->second.index, 0);
    if (in == nullptr) {
        problems.add("zip_entry_is_damaged", Severity::error, place(part), {{"reason", zip_strerror(zip_)}});
        return nullptr;
    }
    return std::make_unique<PartSource>(in, found->second.size, place(part), problems);
}

}  // namespace styrkedja::workbook
