#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Word documents over the command line, opened and saved by LibreOffice: headings, tables, fields, footnotes, tracked
changes and language are still there, and the pages are as many as they say. Skipped where LibreOffice isn't.
Usage: docx.py BINARY"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
import zipfile

BINARY = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def run(*arguments):
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=120)


def compile_to(path, pack, document, *more):
    return run("compile", ROOT / "examples" / pack, "--document", document, "--to", "docx", "--out", path, *more)


class Word:
    """What a reader finds in a Word document."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.names = package.namelist()
            self.body = ET.fromstring(package.read("word/document.xml"))
            self.styles = ET.fromstring(package.read("word/styles.xml"))
            self.notes = ET.fromstring(package.read("word/footnotes.xml")) if "word/footnotes.xml" in self.names else None
            self.feet = [package.read(name).decode() for name in self.names if name.startswith("word/footer")]
        self.level = {}
        based = {}
        for style in self.styles.iter(W + "style"):
            outline = style.find(f"{W}pPr/{W}outlineLvl")
            if outline is not None and int(outline.get(W + "val")) < 9:
                self.level[style.get(W + "styleId")] = int(outline.get(W + "val"))
            parent = style.find(W + "basedOn")
            if parent is not None:
                based[style.get(W + "styleId")] = parent.get(W + "val")
        for style in based:
            at = style
            while at in based and at not in self.level:
                at = based[at]
            if at in self.level:
                self.level[style] = self.level[at]

    @staticmethod
    def text(node):
        parts = []
        for each in node.iter():
            if each.tag == W + "t":
                parts.append(each.text or "")
            elif each.tag == W + "noBreakHyphen":
                parts.append("-")
        return "".join(parts).replace("\u2011", "-")

    def headings(self):
        found = []
        for paragraph in self.body.iter(W + "p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            if style is not None and style.get(W + "val") in self.level and self.text(paragraph).strip():
                found.append((self.level[style.get(W + "val")], self.text(paragraph).strip()))
        return found

    def tables(self):
        return [[[self.text(cell) for cell in row.findall(W + "tc")] for row in table.iter(W + "tr")]
                for table in self.body.iter(W + "tbl")]

    def head_rows(self):
        return len(list(self.body.iter(W + "tblHeader")))

    def fields(self):
        whole = " ".join(node.text or "" for node in self.body.iter(W + "instrText"))
        return {name: len(re.findall(rf"\b{name}\b", whole)) for name in ("TOC", "PAGEREF", "SEQ")}

    def footnotes(self):
        return len(list(self.body.iter(W + "footnoteReference")))

    def landscapes(self):
        return sum(1 for size in self.body.iter(W + "pgSz") if size.get(W + "orient") == "landscape")


DOCUMENTS = [("kalmar-2016", "uppfoljning-april-2016"), ("sodertalje-2012", "arsbokslut-2012"),
             ("sodertalje-2024", "verksamhetsplan-2024"), ("stockholm-2015", "verksamhetsberattelse-2015")]


class Journeys(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.here = pathlib.Path(cls.folder.name)
        for pack, document in DOCUMENTS:
            made = compile_to(cls.here / f"{document}.docx", pack, document)
            assert made.returncode == 0, made.stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def office(self, to, out):
        """All documents through LibreOffice, with a profile of its own."""
        if not OFFICE:
            self.skipTest("LibreOffice isn't here")
        files = [str(self.here / f"{document}.docx") for _, document in DOCUMENTS]
        subprocess.run([OFFICE, f"-env:UserInstallation=file://{self.here}/profile", "--headless", "--convert-to", to,
                        "--outdir", str(out), *files], check=True, capture_output=True, timeout=300)

    def test_what_is_written_survives_opening_and_saving(self):
        out = self.here / "saved"
        self.office("docx:MS Word 2007 XML", out)
        for _, document in DOCUMENTS:
            with self.subTest(document):
                before, after = Word(self.here / f"{document}.docx"), Word(out / f"{document}.docx")
                self.assertEqual(before.headings(), after.headings())
                self.assertEqual(before.tables(), after.tables())
                self.assertEqual(before.head_rows(), after.head_rows())
                self.assertEqual(before.footnotes(), after.footnotes())
                self.assertGreaterEqual(after.landscapes(), before.landscapes())
                fields = before.fields()
                self.assertEqual(fields["SEQ"], after.fields()["SEQ"])
                self.assertEqual(fields["TOC"], after.fields()["TOC"])
                self.assertTrue(any("NUMPAGES" in foot and "PAGE" in foot for foot in after.feet))

    def test_pages_carry_the_words(self):
        if not shutil.which("pdftotext"):
            self.skipTest("pdftotext isn't here")
        out = self.here / "pages"
        self.office("pdf", out)
        for _, document in DOCUMENTS:
            with self.subTest(document):
                pages = subprocess.run(["pdftotext", "-layout", out / f"{document}.pdf", "-"], check=True,
                                       capture_output=True, text=True).stdout.split("\f")[:-1]
                for number, page in enumerate(pages, 1):
                    self.assertIn(f"{number} ({len(pages)})", re.sub(r"\s+", " ", page))
                flat = re.sub(r"\s+", "", "".join(pages))
                for _, heading in Word(self.here / f"{document}.docx").headings():
                    self.assertIn(re.sub(r"\s+", "", heading)[:30], flat)

    def test_the_same_bytes_twice(self):
        again = self.here / "again.docx"
        compile_to(again, *DOCUMENTS[0])
        self.assertEqual(again.read_bytes(), (self.here / f"{DOCUMENTS[0][1]}.docx").read_bytes())

    def test_the_municipalitys_template(self):
        own = self.here / "mall.docx"
        out = self.here / "egen.docx"
        shutil.copy(self.here / f"{DOCUMENTS[1][1]}.docx", own)
        made = compile_to(out, *DOCUMENTS[0], "--template", own)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertTrue(out.exists())
        own.write_text("inte en zip")
        refused = compile_to(self.here / "nej.docx", *DOCUMENTS[0], "--template", own)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("mall.docx", refused.stderr)
        self.assertIn("Spara som", refused.stderr)
        self.assertFalse((self.here / "nej.docx").exists())
        missing = compile_to(self.here / "nej.docx", *DOCUMENTS[0], "--template", self.here / "finns-inte.docx")
        self.assertEqual(missing.returncode, 1)


if __name__ == "__main__":
    unittest.main()
