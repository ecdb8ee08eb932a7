// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "cli/options.h"
#include "importers/pack/load.h"

// What the commands have in common: load a pack, tell its problems, write a result.
namespace styrkedja::cli {

// The pack that the command names, or what a database knows (--db, cli/stored.h), read and checked. Problems are
// collected, not told.
LoadedPack load(const Request& request, Problems& problems);
LoadedPack load_from_files(const Request& request, Problems& problems);

// What can be wrong beyond that: rules that leave gaps, templates whose documents can't be made.
void try_documents(const Request& request, const LoadedPack& pack, Problems& problems);

// Tells the problems on standard error, in order, with a last line that counts them, and says how the command
// ends: errors give 1, warnings too with --strict.
Exit tell(const Request& request, Problems& problems);

// A file that was asked for by name (--template, --against); where it isn't there, or can't be read, that is a problem.
std::string read_file(const std::string& path, Problems& problems);

// To --out, or standard output. A file appears whole or not at all; a link stays and what it leads to is replaced;
// devices and pipes are written to. Folders on the way are made.
void write_result(const Request& request, std::string_view bytes);
void write_file(const std::string& path, std::string_view bytes);
void sync_folder_of(const std::string& path);   // a new name in it survives a power cut

// Does a result go to a terminal that takes colours (no-color.org)?
bool is_terminal(const Request& request);

// Where somebody looks at a terminal: what is being done, in the place of the line before.
void progress(const Request& request, std::string_view sv, std::string_view en);
void progress_done();

}  // namespace styrkedja::cli
