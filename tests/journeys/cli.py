#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Journeys over the real command line: what stands where, which exit code, what is written. Usage: cli.py BINARY"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BINARY = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def run(*arguments, **options):
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=120, **options)


def first_goal(path):
    lines = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return lines[1].split(";")[lines[0].split(";").index("name")]


class Journeys(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.here = pathlib.Path(self.folder.name)
        self.pack = self.here / "kommun"
        made = run("new", self.pack, "--name", 'Ö"kommun')
        self.assertEqual(made.returncode, 0, made.stderr)

    def tearDown(self):
        self.folder.cleanup()

    def test_new_pack_is_valid_and_compiles(self):
        checked = run("validate", self.pack)
        self.assertEqual(checked.returncode, 0, checked.stderr)
        self.assertIn('Ö"kommun', checked.stdout)
        listed = run("documents", self.pack)
        ids = [line.split("\t")[0] for line in listed.stdout.splitlines()]
        self.assertEqual(ids, ["verksamhetsplan-2026", "arsbokslut-2025"])
        (self.here / "x").mkdir()
        for each in ids:
            html, as_json = self.here / "x" / f"{each}.html", self.here / f"{each}.json"
            self.assertEqual(run("compile", self.pack, "--document", each, "--to", "html", "--out", html).returncode, 0)
            self.assertEqual(run("compile", self.pack, "--document", each, "--to", "json", "--out", as_json).returncode, 0)
            self.assertIn('lang="sv"', html.read_text())
            pdf, again = self.here / f"{each}.pdf", self.here / f"{each}-2.pdf"
            other = {**os.environ, "LC_ALL": "C", "TZ": "Asia/Tokyo"}
            self.assertEqual(run("compile", self.pack, "--document", each, "--to", "pdf", "--out", pdf).returncode, 0)
            self.assertEqual(run("compile", self.pack, "--document", each, "--to", "pdf", "--out", again, env=other).returncode, 0)
            self.assertTrue(pdf.read_bytes().startswith(b"%PDF-1.7"))
            self.assertEqual(pdf.read_bytes(), again.read_bytes())
            document = json.loads(as_json.read_text())
            self.assertEqual(document["format"], 1)
            for table in document["tables"]:
                for row in table["rows"]:
                    self.assertEqual(len(row["cells"]), len(table["columns"]))

    def test_new_does_not_overwrite(self):
        self.assertEqual(run("new", self.pack).returncode, 2)

    def test_results_to_standard_output_and_problems_to_standard_error(self):
        compiled = run("compile", self.pack, "--document", "arsbokslut-2025", "--to", "json", "--out", "-")
        self.assertEqual(json.loads(compiled.stdout)["document"], "arsbokslut-2025")
        self.assertIn("notis", compiled.stderr)
        as_json = run("validate", self.pack, "--problems", "json")
        for line in as_json.stderr.splitlines():
            self.assertIn(json.loads(line)["severity"], ("error", "warning", "note"))

    def test_what_changed_since_an_earlier_version_is_marked_and_listed(self):
        old, new = self.here / "old.json", self.here / "new.json"
        wanted = ["compile", self.pack, "--document", "arsbokslut-2025", "--to", "json", "--out"]
        self.assertEqual(run(*wanted, old).returncode, 0)
        self.assertEqual(run(*wanted, new, "--against", old).returncode, 0)
        self.assertIn("Ingenting skiljer", new.read_text())
        goals = self.pack / "goals.csv"
        goals.write_text(goals.read_text().replace(first_goal(goals), "Ett helt annat mål"))
        changed = run(*wanted, new, "--against", old)
        self.assertEqual(changed.returncode, 0, changed.stderr)
        document = json.loads(new.read_text())
        self.assertEqual(document["sections"][-1]["id"], "changes")
        shown = [cell["shown"] for row in document["tables"][-1]["rows"] for cell in row["cells"]]
        self.assertTrue(any("Ett helt annat mål" in text for text in shown), shown)
        self.assertIn("--against", run("compile", "--help").stdout)

    def test_a_file_to_compare_with_that_is_no_document_is_an_error_with_its_place(self):
        bad = self.here / "bad.json"
        bad.write_text('{"format": 1,\n oj')
        wanted = ["compile", self.pack, "--document", "arsbokslut-2025", "--to", "json", "--out", self.here / "x.json", "--against"]
        refused = run(*wanted, bad)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("bad.json:2:2: fel:", refused.stderr)
        self.assertFalse((self.here / "x.json").exists())
        self.assertEqual(run(*wanted, self.here / "nowhere.json").returncode, 1)

    def test_errors_produce_nothing(self):
        goals = self.pack / "goals.csv"
        goals.write_text(goals.read_text().replace("kf-mal-1;kf-mal;", "kf-mal-1;kf-maal;"))
        out = self.here / "plan.html"
        compiled = run("compile", self.pack, "--document", "verksamhetsplan-2026", "--to", "html", "--out", out)
        self.assertEqual(compiled.returncode, 1)
        self.assertFalse(out.exists())
        self.assertIn("goals.csv:3:", compiled.stderr)
        self.assertIn("Menar du ”kf-mal”?", compiled.stderr)
        self.assertIn("Did you mean", run("validate", self.pack, "--lang", "en").stderr)
        self.assertEqual(run("export", self.pack, "--out", self.here / "ut").returncode, 1)
        self.assertFalse((self.here / "ut").exists())

    def test_strict_makes_warnings_fail(self):
        outcomes = self.pack / "outcomes.csv"
        outcomes.write_text(outcomes.read_text().replace("Räknas klart i februari 2026", ""))
        self.assertEqual(run("validate", self.pack).returncode, 0)
        self.assertEqual(run("validate", self.pack, "--strict").returncode, 1)

    def test_wrong_usage_is_2(self):
        for wrong in ([], ["komp"], ["compile", self.pack], ["compile", self.pack, "--document"], ["validate"],
                      ["validate", self.pack, "--strikt"], ["validate", self.pack, "--lang", "fi"],
                      ["compile", self.pack, "--document", "x", "--to", "odt", "--out", "y"]):
            self.assertEqual(run(*wrong).returncode, 2, wrong)
        self.assertIn("--strict", run("validate", self.pack, "--strikt").stderr)

    def test_missing_pack_and_document_are_errors(self):
        self.assertEqual(run("validate", self.here / "saknas").returncode, 1)
        missing = run("compile", self.pack, "--document", "arsbokslut-2024", "--to", "html", "--out", "-")
        self.assertEqual(missing.returncode, 1)
        self.assertIn("arsbokslut-2025", missing.stderr)

    def test_out_goes_through_links_and_devices_and_makes_folders(self):
        wanted = ["compile", self.pack, "--document", "arsbokslut-2025", "--to", "json", "--out"]
        target, link = self.here / "mal.json", self.here / "lank.json"
        target.write_text("gammalt")
        link.symlink_to("mal.json")
        self.assertEqual(run(*wanted, link).returncode, 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(json.loads(target.read_text())["format"], 1)
        self.assertEqual(run(*wanted, "/dev/full").returncode, 3)
        self.assertTrue(pathlib.Path("/dev/full").is_char_device())
        self.assertEqual(run(*wanted, self.here / "ny" / "mapp" / "x.json").returncode, 0)
        self.assertTrue((self.here / "ny" / "mapp" / "x.json").exists())

    def test_what_hangs_on_a_broken_file_is_not_told(self):
        with open(self.pack / "model.yaml", "a") as file:
            file.write("scales: [\n")
        checked = run("validate", self.pack)
        self.assertEqual(checked.returncode, 1)
        self.assertIn("1 fel, 0 varningar, 1 notis", checked.stderr)
        self.assertIn("inte kontrollerat", checked.stderr)

    def test_machine_failure_is_3(self):
        (self.here / "fil").write_text("")
        failed = run("compile", self.pack, "--document", "arsbokslut-2025", "--to", "html", "--out", self.here / "fil" / "x.html")
        self.assertEqual(failed.returncode, 3)

    def test_export_is_canonical_and_zip_is_the_same_pack(self):
        first, second, packed = self.here / "a", self.here / "b", self.here / "a.zip"
        self.assertEqual(run("export", self.pack, "--out", first).returncode, 0)
        self.assertEqual(run("export", self.pack, "--out", packed).returncode, 0)
        self.assertEqual(run("export", packed, "--out", second).returncode, 0)
        names = sorted(str(p.relative_to(first)) for p in first.rglob("*") if p.is_file())
        self.assertEqual(names, sorted(str(p.relative_to(second)) for p in second.rglob("*") if p.is_file()))
        for name in names:
            self.assertEqual((first / name).read_bytes(), (second / name).read_bytes(), name)
        self.assertEqual(run("export", self.pack, "--out", first).returncode, 2)

    def test_same_data_give_the_same_bytes_from_wherever_they_are_stored(self):
        exported = self.here / "annan" / "plats"
        self.assertEqual(run("export", self.pack, "--out", exported).returncode, 0)
        for form in ("html", "json"):
            both = [run("compile", pack, "--document", "arsbokslut-2025", "--to", form, "--out", "-").stdout
                    for pack in (self.pack, exported)]
            self.assertEqual(both[0], both[1])

    def test_locale_and_time_zone_change_nothing(self):
        compile_it = ["compile", self.pack, "--document", "arsbokslut-2025", "--to", "html", "--out", "-"]
        other = {**os.environ, "LC_ALL": "C", "TZ": "Asia/Tokyo"}
        self.assertEqual(run(*compile_it).stdout, run(*compile_it, env=other).stdout)

    def test_assess_and_rules_speak(self):
        assessed = run("assess", self.pack, "--occasion", "bokslut-2025")
        self.assertIn("Regelns förslag: Uppfylls", assessed.stdout)
        self.assertIn("Regeln svarar på alla fall.", run("rules", self.pack).stdout)
        self.assertEqual(run("assess", self.pack, "--occasion", "bokslut-2024").returncode, 1)

    def test_every_command_has_help_and_there_is_a_version(self):
        self.assertRegex(run("--version").stdout, r"^styrkedja \d+\.\d+\.\d+\n$")
        for command in ("new", "validate", "documents", "compile", "assess", "rules", "export", "schema"):
            shown = run(command, "--help")
            self.assertEqual(shown.returncode, 0)
            self.assertIn(command, shown.stdout)
            self.assertIn("styrkedja " + command, (ROOT / "man/styrkedja.1").read_text().replace("\\fB", "").replace("\\fR", ""))


if __name__ == "__main__":
    unittest.main(verbosity=1)
