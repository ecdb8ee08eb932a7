#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Journeys over the record of forecasts, from a pack and from a database. Usage: forecasts.py BINARY"""
import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

BINARY = sys.argv.pop(1)
PACK = pathlib.Path(__file__).resolve().parent.parent / "forecasts" / "pack"


def run(*arguments):
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=120)


class Forecasts(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.here = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def test_record_in_every_form(self):
        text = run("ledger", "forecasts", PACK)
        self.assertEqual(text.returncode, 0, text.stderr)
        self.assertIn("Tekniska nämnden", text.stdout)
        self.assertNotIn("Gata och", text.stdout.split("Projekt")[0])   # a unit is for its own people
        rows = list(csv.DictReader(io.StringIO(run("ledger", "forecasts", PACK, "--year", "2025", "--to", "csv").stdout), delimiter=";"))
        august = [row for row in rows if (row["unit"], row["version"], row["money"]) == ("tn", "prognos-aug-2025", "operation")]
        self.assertEqual([row["error"] for row in august], ["-900000"])
        record = json.loads(run("ledger", "forecasts", PACK, "--to", "json").stdout)
        self.assertEqual(record["not-frozen"], 1)
        self.assertEqual([each["months-late"] for each in record["investments"]], [13, 13, 6])
        self.assertIn("Gata och vinterväghållning", run("ledger", "forecasts", PACK, "--unit", "tn").stdout)

    def test_what_does_not_exist_is_told(self):
        unknown = run("ledger", "forecasts", PACK, "--unit", "tnn")
        self.assertEqual((unknown.returncode, unknown.stdout), (1, ""))
        self.assertIn("Menades tn?", unknown.stderr)
        self.assertIn("Menades budget?", run("ledger", "forecasts", PACK, "--budget", "bugdet").stderr)
        self.assertEqual(run("ledger", "forecasts", PACK, "--year", "förra").returncode, 1)
        self.assertEqual(run("ledger", "forecasts", PACK, "--to", "xml").returncode, 2)
        self.assertEqual(run("ledger", "forecasts", PACK, "--in", "kronor").returncode, 2)

    def test_a_frozen_forecast_stands_in_a_database(self):
        db, pack = self.here / "kommun.db", self.here / "pack"
        shutil.copytree(PACK, pack)
        self.assertEqual(run("init", "--db", db).returncode, 0)
        imported = run("import", pack, "--db", db, "--actor", "controller")
        self.assertEqual(imported.returncode, 0, imported.stderr)
        before = run("ledger", "forecasts", "--db", db)
        self.assertEqual(before.stdout, run("ledger", "forecasts", pack).stdout)
        lines = (pack / "forecasts.csv").read_text()
        (pack / "forecasts.csv").write_text(lines.replace("gata;kostnader;prognos-aug-2025;;;-7400", "gata;kostnader;prognos-aug-2025;;;-8300"))
        refused = run("import", pack, "--db", db, "--actor", "controller")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("Prognos augusti", refused.stderr)
        self.assertEqual(run("ledger", "forecasts", "--db", db).stdout, before.stdout)
        (pack / "forecasts.csv").write_text(lines.replace("bibliotek;kostnader;prognos-apr-2026;;;-7500", "bibliotek;kostnader;prognos-apr-2026;;;-5980"))
        self.assertEqual(run("import", pack, "--db", db, "--actor", "controller").returncode, 0)   # an open one may be mended


if __name__ == "__main__":
    unittest.main()
