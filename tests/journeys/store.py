#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Journeys of an operator: databases made, filled, read as of any time, proved, backed up and restored, by the real
program on SQLite and on a PostgreSQL of their own. Usage: store.py BINARY"""
import csv
import io
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/support"))
import postgres  # noqa: E402

BINARY = sys.argv.pop(1)
EXAMPLES = ROOT / "examples"
MUNICIPALITIES = {"kalmar-2016": "kalmar", "sodertalje-2012": "sodertalje", "sodertalje-2024": "sodertalje", "stockholm-2015": "stockholm"}


def run(*arguments, **options):
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=300, **options)


def edit(pack, name, before, after):
    path = pack / name
    text = path.read_text()
    assert before in text, (name, before)
    path.write_text(text.replace(before, after))


class Journey(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.here = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def done(self, *arguments, **options):
        result = run(*arguments, **options)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result

    def fails(self, code, *arguments, **options):
        result = run(*arguments, **options)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result


class OnEitherBackend:
    """What holds whatever the database is. Subclasses give an empty place with new_place()."""

    def made(self):
        place = self.new_place()
        self.assertIn("skapad", self.done("init", "--db", place).stdout)
        return place

    def pack(self):
        """A small pack of our own."""
        pack = self.here / "kommun"
        self.done("new", pack, "--name", "Ådalens kommun")
        return pack

    def imported(self, place, pack, *more):
        return self.done("import", pack, "--db", place, "--actor", "Controllern", *more)

    def entries(self, place, *more):
        return [json.loads(line) for line in self.done("log", "show", "--db", place, "--format", "json", *more).stdout.splitlines()]

    def test_init_twice_and_migrate_with_nothing_to_do(self):
        place = self.made()
        self.assertIn("finns redan", self.done("init", "--db", place).stdout)
        self.assertIn("inget att göra", self.done("migrate", "--db", place).stdout)
        self.assertIn("Databasen är tom", self.fails(1, "documents", "--db", place).stderr)

    def test_the_examples_compile_to_the_same_bytes_as_from_their_packs(self):
        for name, municipality in MUNICIPALITIES.items():
            place, pack = self.made(), EXAMPLES / name
            self.assertIn(f"hos {municipality}", self.imported(place, pack).stdout)
            listed = self.done("documents", "--db", place)
            self.assertEqual(listed.stdout, self.done("documents", pack).stdout)
            forms = ["html", "json"] + (["pdf", "docx", "xlsx"] if name == "kalmar-2016" else [])
            for document in [line.split("\t")[0] for line in listed.stdout.splitlines()]:
                for form in forms:
                    ours, theirs = self.here / "a", self.here / "b"
                    wanted = ["--document", document, "--to", form, "--out"]
                    self.done("compile", "--db", place, *wanted, ours)
                    self.done("compile", pack, *wanted, theirs)
                    self.assertEqual(ours.read_bytes(), theirs.read_bytes(), f"{name} {document} {form}")
            self.assertEqual(self.done("rules", "--db", place).stdout, self.done("rules", pack).stdout)
            self.assertEqual(self.done("validate", "--db", place).stdout, self.done("validate", pack).stdout)

    def test_exported_as_the_pack_is(self):
        place = self.made()
        self.imported(place, EXAMPLES / "stockholm-2015")
        self.done("export", "--db", place, "--out", self.here / "a.zip")
        self.done("export", EXAMPLES / "stockholm-2015", "--out", self.here / "b.zip")
        self.assertEqual((self.here / "a.zip").read_bytes(), (self.here / "b.zip").read_bytes())

    def test_several_municipalities_live_side_by_side(self):
        place = self.made()
        for name in ("kalmar-2016", "stockholm-2015"):
            self.imported(place, EXAMPLES / name)
        which = self.fails(1, "documents", "--db", place)
        self.assertIn("kalmar, stockholm", which.stderr)
        self.assertIn("april-2016", self.done("documents", "--db", place, "--municipality", "kalmar").stdout)
        self.assertIn("Menar du ”kalmar”?", self.fails(1, "documents", "--db", place, "--municipality", "kalmer").stderr)
        self.assertEqual(len(self.done("log", "verify", "--db", place).stdout.splitlines()), 4)

    def test_as_of_a_version_a_time_and_a_decision(self):
        place, pack = self.made(), self.pack()
        self.imported(place, pack)
        self.done("log", "decide", "--db", place, "--name", "Budgeten", "--decision", "KF 2025-12-16 § 210", "--actor", "Sekreteraren")
        before = self.done("export", pack, "--out", self.here / "before.zip")
        edit(pack, "goals.csv", "kf-mal-1;kf-mal;KF-mål 1;", "kf-mal-1;kf-mal;KF-mål 1;Helt ny ")
        self.imported(place, pack)
        for when in ("1", "2", "Budgeten", "KF 2025-12-16 § 210"):
            out = self.here / "as-of.zip"
            self.done("export", "--db", place, "--as-of", when, "--out", out)
            self.assertEqual(out.read_bytes(), (self.here / "before.zip").read_bytes(), when)
            out.unlink()
        day = self.entries(place)[0]["time"]
        self.assertIn("Helt ny", self.done("log", "diff", "--db", place, "--from", "Budgeten").stdout)
        self.done("export", "--db", place, "--as-of", day[:10], "--out", self.here / "now.zip")
        self.assertNotEqual((self.here / "now.zip").read_bytes(), (self.here / "before.zip").read_bytes())
        self.assertIn("ännu inte sparat", self.fails(1, "documents", "--db", place, "--as-of", "2020-01-01").stderr)
        self.assertIn("Menar du ”Budgeten”?", self.fails(1, "documents", "--db", place, "--as-of", "Budgetn").stderr)
        self.assertIn("Den senaste är 3", self.fails(1, "documents", "--db", place, "--as-of", "9").stderr)
        self.assertEqual(before.returncode, 0)

    def test_importing_again_writes_only_what_is_new_and_dry_run_writes_nothing(self):
        place, pack = self.made(), self.pack()
        self.imported(place, pack, "--reason", "Första", "--decision", "KS § 1")
        self.assertIn("inget att göra", self.imported(place, pack).stdout)
        edit(pack, "goals.csv", "kf-mal-1;kf-mal;KF-mål 1;", "kf-mal-1;kf-mal;KF-mål 1;Helt ny ")
        shown = self.done("import", pack, "--db", place, "--dry-run")
        self.assertIn("→ Helt ny", shown.stdout)
        self.assertIn("Inget har skrivits", shown.stdout)
        self.assertEqual(len(self.entries(place)), 1)
        self.assertIn("version 2: 1 ändrad.", self.imported(place, pack, "--command", "en-gång").stdout)
        self.assertIn("redan gjord, som version 2", self.imported(place, pack, "--command", "en-gång").stdout)
        first, second = self.entries(place)
        self.assertEqual((first["reason"], first["decision"], first["actor"]), ("Första", "KS § 1", "Controllern"))
        self.assertEqual([(c["kind"], c["id"], [f["field"] for f in c["fields"]]) for c in second["changes"]], [("goals", "kf-mal-1", ["name"])])

    def test_a_pack_with_errors_is_not_imported(self):
        place, pack = self.made(), self.pack()
        edit(pack, "goals.csv", "kf-mal-1;kf-mal;", "kf-mal-1;kf-maal;")
        self.assertIn("goals.csv:3:", self.fails(1, "import", pack, "--db", place).stderr)
        self.assertIn("Databasen är tom", self.fails(1, "log", "show", "--db", place).stderr)
        other = self.fails(1, "import", EXAMPLES / "kalmar-2016", "--db", place, "--municipality", "stockholm")
        self.assertIn("annan kommuns", other.stderr)

    def test_conflicts_stop_an_import_and_say_who_and_when_or_are_kept(self):
        place, pack = self.made(), self.pack()
        self.imported(place, pack)
        edit(pack, "goals.csv", "kf-mal-1;kf-mal;KF-mål 1;", "kf-mal-1;kf-mal;KF-mål 1;Annat ")
        stopped = self.fails(1, "import", pack, "--db", place, "--pack", "annat")
        self.assertRegex(stopped.stderr, r"goals.csv:3:\d+: fel: Underlaget säger ”Annat .*Controllern ändrade det 20\d\d-.*version 1")
        self.assertEqual(len(self.entries(place)), 1)
        as_json = self.fails(1, "import", pack, "--db", place, "--pack", "annat", "--problems", "json")
        told = [json.loads(line) for line in as_json.stderr.splitlines()]
        self.assertIn("Controllern", [each["args"].get("actor") for each in told if each["code"] == "pack_differs_from_edit"])
        kept = self.imported(place, pack, "--pack", "annat", "--keep")
        self.assertIn("notis: Underlaget säger ”Annat", kept.stderr)
        self.assertNotIn("Annat", self.done("assess", "--db", place, "--occasion", "bokslut-2025").stdout)

    def test_two_packs_of_a_municipality_live_in_one_log(self):
        place = self.made()
        self.imported(place, EXAMPLES / "sodertalje-2012")
        met = run("import", EXAMPLES / "sodertalje-2024", "--db", place, "--keep")
        self.assertEqual(met.returncode, 0, met.stderr)
        self.assertNotIn("Vid förra importen", met.stderr)
        self.assertIn("Ordningen står kvar", met.stderr)
        listed = self.done("documents", "--db", place).stdout
        for name in ("sodertalje-2012", "sodertalje-2024"):
            for line in self.done("documents", EXAMPLES / name).stdout.splitlines():
                self.assertIn(line.split("\t")[0], listed)
        self.assertIn("inget att göra", self.imported(place, EXAMPLES / "sodertalje-2012").stdout)

    def test_take_back_an_import_and_what_was_changed_since(self):
        place, pack = self.made(), self.pack()
        self.imported(place, pack)
        self.done("export", "--db", place, "--out", self.here / "first.zip")
        for name in ("Andra ", "Tredje "):
            text = (pack / "goals.csv").read_text()
            (pack / "goals.csv").write_text(text.replace("kf-mal-1;kf-mal;KF-mål 1;", "kf-mal-1;kf-mal;KF-mål 1;" + name, 1))
            self.imported(place, pack)
        stopped = self.fails(1, "log", "take-back", "2", "--db", place)
        self.assertIn("ändrats igen", stopped.stderr)
        self.assertIn("version 3", stopped.stderr)
        self.assertIn("skulle ge", self.done("log", "take-back", "3", "--db", place, "--dry-run").stdout)
        self.assertIn("som version 4", self.done("log", "take-back", "3", "--db", place, "--actor", "Chefen").stdout)
        self.done("log", "take-back", "2", "--db", place)
        self.done("export", "--db", place, "--out", self.here / "again.zip")
        self.assertEqual((self.here / "again.zip").read_bytes(), (self.here / "first.zip").read_bytes())
        self.assertIn("inget kvar", self.done("log", "take-back", "2", "--db", place).stdout)
        self.fails(1, "log", "take-back", "elva", "--db", place)

    def test_the_log_is_shown_as_text_json_and_csv(self):
        place, pack = self.made(), self.pack()
        self.imported(place, pack)
        edit(pack, "goals.csv", "kf-mal-1;kf-mal;KF-mål 1;", "kf-mal-1;kf-mal;KF-mål 1;Helt ny ")
        self.done("import", pack, "--db", place, "--actor", "Chefen", "--reason", "Efter nämnden")
        text = self.done("log", "show", "--db", place).stdout
        self.assertLess(text.index("Version 1"), text.index("Version 2"))
        for wanted in ("Chefen", "Skäl: Efter nämnden", "mål", "namn: ", "→ Helt ny"):
            self.assertIn(wanted, text)
        rows = list(csv.reader(io.StringIO(self.done("log", "show", "--db", place, "--from", "2", "--format", "csv").stdout.lstrip("\ufeff")), delimiter=";"))
        self.assertEqual(rows[0][0], "version")
        self.assertEqual(len({len(row) for row in rows}), 1)
        self.assertEqual([row[10] for row in rows[1:]], ["namn"])
        for of in ("goals/kf-mal-1", "mål/kf-mal-1/namn"):
            self.assertEqual([each["version"] for each in self.entries(place, "--of", of)], [1, 2])
        self.assertEqual([each["version"] for each in self.entries(place, "--actor", "Chefen")], [2])
        of_one = self.done("log", "show", "--db", place, "--of", "mål/kf-mal-1/namn").stdout
        self.assertIn("namn: Barn och unga har goda uppväxtvillkor", of_one)
        self.assertNotIn("nivå", of_one)
        self.assertIn("1 tidigare inte", self.done("log", "show", "--db", place, "--limit", "1").stdout)
        self.assertIn("Menar du", self.fails(1, "log", "show", "--db", place, "--of", "goal/x").stderr)
        self.fails(2, "log", "show", "--db", place, "--limit", "några")

    def test_a_backup_is_whole_while_others_import(self):
        place, pack = self.made(), self.pack()
        self.imported(place, pack)
        script = 'for i in 1 2 3 4 5 6; do sed -i "s/^kf-mal-1;kf-mal;KF-mål 1;[^;]*/kf-mal-1;kf-mal;KF-mål 1;Namn $i/" "$2/goals.csv"; "$1" import "$2" --db "$3" || exit 9; done'
        writer = subprocess.Popen(["bash", "-c", script, "-", BINARY, pack, place], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        copies = []
        while writer.poll() is None:
            copies.append(self.here / f"copy-{len(copies)}.db")
            self.done("backup", "--db", place, "--out", copies[-1])
        self.assertEqual(writer.returncode, 0, writer.stderr.read())
        writer.stderr.close()
        self.assertTrue(copies)
        for copy in copies:
            self.done("log", "verify", "--db", copy)
            self.assertFalse(pathlib.Path(str(copy) + ".part").exists())
        self.assertIn("finns redan", self.fails(2, "backup", "--db", place, "--out", copies[0]).stderr)

    def test_restore_refuses_a_store_with_a_log_and_gives_the_same_back(self):
        place, pack = self.made(), self.pack()
        self.imported(place, pack)
        self.done("backup", "--db", place, "--out", self.here / "copy.db")
        self.assertIn("Inget har återställts", self.fails(1, "restore", self.here / "copy.db", "--db", place).stderr)
        other = self.new_place()
        self.assertIn("Loggarna är hela", self.done("restore", self.here / "copy.db", "--db", other).stdout)
        self.assertEqual(self.entries(other), self.entries(place))
        self.done("export", "--db", other, "--out", self.here / "a.zip")
        self.done("export", pack, "--out", self.here / "b.zip")
        self.assertEqual((self.here / "a.zip").read_bytes(), (self.here / "b.zip").read_bytes())
        self.assertIn("Loggen är orörd", self.done("compact", "--db", other).stdout)
        self.assertEqual(self.entries(other), self.entries(place))

    def test_what_is_erased_is_gone_and_stays_gone_after_a_restore(self):
        place, pack = self.made(), self.pack()
        self.done("import", pack, "--db", place, "--actor", "Hemliga Namnet")
        self.done("backup", "--db", place, "--out", self.here / "old.db")
        erasing = ["log", "erase", "--db", place, "--who", "Hemliga Namnet", "--actor", "Arkivarien", "--decision", "KS 2027-03-01 § 45"]
        self.assertIn("Inget har skrivits", self.done(*erasing, "--dry-run").stdout)
        self.assertIn("som version 2", self.done(*erasing).stdout)
        self.assertNotIn("Hemliga", self.done("log", "show", "--db", place, "--format", "json").stdout)
        self.assertIn("1 värde är gallrat", self.done("log", "verify", "--db", place).stdout)
        listed = self.here / "erasures.csv"
        self.done("log", "erasures", "--db", place, "--out", listed)
        restored = self.new_place()
        self.assertIn("gallrats igen", self.done("restore", self.here / "old.db", "--db", restored, "--erasures", listed).stdout)
        self.assertNotIn("Hemliga", self.done("log", "show", "--db", restored, "--format", "json").stdout)
        self.fails(2, "log", "erase", "--db", place, "--who", "Controllern")
        self.fails(1, "log", "erase", "--db", place, "--decision", "KS § 1")

    def test_a_checkpoint_holds_and_knows_its_key(self):
        place, pack = self.made(), self.pack()
        self.imported(place, pack)
        key, point = self.here / "key", self.here / "point"
        public = self.done("log", "key", "--out", key).stdout.split()[-1]
        self.done("log", "checkpoint", "--db", place, "--key", key, "--out", point)
        edit(pack, "goals.csv", "kf-mal-1;kf-mal;KF-mål 1;", "kf-mal-1;kf-mal;KF-mål 1;Helt ny ")
        self.imported(place, pack)
        self.assertIn("Inget före version 1", self.done("log", "verify", "--db", place, "--checkpoint", point, "--trust", public).stdout)
        self.fails(1, "log", "verify", "--db", place, "--checkpoint", point, "--trust", "0" * 64)
        point.write_text(point.read_text().replace("version: 1", "version: 2"))
        self.fails(1, "log", "verify", "--db", place, "--checkpoint", point)


class OnSqlite(OnEitherBackend, Journey):
    places = 0

    def new_place(self):
        self.places += 1
        return str(self.here / f"store-{self.places}.db")

    def test_tampering_is_found_and_named(self):
        place, pack = self.made(), self.pack()
        self.imported(place, pack)
        edit(pack, "goals.csv", "kf-mal-1;kf-mal;KF-mål 1;", "kf-mal-1;kf-mal;KF-mål 1;Helt ny ")
        self.imported(place, pack)
        def changed(table, column, change):
            copy = self.here / "tampered.db"
            shutil.copy(place, copy)
            with sqlite3.connect(copy) as database:
                was = database.execute(f"select {column} from {table} where version = 2").fetchone()[0]
                self.assertNotEqual(change(was), was)
                database.execute(f"update {table} set {column} = ? where version = 2", (change(was),))
            database.close()
            return copy

        for table, column, change in (("log_content", "content", lambda was: was.replace(b"Helt ny", b"Halt ny")),
                                      ("log_entry", "entry", lambda was: was[:40] + bytes([was[40] ^ 1]) + was[41:]),
                                      ("log_entry", "hash", lambda was: bytes(32))):
            copy = changed(table, column, change)
            found = self.fails(1, "log", "verify", "--db", copy)
            self.assertIn("inte hel", found.stdout)
            self.assertRegex(found.stderr, r"[Vv]ersion 2\b")
            self.fails(1, "restore", copy, "--db", self.here / "restored.db")
            self.assertFalse((self.here / "restored.db").exists())
        with sqlite3.connect(place) as database:
            database.execute("delete from log_entry where version = 1")
        database.close()
        self.assertIn("nummer 1 ", self.fails(3, "log", "verify", "--db", place).stderr)   # the file itself isn't whole

    def test_a_newer_schema_is_left_alone(self):
        place = self.made()
        with sqlite3.connect(place) as database:
            database.execute("insert into schema_version values (99, 'framtid', '9.9.9', 0)")
        database.close()
        before = pathlib.Path(place).read_bytes()
        for command in (["documents"], ["init"], ["migrate"], ["log", "verify"], ["compact"]):
            self.assertIn("9.9.9", self.fails(3, *command, "--db", place).stderr)
        self.assertEqual(pathlib.Path(place).read_bytes(), before)

    def test_an_older_schema_is_raised_when_asked_for(self):
        place = self.new_place()
        with sqlite3.connect(place) as database:
            database.execute("pragma application_id = 1400142194")   # ours, as it is before its first migration
        database.close()
        for command in (["documents"], ["init"], ["import", self.pack()]):
            self.assertIn("styrkedja migrate", self.fails(3, *command, "--db", place).stderr)
        self.assertRegex(self.done("migrate", "--db", place).stdout, r"från schema 0 till \d+")
        self.imported(place, self.here / "kommun")

    def test_failures_of_the_machine_are_3_and_readable(self):
        nowhere = self.fails(3, "documents", "--db", self.here / "ingen.db")
        self.assertIn("Gör så här:", nowhere.stderr)
        (self.here / "text.db").write_text("det här är ingen databas, bara en text som någon har skrivit" * 20)
        self.assertIn("fel:", self.fails(3, "documents", "--db", self.here / "text.db").stderr)
        self.fails(3, "import", self.pack(), "--db", self.here / "ingen.db")
        self.fails(3, "documents", "--db", "mysql://hemlig:lösen@server/x")

    def test_wrong_usage_is_2(self):
        place, pack = self.made(), self.pack()
        for wrong in (["log"], ["log", "shaw", "--db", place], ["log", "show"], ["documents", pack, "--db", place],
                      ["documents", pack, "--as-of", "1"], ["documents"], ["import", "--db", place], ["import", pack],
                      ["log", "show", "--db", place, "--format", "xml"], ["log", "diff", "--db", place], ["init"]):
            self.fails(2, *wrong)
        self.assertIn("log show", self.fails(2, "log").stderr)
        self.assertIn("Menar du ”log show”?", self.fails(2, "log", "shwo").stderr)

    def test_every_command_has_help_and_stands_in_the_manual(self):
        manual = (ROOT / "man/styrkedja.1").read_text().replace("\\fB", "").replace("\\fR", "")
        for command in ("init", "migrate", "import", "backup", "restore", "compact", "log show", "log diff", "log verify", "log decide",
                        "log take-back", "log erase", "log erasures", "log checkpoint", "log key"):
            for language in ("sv", "en"):
                self.assertIn("styrkedja " + command, self.done(*command.split(), "--help", "--lang", language).stdout)
            self.assertIn("styrkedja " + command, manual)

    def test_passwords_are_never_told(self):
        for url in ("postgresql://chef:hemligt@127.0.0.1:1/x", "postgresql://chef:hem%zzligt@127.0.0.1/x", "postgres://chef:hemligt@/x?port=abc", "postgresql://chef:ju@hemligt@server/x",
                    "host=127.0.0.1 password=hemligt", "postgresql://chef@127.0.0.1:1/x?password=hemligt&nonsens=1"):
            result = run("documents", "--db", url)
            self.assertEqual(result.returncode, 3, url + result.stderr)
            self.assertNotIn("hem", result.stderr + result.stdout, url)


@unittest.skipUnless(postgres.is_installed(), "postgresql-15 is not installed")
class OnPostgres(OnEitherBackend, Journey):
    places = 0

    @classmethod
    def setUpClass(cls):
        cls.cluster = postgres.Cluster()

    @classmethod
    def tearDownClass(cls):
        cls.cluster.remove()

    def new_place(self):
        OnPostgres.places += 1
        return self.cluster.database(f"kommuner{OnPostgres.places}")

    def test_a_newer_schema_is_left_alone(self):
        place = self.made()
        self.cluster.execute(f"kommuner{OnPostgres.places}", "insert into styrkedja.schema_version values (99, 'framtid', '9.9.9', 0)")
        self.assertIn("9.9.9", self.fails(3, "documents", "--db", place).stderr)

    def test_a_database_that_is_not_there(self):
        place = self.new_place()
        self.assertIn("Styrkedja", self.fails(3, "documents", "--db", place).stderr)
        self.fails(3, "documents", "--db", place.replace("/kommuner", "/ingen"))


if __name__ == "__main__":
    unittest.main(verbosity=1)
