// SPDX-License-Identifier: EUPL-1.2
#include <cstdio>
#include <filesystem>
#include <string>

#include "assets.h"
#include "cli/commands.h"
#include "cli/work.h"

namespace styrkedja::cli {
namespace {

constexpr std::string_view shelf = "new/";

std::string with_name(std::string text, const std::string& name) {
    constexpr std::string_view placeholder = "name: Min kommun";
    if (std::size_t at = text.find(placeholder); !name.empty() && at != text.npos) {
        std::string quoted = "\"";
        for (char c : name) quoted += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
        text.replace(at, placeholder.size(), "name: " + quoted + "\"");
    }
    return text;
}

}  // namespace

// Writes the starting pack (assets/new), which can be compiled as it is.
Exit new_pack(const Request& request) {
    const std::string& folder = request.operands[0];
    bool sv = request.language == Language::sv;
    if (std::filesystem::exists(folder)) {
        std::fprintf(stderr, sv ? "styrkedja: %s finns redan. Ange en mapp som inte finns, så skrivs inget över.\n"
                                : "styrkedja: %s exists. Name a folder that does not, so that nothing is overwritten.\n",
                     folder.c_str());
        return Exit::usage;
    }
    std::string part = folder + ".part";
    std::filesystem::remove_all(part);
    for (const assets::Asset& asset : assets::all()) {
        std::string_view path = asset.path;
        if (!path.starts_with(shelf)) continue;
        path.remove_prefix(shelf.size());
        write_file_in_folder(part + "/" + std::string(path), with_name(std::string(asset.bytes), request.value("name")));
    }
    std::filesystem::rename(part, folder);
    std::printf(sv ? "Underlaget ligger i %s. Börja i pack.yaml; kontrollera med: styrkedja validate %s\n"
                   : "The pack is in %s. Begin in pack.yaml; check with: styrkedja validate %s\n",
                folder.c_str(), folder.c_str());
    return Exit::ok;
}

}  // namespace styrkedja::cli
