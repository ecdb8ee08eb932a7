#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Workbooks, CSV files and zips of every example document, read back by other programs. Usage: sheets.py BINARY"""
import csv
import hashlib
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile
from decimal import Decimal

BINARY = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
OFFICE = shutil.which("libreoffice") or shutil.which("soffice")


def run(*arguments):
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, timeout=120)


def documents():
    for pack in sorted((ROOT / "examples").iterdir()):
        if (pack / "pack.yaml").exists():
            for line in run("documents", pack).stdout.decode().splitlines():
                yield pack, line.split("\t")[0]


def compiled(pack, document, form, *more):
    made = run("compile", pack, "--document", document, "--to", form, "--out", "-", *more)
    assert made.returncode == 0, made.stderr.decode()
    return made.stdout


def numbered(text):
    """A printed number, or None."""
    plain = text.replace("\u00a0", "").replace("\u2212", "-").replace(",", ".").replace("%", "").strip()
    return Decimal(plain) if re.fullmatch(r"[+-]?\d+(\.\d+)?", plain) else None


class Workbook:
    """Sheets as {name: {cell: (formula, text or number)}}, in order."""

    def __init__(self, data):
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        for name in self.zip.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                ElementTree.fromstring(self.zip.read(name))
        self.strings = ["".join(t.text or "" for t in si.iter("{%s}t" % NS["m"])) for si in self.root("xl/sharedStrings.xml")]
        self.sheets = {}
        for i, sheet in enumerate(self.root("xl/workbook.xml").find("m:sheets", NS), 1):
            self.sheets[sheet.get("name")] = self.cells(f"xl/worksheets/sheet{i}.xml")

    def root(self, name):
        return ElementTree.fromstring(self.zip.read(name))

    def cells(self, name):
        cells = {}
        for cell in self.root(name).iter("{%s}c" % NS["m"]):
            value, formula = cell.find("m:v", NS), cell.find("m:f", NS)
            if value is None:
                continue
            text = self.strings[int(value.text)] if cell.get("t") == "s" else value.text
            if cell.get("t") == "str":
                text = value.text
            cells[cell.get("r")] = (formula.text if formula is not None else None, text, cell.get("t") == "s")
        return cells


def without_cached_values(data):
    """The same workbook, so that whoever opens it has to calculate."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", old.read(name)))
    return out.getvalue()


def evaluated(formula, cells):
    """SUM(B5:B7,B9) and C6-B6, exactly."""
    def value(cell):
        found = cells.get(cell)
        return Decimal(found[1]) if found and not found[2] else None
    difference = re.fullmatch(r"([A-Z]+\d+)-([A-Z]+\d+)", formula)
    if difference:
        return value(difference[1]) - value(difference[2])
    total = Decimal(0)
    for part in re.fullmatch(r"SUM\((.*)\)", formula)[1].split(","):
        first, _, last = part.partition(":")
        column = re.match("[A-Z]+", first)[0]
        for row in range(int(first[len(column):]), int((last or first)[len(column):]) + 1):
            total += value(f"{column}{row}") or 0
    return total


class Sheets(unittest.TestCase):
    def test_numbers_are_the_documents_figures(self):
        for pack, document in documents():
            book = Workbook(compiled(pack, document, "xlsx"))
            paper = json.loads(compiled(pack, document, "json"))
            names = list(book.sheets)
            self.assertEqual(names[0], "Innehåll")
            self.assertEqual(names[-1], "Data")
            self.assertGreaterEqual(len(names), len(paper["tables"]) + 2)
            for name in names:
                self.assertLessEqual(len(name.encode("utf-16-le")) // 2, 31)
            figures = 0
            for name, table in zip(names[1:], paper["tables"]):
                on_sheet = {Decimal(text) for _, text, is_text in book.sheets[name].values() if not is_text}
                for row in table["rows"]:
                    for cell in row["cells"]:
                        wanted = numbered(cell["published"]) if "published" in cell else cell["value"]
                        if wanted is None or numbered(cell["shown"]) is None:
                            continue
                        figures += 1
                        self.assertIn(Decimal(wanted), on_sheet, f"{document} {table['id']} {row['id']}")
            self.assertGreater(figures, 5, document)

    def test_cached_values_of_formulas_are_exact(self):
        formulas = 0
        for pack, document in documents():
            for name, cells in Workbook(compiled(pack, document, "xlsx")).sheets.items():
                for cell, (formula, text, _) in cells.items():
                    if formula:
                        formulas += 1
                        self.assertEqual(evaluated(formula, cells), Decimal(text), f"{document} {name} {cell} {formula}")
        self.assertGreater(formulas, 100)

    @unittest.skipUnless(OFFICE, "LibreOffice is not installed")
    def test_libreoffice_calculates_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            here = pathlib.Path(folder)
            books = {}
            for pack, document in documents():
                books[document] = compiled(pack, document, "xlsx")
                (here / f"{document}.xlsx").write_bytes(without_cached_values(books[document]))
            subprocess.run([OFFICE, f"-env:UserInstallation={(here / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx",
                            "--outdir", here / "out", *[here / f"{each}.xlsx" for each in books]],
                           check=True, capture_output=True, timeout=240)
            checked = 0
            for document, data in books.items():
                ours, theirs = Workbook(data), Workbook((here / "out" / f"{document}.xlsx").read_bytes())
                self.assertEqual(list(ours.sheets), list(theirs.sheets))
                for name, cells in ours.sheets.items():
                    for cell, (formula, text, _) in cells.items():
                        if formula:
                            checked += 1
                            self.assertAlmostEqual(float(theirs.sheets[name][cell][1]), float(text), 6, f"{document} {name} {cell}")
            self.assertGreater(checked, 100)

    def test_csv_files_say_what_the_tables_say(self):
        for pack, document in documents():
            paper = json.loads(compiled(pack, document, "json"))
            files = zipfile.ZipFile(io.BytesIO(compiled(pack, document, "csv")))
            listed = list(csv.DictReader(io.StringIO(files.read("innehall.csv").decode("utf-8-sig")), delimiter=";"))
            self.assertEqual([each["Fil"] for each in listed] + ["innehall.csv", "data.csv"],
                             sorted(files.namelist(), key=lambda n: (not n[0].isdigit(), n != "innehall.csv")))
            for each, table in zip(listed, paper["tables"]):
                rows = list(csv.reader(io.StringIO(files.read(each["Fil"]).decode("utf-8-sig")), delimiter=";"))
                self.assertEqual(len(rows), len(table["rows"]) + 1)
                self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            for name in files.namelist():
                for row in csv.reader(io.StringIO(files.read(name).decode("utf-8-sig")), delimiter=";"):
                    for field in row:
                        self.assertFalse(re.match(r"[=+@\t\r]", field), field)
                        self.assertFalse(re.match(r"-[^\d]", field), field)

    def test_the_manifest_of_all_formats_is_true(self):
        pack, document = next(documents())
        data = compiled(pack, document, "zip")
        self.assertEqual(data, compiled(pack, document, "zip"), "same input, same bytes")
        files = zipfile.ZipFile(io.BytesIO(data))
        manifest = json.loads(files.read("manifest.json"))
        self.assertEqual(manifest["document"], document)
        self.assertEqual(sorted(each["name"] for each in manifest["files"]) , sorted(set(files.namelist()) - {"manifest.json"}))
        for each in manifest["files"]:
            content = files.read(each["name"])
            self.assertEqual(each["bytes"], len(content))
            self.assertEqual(each["sha256"], hashlib.sha256(content).hexdigest())
        for form in ("html", "json", "pdf", "xlsx"):
            self.assertEqual(files.read(f"{document}.{form}"), compiled(pack, document, form), form)
        self.assertEqual({info.date_time for info in files.infolist()}, {(1980, 1, 1, 0, 0, 0)})

    def test_the_date_comes_from_the_data_or_from_the_command(self):
        pack, undated = ROOT / "examples" / "stockholm-2015", "verksamhetsberattelse-2015"
        self.assertNotIn("date", json.loads(compiled(pack, undated, "json")))
        given = json.loads(compiled(pack, undated, "json", "--date", "2016-02-10"))
        self.assertEqual(given["date"], "2016-02-10")
        core = zipfile.ZipFile(io.BytesIO(compiled(pack, undated, "xlsx", "--date", "2016-02-10"))).read("docProps/core.xml")
        self.assertIn(b"2016-02-10T00:00:00Z", core)
        dated = json.loads(compiled(ROOT / "examples" / "kalmar-2016", "uppfoljning-april-2016", "json", "--date", "2011-01-01"))
        self.assertEqual(dated["date"], "2016-05-17")
        self.assertEqual(run("compile", pack, "--document", undated, "--to", "json", "--out", "-", "--date", "igår").returncode, 2)


if __name__ == "__main__":
    unittest.main()
