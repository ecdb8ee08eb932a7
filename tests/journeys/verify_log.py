#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""tools/verify_log.py proves the kept logs, and finds what is changed in them."""
import hashlib
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
TOWN = "exempel"


def rows(release):
    for line in (PROJECT / "tests/logs" / release / "log.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            version, *rest = line.split(" ")
            yield (int(version), *(bytes.fromhex(each) for each in rest))


class VerifyLog(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.file = pathlib.Path(self.folder.name) / "kommun.styrkedja"

    def tearDown(self):
        self.folder.cleanup()

    def make(self, release, *changes):
        """A database with the release's log in the tables that the program makes, and then changed."""
        self.file.unlink(missing_ok=True)
        database = sqlite3.connect(self.file)
        for step in sorted((PROJECT / "assets/migrations/sqlite").glob("*.sql")):
            database.executescript(step.read_text())
        for version, command, entry, stored, content in rows(release):
            database.execute("insert into log_entry values (?, ?, ?, ?, ?)", (TOWN, version, command, entry, stored))
            database.execute("insert into log_content values (?, ?, ?)", (TOWN, version, content))
        pack = hashlib.blake2b(b"the pack", digest_size=32).digest()   # as the kept logs name it
        database.execute("insert into blob values (?, ?, 'pack', 1, x'')", (TOWN, pack))
        for change in changes:
            if len(change) == 1:
                database.executescript(change[0])
            else:
                database.execute(*change)
        database.commit()
        database.close()

    def told(self, *options):
        run = subprocess.run([sys.executable, PROJECT / "tools/verify_log.py", self.file, *options],
                             capture_output=True, text=True, timeout=60)
        return run.returncode, run.stdout + run.stderr

    def releases(self):
        found = sorted(each.name for each in (PROJECT / "tests/logs").iterdir())
        self.assertTrue(found)
        return found

    def test_kept_logs_hold(self):
        for release in self.releases():
            self.make(release)
            status, text = self.told()
            self.assertEqual(status, 0, text)
            self.assertIn("exempel: holds;", text)
            self.assertIn("erased by version 6, KS 2027-03-01 § 45", text)
            newest = list(rows(release))[-1][3].hex()
            self.assertIn(newest, text)

    def test_what_is_changed_is_found(self):
        release = self.releases()[-1]
        kept = list(rows(release))
        entry, content = bytearray(kept[1][2]), bytearray(kept[0][4])
        entry[-1] ^= 1
        content[-1] ^= 1
        for change, said in [
            (("update log_entry set entry = ? where version = 2", (bytes(entry),)), "version 2: the hash differs"),
            (("update log_entry set hash = zeroblob(32) where version = 4",), "version 4: the hash differs"),
            (("update log_content set content = ? where version = 1", (bytes(content),)), "does not fit its digest"),
            (("delete from log_entry where version = 3",), "version 3 is missing"),
            (("delete from log_content where version = 3",), "version 3: damaged"),
            (("update log_entry set command = 'x' where version = 2",), "the row says another"),
            (("update log_entry set municipality = 'nykvarn'; update log_content set municipality = 'nykvarn'",),
             "the row says another"),
            (("update blob set bytes = 'the pack'",), "erased according to the log"),
            (("delete from blob",), "that it imported is missing"),
            (("insert into blob values ('exempel', zeroblob(32), 'document', 0, 'x')",), "does not fit its hash"),
            (("insert into blob values ('exempel', zeroblob(32), 'document', 1, x'')",), "empty, and no erasure says so"),
            (("delete from log_entry where version = 6",), "is empty, and no erasure says so"),
        ]:
            self.make(release, change)
            status, text = self.told()
            self.assertEqual(status, 1, f"{change[0]}\n{text}")
            self.assertIn(said, text, change[0])

    def test_what_is_no_database_is_told(self):
        self.file.write_text("hej")
        self.assertEqual(self.told()[0], 2)
        self.make(self.releases()[0])
        self.assertEqual(self.told("--municipality", "nykvarn")[0], 2)


if __name__ == "__main__":
    unittest.main()
