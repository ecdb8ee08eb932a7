// SPDX-License-Identifier: EUPL-1.2
#include "cli/bundle.h"

#include "cli/formats.h"
#include "cli/words.h"
#include "codec/archive.h"
#include "codec/hash.h"
#include "codec/json.h"
#include "writers/csv/csv.h"
#include "document/names.h"

namespace styrkedja::cli {
namespace {

using document::Document;

std::vector<NamedFile> all_files(const Document& paper, const OwnTemplate& own, Problems& problems) {
    std::vector<NamedFile> files;
    for (const Format& format : formats()) {
        if (format.packs == Format::Packs::all || format.packs == Format::Packs::none) continue;
        if (format.packs == Format::Packs::files) {
            for (NamedFile& each : csv_files(paper)) {
                files.push_back({std::string(format.name) + "/" + each.name, std::move(each.bytes)});
            }
            continue;
        }
        files.push_back({paper.id + "." + std::string(format.name), format.write(paper, own, problems)});
    }
    return files;
}

std::string manifest(const Document& paper, const std::vector<NamedFile>& files) {
    JsonWriter json;
    json.begin_object(JsonWriter::Layout::lines);
    json.member("format", 1).member("municipality", paper.municipality).member("document", paper.id);
    json.member("title", paper.title).member_if("diary_number", paper.diary_number).member_if("version", paper.version);
    json.member("state", document::name_of(paper.state)).member_if("date", paper.date);
    json.member("program", "styrkedja " + std::string(version()));
    json.key("files").begin_array(JsonWriter::Layout::lines);
    for (const NamedFile& each : files) {
        json.begin_object().member("name", each.name).member("bytes", static_cast<std::int64_t>(each.bytes.size()));
        json.member("sha256", sha256(each.bytes)).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace

std::string write_bundle(const Document& paper, const OwnTemplate& own, Problems& problems) {
    std::vector<NamedFile> files = all_files(paper, own, problems);
    files.insert(files.begin(), {"manifest.json", manifest(paper, files)});
    std::vector<ArchivePart> parts;
    for (const NamedFile& each : files) {
        // Office files are packed already.
        const bool packed = each.name.ends_with(".xlsx") || each.name.ends_with(".docx");
        parts.push_back({each.name, each.bytes, packed ? 0 : 6, {}});
    }
    return archive(parts);
}

}  // namespace styrkedja::cli
