// SPDX-License-Identifier: EUPL-1.2
#include "importers/pack/export.h"

#include <cstdio>
#include <filesystem>

#include "cli/commands.h"
#include "cli/work.h"

namespace styrkedja::cli {

Exit export_command(const Request& request) {
    Problems problems;
    LoadedPack pack = load(request, problems);
    Exit exit = tell(request, problems);
    if (problems.has_errors()) return exit;
    std::string out = request.value("out");
    if (std::filesystem::exists(out)) {
        std::fprintf(stderr, request.language == Language::sv
                                 ? "styrkedja: %s finns redan. Ange en katalog som inte finns, så skrivs inget över.\n"
                                 : "styrkedja: %s exists. Name a folder that does not, so that nothing is overwritten.\n",
                     out.c_str());
        return Exit::usage;
    }
    std::vector<TreeFile> files = export_pack(pack.state);
    if (out.ends_with(".zip")) {
        write_file(out, write_zip(files));
        return exit;
    }
    // Written beside and moved into place, so that the folder is there whole or not at all.
    std::string part = out + ".part";
    std::filesystem::remove_all(part);
    for (const TreeFile& file : files) write_file_in_folder(part + "/" + file.name, file.bytes);
    std::filesystem::rename(part, out);
    return exit;
}

}  // namespace styrkedja::cli
