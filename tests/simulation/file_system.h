// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace styrkedja::simulation {

class Disk;

// The SQLite file system "simulated" (https://www.sqlite.org/vfs.html) shows that disk. It is also the default one,
// so that SQLite's own randomness follows from the seed.
void mount(Disk& disk);
void unmount();

}  // namespace styrkedja::simulation
