#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Budgets and forecasts entered in sheets, filled in and saved by another program, read again; a profile proposed. Usage: entry.py BINARY"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

BINARY = sys.argv.pop(1)
OFFICE = shutil.which("libreoffice") or shutil.which("soffice")

PACK = {
    "pack.yaml": "pack:\n  municipality: exempelby\n  years: ['2025..2027']\n  name: Exempelby kommun\n  format: 1\n  amounts: tkr\n",
    "organisation.yaml": "unit-kinds:\n  - {id: namnd, name: Nämnd, role: committee}\n  - {id: enhet, name: Enhet, role: unit}\n"
                         "units:\n  - {id: kok-namnd, name: Köksnämnden, kind: namnd}\n"
                         "  - {id: '0114', name: Centralköket, kind: enhet, parent: kok-namnd}\n"
                         "  - {id: '0115', name: Skolköket, kind: enhet, parent: kok-namnd}\n",
    "economy.yaml": "accounts:\n  - {id: intakter, name: Intäkter, kind: income, order: 1}\n  - {id: mat, name: Livsmedel, kind: cost, order: 2}\n"
                    "services:\n  - {id: '0070', name: Skolmat}\n"
                    "versions:\n  - {id: outcome, name: Utfall, kind: outcome}\n  - {id: budget, name: Budget, kind: budget}\n"
                    "  - {id: budget-2027, name: Internbudget, kind: budget}\n"
                    "  - {id: prognos-1, name: Prognos april, kind: forecast, occasion: april}\n"
                    "occasions:\n  - {id: april, name: April, period: 2026-01..2026-04}\n"
                    "forecast-causes:\n  - {id: volym, name: Fler portioner, role: volume}\n  - {id: pris, name: Dyrare mat, role: price}\n",
    "economy/facts.csv": "unit;account;service;outcome@2025;budget@2026;outcome@2026;prognos-1@2026\n0114;intakter;;1 200;1 300;400;\n0114;mat;0070;-900,5;-950;-310;\n0115;mat;;-100;-110;;-105\n",
}


def run(*arguments):
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, timeout=120)


def filled(source, target, cells):
    """The workbook with other values in some cells: {"K6": number, "L6": text, "M6": None}."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            data = old.read(item)
            if item == "xl/worksheets/sheet1.xml":
                text = data.decode()
                for name, value in cells.items():
                    pattern = re.compile(r'<c r="%s"( s="\d+")([^>]*?)(/>|>.*?</c>)' % name)
                    assert pattern.search(text), name
                    if value is None:
                        inside = r'<c r="%s"\1/>' % name
                    elif isinstance(value, str):
                        inside = r'<c r="%s"\1 t="inlineStr"><is><t>%s</t></is></c>' % (name, value)
                    else:
                        inside = r'<c r="%s"\1><v>%s</v></c>' % (name, value)
                    text = pattern.sub(inside, text, count=1)
                data = text.encode()
            new.writestr(item, data)


def rows_of(path):
    """The first sheet's row numbers by unit and account."""
    with zipfile.ZipFile(path) as book:
        texts = re.findall(r"<si><t[^>]*>(.*?)</t></si>", book.read("xl/sharedStrings.xml").decode())
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    found = {}
    for number, cells in re.findall(r'<row r="(\d+)"[^>]*>(.*?)</row>', sheet):
        keys = [texts[int(v)] for v in re.findall(r'<c r="[AC]\d+" s="\d+" t="s"><v>(\d+)</v>', cells)]
        if len(keys) == 2:
            found[tuple(keys)] = int(number)
    return found


class Entry(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for name, text in PACK.items():
            path = self.folder / "pack" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.db = self.folder / "st.db"
        self.ok("init", "--db", self.db)
        self.ok("import", self.folder / "pack", "--db", self.db)

    def ok(self, *arguments):
        done = run(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr.decode() + done.stdout.decode())
        return done.stdout.decode()

    def through_office(self, path):
        """Opened and saved by another program: as .ods, and back."""
        if not OFFICE:
            return path
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        for form, out in (("ods", self.folder / "ods"), ("xlsx", self.folder / "back")):
            subprocess.run([OFFICE, profile, "--headless", "--convert-to", form, "--outdir", out, path], check=True, capture_output=True, timeout=180)
            path = out / (path.stem + "." + form)
        return path

    def entry(self, *more):
        out = self.folder / "blad.xlsx"
        self.ok("ledger", "entry", "--db", self.db, "--unit", "kok-namnd", "--out", out, *more)
        return out

    def test_what_nobody_filled_in_changes_nothing(self):
        for more in (("--what", "budget", "--version", "budget", "--year", "2026"),
                     ("--what", "forecast", "--version", "prognos-1")):
            sheet = self.entry(*more)
            self.assertIn("Det finns inget att göra", self.ok("ledger", "entry-import", self.through_office(sheet), "--db", self.db))

    def test_a_budget_by_month_survives_another_program(self):
        sheet = self.entry("--what", "budget", "--version", "budget-2027", "--year", "2027", "--by", "month")
        rows = rows_of(sheet)
        self.assertEqual(set(rows), {("Enhet", "Konto"), ("0114", "intakter"), ("0114", "mat"), ("0115", "mat")})
        at = rows[("0114", "mat")]
        new = max(rows.values()) + 1
        full = self.folder / "fyllt.xlsx"
        filled(sheet, full, {f"J{at}": -80, f"K{at}": -75.5, f"U{at}": 0, f"A{new}": "0115", f"C{new}": "intakter", f"J{new}": 12.34567})
        told = self.ok("ledger", "entry-import", self.through_office(full), "--db", self.db, "--dry-run")
        for part in ("0114/mat/0070///budget-2027/2027-01", "belopp: −80", "belopp: −75,5", "belopp: 12,34567", "2027-12", "0115/intakter////budget-2027/2027-01", "4 nya"):
            self.assertIn(part, told)
        self.ok("ledger", "entry-import", self.through_office(full), "--db", self.db, "--actor", "controller", "--reason", "internbudget")
        self.assertIn("Det finns inget att göra", self.ok("ledger", "entry-import", full, "--db", self.db))
        # Emptied again: the fact is gone.
        again = self.entry("--what", "budget", "--version", "budget-2027")
        filled(again, full, {f"J{rows_of(again)[('0114', 'mat')]}": None, f"K{rows_of(again)[('0114', 'mat')]}": -76})
        self.assertIn("1 ändrad, 1 borttagen", self.ok("ledger", "entry-import", self.through_office(full), "--db", self.db))

    def test_a_forecast_has_its_cause_and_comment(self):
        sheet = self.entry("--what", "forecast", "--version", "prognos-1")
        at = rows_of(sheet)[("0114", "mat")]
        full = self.folder / "fyllt.xlsx"
        filled(sheet, full, {f"K{at}": -1010, f"L{at}": "Dyrare mat", f"M{at}": "Mjölk &amp; bröd"})
        told = self.ok("ledger", "entry-import", self.through_office(full), "--db", self.db, "--dry-run")
        for part in ("−1\u00a0010", "pris", "Mjölk & bröd", "1 ny"):
            self.assertIn(part, told)
        filled(sheet, full, {f"K{at}": -1010, f"L{at}": "Dyrare mt"})
        refused = run("ledger", "entry-import", full, "--db", self.db)
        self.assertEqual(refused.returncode, 1)
        self.assertIn(f"fyllt.xlsx, Prognos!L{at}: fel: Orsaken ”Dyrare mt” finns inte. Menar du ”Dyrare mat”?", refused.stderr.decode())

    def test_a_forecast_that_was_typed_as_a_fact_becomes_a_line(self):
        sheet = self.entry("--what", "forecast", "--version", "prognos-1")
        full = self.folder / "fyllt.xlsx"
        filled(sheet, full, {f"K{rows_of(sheet)[('0115', 'mat')]}": -107})
        told = self.ok("ledger", "entry-import", full, "--db", self.db, "--dry-run")
        self.assertIn("− 0115/mat////prognos-1/2026", told.replace("- 0115", "− 0115"))
        self.assertIn("+ 0115/mat/prognos-1", told)

    def test_what_others_changed_since_is_not_overwritten(self):
        sheets = []
        for name, value in (("en", -960), ("annan", -970)):
            sheet = self.entry("--what", "budget", "--version", "budget", "--year", "2026")
            full = self.folder / f"{name}.xlsx"
            filled(sheet, full, {f"J{rows_of(sheet)[('0114', 'mat')]}": value})
            sheets.append(full)
        self.ok("ledger", "entry-import", sheets[0], "--db", self.db)
        refused = run("ledger", "entry-import", sheets[1], "--db", self.db)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("bladet säger ”-970”, nu står det ”-960”", refused.stderr.decode())
        self.assertIn("inget att göra", self.ok("ledger", "entry-import", sheets[1], "--db", self.db, "--keep"))

    def test_wishes_that_cant_be_met_are_said(self):
        out = self.folder / "x.xlsx"
        for said, more in (
                ("Det finns ingen version som heter ”budgett”. Menar du ”budget”?", ("--what", "budget", "--version", "budgett", "--unit", "kok-namnd")),
                ("går inte att fylla i så", ("--what", "budget", "--version", "outcome", "--unit", "kok-namnd")),
                ("Det finns ingen enhet som heter ”kok”", ("--what", "budget", "--version", "budget", "--unit", "kok")),
                ("Det framgår inte vilket år", ("--what", "budget", "--version", "budget-2027", "--unit", "kok-namnd")),
                ("De skulle räknas två gånger", ("--what", "budget", "--version", "budget", "--unit", "kok-namnd", "--by", "month"))):
            refused = run("ledger", "entry", "--db", self.db, "--out", out, *more)
            self.assertEqual(refused.returncode, 1, said)
            self.assertIn(said, refused.stderr.decode())
        refused = run("ledger", "entry", "--db", self.db, "--out", out, "--what", "plan", "--version", "budget", "--unit", "kok-namnd")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("--what kan vara budget|forecast, inte ”plan”", refused.stderr.decode())
        self.assertFalse(out.exists())

    def test_a_sheet_of_another_municipality_is_refused(self):
        sheet = self.entry("--what", "budget", "--version", "budget", "--year", "2026")
        pack = self.folder / "pack" / "pack.yaml"
        pack.write_text(pack.read_text().replace("exempelby", "grannby"))
        other = self.folder / "other.db"
        self.ok("init", "--db", other)
        self.ok("import", self.folder / "pack", "--db", other)
        refused = run("ledger", "entry-import", sheet, "--db", other)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("Bladet är en annan kommuns", refused.stderr.decode())

    def test_a_profile_is_proposed_that_can_be_pasted_into_the_pack(self):
        export = self.folder / "utdrag.csv"
        export.write_bytes("Utdrag, tkr\r\nAnsvar;Konto;Kontotext;Period;Utfall;Övrigt: a='b'\r\n0114;3011;Avgifter;202601;-5;x: #y\r\n".encode("cp1252"))
        profile = self.folder / "pack" / "profil.yaml"
        self.ok("ledger", "propose", export, "--out", profile)
        text = profile.read_text()
        for part in ("- 'Ansvar=responsibility'", "in: tkr", "sign: debit", "lengths: ['responsibility=4']", "FÖRSTÅS INTE"):
            self.assertIn(part, text)
        self.ok("validate", self.folder / "pack")

    def test_another_workbook_is_refused(self):
        path = self.folder / "x.xlsx"
        self.ok("compile", *self.some_document(), "--out", path)
        refused = run("ledger", "entry-import", path, "--db", self.db)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("Filen är inte ett blad att fylla i", refused.stderr.decode())

    @staticmethod
    def some_document():
        pack = pathlib.Path(__file__).resolve().parent.parent.parent / "examples" / "sodertalje-2012"
        document = run("documents", pack).stdout.decode().split("\t")[0]
        return pack, "--document", document, "--to", "xlsx"


if __name__ == "__main__":
    unittest.main()
