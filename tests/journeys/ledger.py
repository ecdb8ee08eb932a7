#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Journeys of a controller with the ledger's files: taken in, again, later, in parts, as of an earlier day, taken back,
followed to vouchers, proved, copied, and killed midway, by the real program on SQLite and on a PostgreSQL of their own.
Usage: ledger.py BINARY"""
import csv
import io
import json
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/support"))
import postgres  # noqa: E402

BINARY = sys.argv.pop(1)

LEDGER = """
ledger-profiles:
  - {id: sie, name: SIE ur ekonomisystemet, ledger: huvudbok, outcome: outcome, budget: budget, dimensions: "1=responsibility | 6=project"}
voucher-rights:
  - {id: ratt-a, person: Ekonomen, unit: avdelning-a, accounts: "40* 5*", decision: Delegationsordningen}
"""
# The follow-up table of a committee: budget, what was booked, what is left, the share, the forecast and its variance.
FOLLOW_UP = """
occasions:
  - {id: april, name: April, period: 2026-01..2026-02}
documents:
  - {id: uppfoljning, template: mall-uppfoljning, title: Ekonomisk uppföljning, unit: namnden, occasion: april, state: draft, version: "0.1", amounts: tkr}
versions:
  - {id: prognos, name: Prognos, kind: forecast, occasion: april}
templates:
  - id: mall-uppfoljning
    name: Uppföljning
    tables:
      - id: ansvar
        caption: Nettokostnad per ansvar
        stub: Ansvar
        unit: kr
        sign-rule: kostnader är plus; avvikelse = budget − prognos
        decimals: 2
        columns:
          - {id: arsbudget, label: Årsbudget, value: budget, sign: reversed}
          - {id: redovisat, label: Redovisat, value: outcome, sign: reversed}
          - {id: aterstar, label: Återstår, value: redovisat - arsbudget}
          - {id: andel, label: Förbrukat, value: redovisat / arsbudget, unit: "%", decimals: 1}
          - {id: helar, label: Prognos, value: prognos, sign: reversed}
          - {id: avvikelse, label: Avvikelse, value: helar - arsbudget, plus: ja, principal: ja}
        rows:
          - {each: units, unit: namnden}
          - {id: summa, row: total, label: Summa}
    blocks:
      - block: section
        id: ekonomi
        heading: Ekonomi
        blocks:
          - {block: table, table: ansvar}
"""
PLANNED = """unit;account;budget@2026;prognos@2026
avdelning-a;kostnader;-5000;-5100
avdelning-b;kostnader;-3000;-2900
"""
ACCOUNTS = """id;name;parent;kind;code;order
intakter;Intäkter;;income;3;1
kostnader;Kostnader;;cost;4;2
lokaler;Lokaler;;cost;5;3
tillgangar;Tillgångar;;asset;1;4
"""


def run(*arguments, **options):
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=300, **options)


def amount(ore):
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def sie(months, each=3, ore=10_000, year=2026, through=None, generated="20260501", series="A"):
    """SIE 4E: so many vouchers a month, of two units, each with a text of its own."""
    lines = ["#FLAGGA 0", "#PROGRAM \"Ekonomi\" 1.0", "#FORMAT PC8", f"#GEN {generated}", "#SIETYP 4", "#FNAMN \"Kommunen\"",
             f"#RAR 0 {year}0101 {year}1231", f"#OMFATTN {through or f'{year}{months[-1]:02d}28'}", "#KONTO 1930 Bank", "#KONTO 4010 Varor",
             "#DIM 1 Ansvar", "#OBJEKT 1 \"1100\" \"Avdelning A\"", "#OBJEKT 1 \"1200\" \"Avdelning B\"", "#UB 0 1930 0.00"]
    number = 0
    for month in months:
        for i in range(each):
            number += 1
            unit = ("1100", "1200")[i % 2]
            lines += [f"#VER {series} {number} {year}{month:02d}15 \"Faktura {number}\"", "{",
                      f"#TRANS 4010 {{1 \"{unit}\"}} {amount(ore)} {year}{month:02d}15 \"Till Berit {number}\"", f"#TRANS 1930 {{}} {amount(-ore)}", "}"]
    return "\r\n".join(lines).encode("cp437") + b"\r\n"


def secrets(months):
    """The same with what nobody may see without a right: texts, who signed, and with whom."""
    text = sie(months).replace(b"#DIM 1 Ansvar", b"#DIM 1 Ansvar\r\n#DIM 20 Motpart\r\n#OBJEKT 20 \"PNR-7712\" \"Namnet Hemlin\"")
    text = text.replace(b'{1 "1100"}', b'{1 "1100" 20 "PNR-7712"}').replace(b'{1 "1200"}', b'{1 "1200" 20 "9"}')
    return text.replace(b'15 "Faktura', b'15 "Hemligtext Faktura')


SECRETS = ("Berit", "Hemlig", "Hemlin", "PNR-7712")


def unpacked(name, content):
    """All that a file says, whatever it is packed in."""
    if content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            for each in book.namelist():
                yield from unpacked(name + "/" + each, book.read(each))
    elif content[:5] == b"%PDF-" and shutil.which("pdftotext"):
        yield name, subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout
    else:
        yield name, content


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
    def made(self):
        place = self.new_place()
        self.done("init", "--db", place)
        pack = self.here / "kommun"
        if not pack.exists():
            self.done("new", pack, "--name", "Ådalens kommun")
            (pack / "ledger.yaml").write_text(LEDGER)
            (pack / "accounts.csv").write_text(ACCOUNTS)
            for each in (pack / "economy").glob("*.csv"):
                each.unlink()
        self.done("import", pack, "--db", place, "--actor", "Controllern")
        return place

    def file(self, name, content):
        path = self.here / name
        path.write_bytes(content)
        return path

    def taken(self, place, path, *more):
        return self.done("ledger", "import", path, "--db", place, "--actor", "Controllern", *more).stdout

    def batches(self, place, *more):
        rows = json.loads(self.done("ledger", "batches", "--db", place, "--format", "json", *more).stdout)
        return sorted((row["months"], row["vouchers"], row["figure"]) for row in rows)

    def sums(self, place, *more):
        table = csv.reader(io.StringIO(self.done("ledger", "balance", "--db", place, "--to", "csv", *more).stdout), delimiter=";")
        return {tuple(row[:-1]): row[-1] for row in table}

    def cost(self, place, *more):
        return self.sums(place, *more).get(("4010",))

    def whole(self, place):
        text = self.done("log", "verify", "--db", place).stdout
        return text

    def test_a_file_is_taken_in_once_and_a_later_one_takes_its_place(self):
        place = self.made()
        january = self.file("jan.se", sie([1, 2, 3]))
        self.assertIn("9 verifikat, 18 rader", self.taken(place, january))
        self.assertEqual(self.batches(place), [("2026-01..2026-03", 9, "actual")])
        self.assertEqual(self.cost(place), "900.00")
        self.assertIn("inget att göra", self.taken(place, january))
        later = self.file("april.se", sie([1, 2, 3, 4], ore=20_000))
        shown = self.done("ledger", "import", later, "--db", place, "--dry-run").stdout
        self.assertIn("Skulle upphöra: huvudbok-2026-01-03-", shown)
        self.assertIn("Inget har skrivits", shown)
        self.assertEqual(self.cost(place), "900.00")
        self.taken(place, later)
        self.assertEqual(self.batches(place), [("2026-01..2026-04", 12, "actual")])
        self.assertEqual(self.cost(place), "2400.00")
        self.assertEqual(self.sums(place, "--by", "account,unit,month")[("4010", "1100", "202604")], "400.00")
        self.whole(place)

    def test_the_balance_of_the_file_and_of_the_database_are_the_same(self):
        place = self.made()
        path = self.file("x.se", sie([1, 2], each=5))
        self.taken(place, path)
        for by in ("account", "account,unit", "unit,month", "account,unit,month"):
            from_file = run("ledger", "balance", path, "--by", by, "--to", "csv")
            self.assertEqual(from_file.stdout, self.done("ledger", "balance", "--db", place, "--by", by, "--to", "csv").stdout, from_file.stderr)

    def test_what_was_taken_in_can_be_written_out_again(self):
        place = self.made()
        self.taken(place, self.file("x.se", sie([1, 2])))
        rows = list(csv.reader(io.StringIO(self.done("ledger", "export", "--db", place, "--to", "csv", "--out", "-").stdout), delimiter=";"))
        self.assertEqual(rows[0], ["figure", "month", "account", "responsibility", "project", "amount"][:len(rows[0]) - 1] + ["amount"])
        self.assertEqual(sum(float(row[-1]) for row in rows[1:] if row[2] == "4010"), 600)
        self.assertNotIn("Berit", str(rows))
        self.done("ledger", "export", "--db", place, "--to", "xlsx", "--out", self.here / "x.xlsx")
        self.done("ledger", "export", "--db", place, "--to", "sie4", "--out", self.here / "out.se")
        lines = (self.here / "out.se").read_bytes().split(b"\r\n")
        self.assertIn(b"#RES 0 4010 600.00", lines)
        self.assertEqual([each for each in lines if each.startswith(b"#DIM") and not each.split()[1].isdigit()], [])
        by = ["--by", "account,unit,month", "--to", "csv"]
        again = self.done("ledger", "balance", self.here / "out.se", *by)
        self.assertNotIn("varning:", again.stderr)
        self.assertEqual(again.stdout, self.done("ledger", "balance", "--db", place, *by).stdout)

    def test_codes_that_are_nobodys_are_told_and_taken_in(self):
        place = self.made()
        told = self.done("ledger", "import", self.file("x.se", sie([1]).replace(b'"1200"', b'"1299"')), "--db", place).stderr
        self.assertNotIn("i ingen summa", told)   # the amounts lie beside the log while the command is decided
        self.assertIn("”1299” (responsibility) är ingens. Antal rader 1, debet 100,00", told)
        self.assertEqual(self.cost(place), "300.00")

    def test_months_are_replaced_and_taking_back_brings_the_others_again(self):
        place = self.made()
        self.taken(place, self.file("a.se", sie([1, 2, 3, 4, 5, 6], each=1)))
        first = self.head(place)
        self.taken(place, self.file("b.se", sie([1, 2, 3, 4], each=1, ore=100)), "--months", "2026-02..2026-03")
        second = self.head(place)
        self.assertEqual([each[0] for each in self.batches(place)], ["2026-01", "2026-02..2026-03", "2026-04..2026-06"])
        self.assertEqual(self.cost(place), "402.00")
        self.assertEqual(self.cost(place, "--as-of", first), "600.00")
        self.done("log", "take-back", second, "--db", place, "--actor", "Controllern")
        self.assertEqual(self.batches(place), [("2026-01..2026-06", 6, "actual")])
        self.assertEqual(self.cost(place), "600.00")
        self.assertEqual(self.cost(place, "--as-of", second), "402.00")
        self.whole(place)

    def head(self, place):
        return json.loads(self.done("log", "show", "--db", place, "--format", "json", "--limit", "1").stdout.splitlines()[-1])["version"]

    def test_parts_stand_beside_each_other(self):
        place = self.made()
        self.taken(place, self.file("a.se", sie([1], each=1)), "--part", "skola")
        same = self.file("same.se", sie([1], each=2, ore=500))
        for dry in ([], ["--dry-run"]):
            told = self.fails(1, "ledger", "import", same, "--db", place, "--part", "omsorg", *dry).stderr
            self.assertIn("Verifikatet A 1 (2026) är redan infört i delen ”skola”", told)
            self.assertNotIn("A 2", told)
        self.assertEqual(self.bundles(place), 1)
        self.taken(place, self.file("b.se", sie([1], each=1, ore=500, series="B")), "--part", "omsorg")
        self.assertEqual(self.cost(place), "105.00")
        self.assertIn("--part", self.whole_then_part(place))

    def test_a_voucher_that_stands_twice_in_a_file_is_told_with_both_lines(self):
        place = self.made()
        told = self.fails(1, "ledger", "import", self.file("twice.se", sie([1], each=2).replace(b"#VER A 2 ", b"#VER A 1 ")), "--db", place).stderr
        self.assertIn("Verifikatet A 1 (2026) står två gånger i filen: på rad 15 och på rad 20", told)
        self.assertEqual(self.batches(place), [])

    def whole_then_part(self, place):
        self.taken(place, self.file("c.se", sie([1], each=2)))
        self.assertEqual(self.cost(place), "200.00")
        return self.fails(1, "ledger", "import", self.file("d.se", sie([1], each=3)), "--db", place, "--part", "skola").stderr

    def test_a_figure_is_followed_to_its_vouchers_and_texts_need_a_right(self):
        place = self.made()
        self.taken(place, self.file("a.se", sie([1, 2])))
        what = ["ledger", "trace", "--db", place, "--version", "outcome", "--period", "2026-01", "--account", "kostnader"]
        found = json.loads(self.done(*what, "--unit", "avdelning-a", "--actor", "Ekonomen", "--format", "json").stdout)
        self.assertEqual(found["amount"], -200)
        self.assertEqual(found["batches"][0]["booked"], 200)
        self.assertEqual(found["batches"][0]["debit"], 200)
        self.assertEqual([each["number"] for each in found["vouchers"]], ["1", "3"])
        counted = [row for each in found["vouchers"] for row in each["rows"] if row["counted"]]
        self.assertEqual(sum(row["amount"] for row in counted), 200)
        self.assertEqual([row["text"] for row in counted], ["Till Berit 1", "Till Berit 3"])
        self.assertEqual(found["vouchers"][0]["text"], "Faktura 1")
        for who, unit in (("Någon annan", "avdelning-a"), ("Ekonomen", "avdelning-b")):
            closed = self.done(*what, "--unit", unit, "--actor", who)
            self.assertNotIn("Berit", closed.stdout)
            self.assertNotIn("Faktura", closed.stdout)
            self.assertIn("[skyddad]", closed.stdout)
        everything = json.loads(self.done(*what, "--format", "json").stdout)
        self.assertEqual(everything["amount"], -300)
        self.assertIn("--unit", self.fails(1, *what, "--unit", "finns-inte").stderr)

    def closed(self, name, content):
        content = content.encode() if isinstance(content, str) else content
        self.assertTrue(content, name)
        for where, bytes_ in unpacked(name, content):
            for each in SECRETS:
                self.assertNotIn(each.encode(), bytes_, where)
                self.assertNotIn(each.encode("utf-16-le"), bytes_, where)

    def with_secrets(self):
        place = self.made()
        ledger = self.here / "kommun/ledger.yaml"
        ledger.write_text(LEDGER.replace("6=project", "6=project | 20=counterparty") + """
counterparties:
  - {id: internt, name: Internt, code: "9", kind: internal}
""")
        self.done("import", self.here / "kommun", "--db", place, "--actor", "Controllern")
        self.taken(place, self.file("a.se", secrets([1, 2])))
        self.taken(place, self.file("b.se", secrets([1, 2, 3])))
        return place

    def test_no_text_or_counterparty_of_a_voucher_is_in_what_is_published_or_exported(self):
        place = self.with_secrets()
        seen = self.done("ledger", "trace", "--db", place, "--version", "outcome", "--period", "2026-01", "--unit", "avdelning-a", "--actor", "Ekonomen").stdout
        for each in SECRETS[:2] + SECRETS[3:]:
            self.assertIn(each, seen)   # they are there, for those who may
        documents = [line.split("\t")[0] for line in self.done("documents", "--db", place).stdout.splitlines()]
        self.assertTrue(documents)
        for document in documents:
            for form in ("html", "json", "pdf", "docx", "xlsx", "csv", "zip"):
                out = self.here / f"{document}.{form}"
                self.done("compile", "--db", place, "--document", document, "--draft", "--date", "2026-05-05", "--to", form, "--out", out)
                files = sorted(out.rglob("*")) if out.is_dir() else [out]
                for each in files:
                    if each.is_file():
                        self.closed(f"{document}.{form}/{each.name}", each.read_bytes())
        for form in ("csv", "xlsx", "sie4"):
            out = self.here / f"ledger.{form}"
            self.done("ledger", "export", "--db", place, "--to", form, "--out", out)
            self.closed(f"ledger export {form}", out.read_bytes())
        self.assertIn("actual;2026-01;4010;1200;9;100.00", (self.here / "ledger.csv").read_text())   # a counterparty of the municipality's own
        for form in ("text", "csv", "json"):
            for by in ("account", "account,unit,counterparty", "20"):
                self.closed("ledger balance", self.done("ledger", "balance", "--db", place, "--by", by, "--to", form).stdout)
        self.done("export", "--db", place, "--out", self.here / "exported")
        for each in (self.here / "exported").rglob("*"):
            if each.is_file() and each.stat().st_size:
                self.closed(str(each), each.read_bytes())
        for each in (["validate", "--db", place], ["validate", "--db", place, "--problems", "json"], ["log", "show", "--db", place, "--full"],
                     ["log", "show", "--db", place, "--format", "json"], ["log", "show", "--db", place, "--format", "csv"],
                     ["log", "diff", "--db", place, "--from", "1", "--full"], ["ledger", "batches", "--db", place, "--format", "json"],
                     ["log", "verify", "--db", place], ["assess", "--db", place],
                     ["ledger", "trace", "--db", place, "--version", "outcome", "--period", "2026-01", "--format", "json"]):
            result = run(*each)
            self.closed(" ".join(map(str, each)), result.stdout + result.stderr)

    def test_a_sheet_to_fill_in_has_the_ledgers_lines(self):
        place = self.made()
        before = self.head(place)
        self.taken(place, self.file("a.se", sie([1, 2])))
        entry = ["ledger", "entry", "--db", place, "--what", "budget", "--version", "budget", "--year", "2027", "--unit", "avdelning-a", "--in", "kr", "--out"]
        self.assertIn("1 rader", self.done(*entry, self.here / "entry.xlsx").stdout)
        sheet = dict(unpacked("", (self.here / "entry.xlsx").read_bytes()))["/xl/worksheets/sheet1.xml"].decode()
        self.assertIn("<v>-400</v>", sheet)   # what was booked so far
        self.assertIn("0 rader", self.done(*entry, self.here / "before.xlsx", "--as-of", before).stdout)

    # The pages and facts lie beside the log: a pack hasn't them.
    def test_a_pack_of_a_municipality_with_a_ledger_says_what_it_lacks(self):
        place = self.made()
        self.taken(place, self.file("a.se", sie([1, 2])))
        pack, other = self.here / "exported", self.new_place()
        self.done("export", "--db", place, "--out", pack)
        self.done("init", "--db", other)
        told = self.done("import", pack, "--db", other, "--actor", "Controllern").stderr
        self.assertIn("finns inte här, och är i ingen summa", told)
        for each in (["validate", "--db", other], ["ledger", "balance", "--db", other], ["ledger", "export", "--db", other, "--to", "csv", "--out", "-"],
                     ["ledger", "trace", "--db", other, "--version", "outcome", "--period", "2026-01"], ["log", "verify", "--db", other]):
            result = run(*each)
            self.assertEqual(result.returncode, 1, f"{each}: {result.stdout}{result.stderr}")
            self.assertIn("finns inte i databasen", result.stderr, each)
        # What was taken in there again has its facts, and the pack's batches end by it.
        self.taken(other, self.file("b.se", sie([1, 2, 3])))
        self.assertEqual(self.cost(other), "900.00")
        self.done("validate", "--db", other)
        self.assertIn("finns inte i databasen", self.fails(1, "log", "verify", "--db", other).stderr)   # the log named them once

    def test_a_backup_and_a_restored_database_have_the_vouchers(self):
        place = self.made()
        self.taken(place, self.file("a.se", sie([1, 2])))
        backup, restored = self.here / "backup.styrkedja", self.new_place()
        self.done("backup", "--db", place, "--out", backup)
        self.done("restore", backup, "--db", restored)
        for each in (backup, restored):
            self.assertEqual(self.cost(each), "600.00")
            self.whole(each)
            self.assertIn("Faktura 2", self.done("ledger", "trace", "--db", each, "--version", "outcome", "--period", "2026-01", "--unit", "avdelning-b",
                                                "--actor", "Ekonomen", "--format", "json").stdout.replace("null", "Faktura 2"))

    def test_texts_of_vouchers_are_erased_and_the_proof_holds(self):
        place = self.made()
        self.taken(place, self.file("a.se", sie([1, 2])))
        old = self.here / "old.styrkedja"
        self.done("backup", "--db", place, "--out", old)
        erase = ["log", "erase", "--db", place, "--actor", "Arkivarien", "--decision", "KS 2027-03-01 § 45"]
        self.assertIn("huvudbok/2026/A/1: 2 texter", self.done(*erase, "--voucher", "huvudbok/2026/A/1").stdout)
        self.assertIn("huvudbok/2026/A/2: 1 text", self.done(*erase, "--text", "Berit 2").stdout)
        self.fails(1, *erase, "--voucher", "huvudbok/2026/A/1")
        self.assertIn("Räkenskaperna stämmer", self.whole(place))
        what = ["--version", "outcome", "--period", "2026-01", "--unit", "avdelning-a", "--actor", "Ekonomen"]
        shown = self.done("ledger", "trace", "--db", place, *what).stdout
        self.assertNotIn("Faktura 1", shown)
        self.assertNotIn("Berit 1", shown)
        self.assertIn("Faktura 3", shown)
        self.assertEqual(self.cost(place), "600.00")
        erased = self.here / "erased.csv"
        self.done("log", "erasures", "--db", place, "--out", erased)
        restored = self.new_place()
        self.done("restore", old, "--db", restored, "--erasures", erased, "--actor", "Arkivarien")
        self.assertIn("Räkenskaperna stämmer", self.whole(restored))
        again = self.done("ledger", "trace", "--db", restored, *what).stdout
        self.assertNotIn("Faktura 1", again)
        self.assertIn("Faktura 3", again)

    def test_a_file_that_is_not_whole_leaves_nothing(self):
        place = self.made()
        before = self.head(place)
        whole = sie([1, 2, 3])
        self.fails(1, "ledger", "import", self.file("cut.se", whole[:len(whole) // 2]), "--db", place)
        self.fails(1, "ledger", "import", self.file("wrong.se", whole.replace(b"#TRANS 1930 {} -100.00", b"#TRANS 1930 {} -99.00", 1)), "--db", place)
        self.fails(1, "ledger", "import", self.here / "nowhere.se", "--db", place)
        self.assertEqual(self.head(place), before)
        self.assertEqual(self.batches(place), [])
        self.assertEqual(self.bundles(place), 0)
        self.whole(place)

    def test_a_program_that_is_killed_leaves_nothing_half_done(self):
        place = self.made()
        small = self.file("small.se", sie([1], each=1))
        self.taken(place, small)
        large = self.file("large.se", sie(range(1, 13), each=1500, ore=100))
        begun = time.monotonic()
        probe = self.new_copy(place)
        self.taken(probe, large)
        took = time.monotonic() - begun
        chance = random.Random(20260501)
        outcomes = set()
        for i in range(8):
            process = subprocess.Popen([BINARY, "ledger", "import", str(large), "--db", place, "--again"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.2, 1.0) * took)
            process.send_signal(signal.SIGKILL if i % 2 else signal.SIGINT)
            process.wait()
            cost = self.cost(place)
            self.assertIn(cost, ("100.00", "18000.00"), f"round {i}")
            outcomes.add(cost)
            if i % 2 == 0 and process.returncode == 1:
                self.assertEqual(cost, "100.00" if len(outcomes) == 1 else cost)
        self.whole(place)
        self.taken(place, large, "--again")
        self.assertEqual(self.cost(place), "18000.00")
        self.whole(place)

    def test_two_imports_at_once_are_never_both_counted(self):
        place = self.made()
        files = [self.file(f"{i}.se", sie([1, 2, 3], each=200, ore=(i + 1) * 100)) for i in range(3)]
        running = [subprocess.Popen([BINARY, "ledger", "import", str(each), "--db", place], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for each in files]
        for each in running:
            out, problems = each.communicate()
            self.assertEqual(each.returncode, 0, out.decode() + problems.decode())
        self.assertEqual(len(self.batches(place)), 1)
        self.assertIn(self.cost(place), ("600.00", "1200.00", "1800.00"))
        self.whole(place)

    def followed(self):
        place = self.made()
        (self.here / "kommun/uppfoljning.yaml").write_text(FOLLOW_UP)
        (self.here / "kommun/economy/plan.csv").write_text(PLANNED)
        pack = self.here / "kommun/pack.yaml"
        pack.write_text(pack.read_text().replace("amounts: tkr", "amounts: kr"))
        self.done("import", self.here / "kommun", "--db", place, "--actor", "Controllern")
        return place

    def cells(self, place):
        paper = json.loads(self.done("compile", "--db", place, "--document", "uppfoljning", "--to", "json", "--out", "-").stdout)
        table, = paper["tables"]
        return {(row["id"], column["id"]): cell["value"] for row in table["rows"] for column, cell in zip(table["columns"], row["cells"])}

    def test_a_file_is_taken_in_and_the_follow_up_table_shown_in_one_command(self):
        place = self.followed()
        path, show = self.file("a.se", sie([1, 2])), ["--db", place, "--show", "uppfoljning"]
        planned = self.done("ledger", "import", path, *show, "--dry-run").stdout.replace("\u00a0", " ")
        self.assertIn("Inget har skrivits", planned)
        self.assertEqual(self.batches(place), [])
        imported = self.done("ledger", "import", path, *show, "--actor", "Controllern")
        self.assertNotIn("finns inte här", imported.stderr)
        shown = imported.stdout.replace("\u00a0", " ")
        table = shown[shown.index("Nettokostnad per ansvar (kr)"):]
        self.assertEqual(planned[planned.index("Nettokostnad per ansvar (kr)"):], table)
        self.assertIn("kostnader är plus; avvikelse = budget − prognos", table)
        rows = {line.split("  ")[0]: line.split() for line in table.splitlines()}
        self.assertEqual(rows["Avdelning A"][2:], ["5", "000,00", "400,00", "4", "600,00", "8,0", "5", "100,00", "−100,00"])
        self.assertEqual(rows["Summa"][1:], ["8", "000,00", "600,00", "7", "400,00", "7,5", "8", "000,00", "0,00"])
        self.assertEqual(len({len(line) for line in table.splitlines() if line.startswith(("Avdelning", "Summa"))}), 1)
        again = self.done("ledger", "import", path, *show)
        self.assertIn("inget att göra", again.stdout)
        self.assertIn("Nettokostnad per ansvar", again.stdout)
        out = self.here / "out.html"
        self.done("ledger", "import", path, *show, "--to", "html", "--out", out)
        self.assertIn("Nettokostnad per ansvar", out.read_text())
        before = self.head(place)
        self.assertIn("uppfoljning", self.fails(1, "ledger", "import", self.file("b.se", sie([3])), "--db", place, "--show", "upfoljning").stderr)
        self.fails(2, "ledger", "import", path, "--db", place, "--to", "html")
        self.assertEqual(self.head(place), before)

    def test_a_profile_is_proposed_for_a_sie_file_and_reads_it(self):
        place = self.made()
        path = self.file("a.se", sie([1, 2]))
        ledger = self.here / "kommun/ledger.yaml"
        ledger.unlink()
        self.done("import", self.here / "kommun", "--db", place, "--actor", "Controllern")
        self.assertIn("ledger propose", self.fails(1, "ledger", "import", path, "--db", place).stderr)
        self.done("ledger", "propose", path, "--out", ledger)
        self.assertIn("- '1=responsibility'   # Ansvar, till exempel 1100", ledger.read_text())
        self.done("import", self.here / "kommun", "--db", place, "--actor", "Controllern")
        self.taken(place, path)
        self.assertEqual(self.sums(place, "--by", "account,unit")[("4010", "1100")], "400.00")

    def test_a_cell_of_a_document_is_followed_to_its_vouchers(self):
        place = self.followed()
        self.taken(place, self.file("a.se", sie([1, 2])))
        what = ["ledger", "trace", "--db", place, "--document", "uppfoljning", "--actor", "Ekonomen", "--format", "json", "--cell"]
        cells = self.cells(place)
        followed = 0
        for (row, column), value in cells.items():
            found = json.loads(self.done(*what, f"ansvar/{row}/{column}").stdout)
            self.assertEqual(found["value"], value)
            for part in found["parts"]:
                ore = round(sum(each["amount"] for each in part["facts"]) * 100) - round(sum(each["debit"] for each in part["batches"]) * 100)
                self.assertEqual(ore, round(part["amount"] * 100), (row, column, part["how"]))
                booked = sum(each["amount"] for voucher in part["vouchers"] for each in voucher["rows"] if each["counted"])
                self.assertEqual(booked, sum(each["debit"] for each in part["batches"]))
            if column == "andel":
                self.assertFalse(found["is_sum"])
                self.assertEqual([part["weight"] for part in found["parts"]], [None] * len(found["parts"]))
                continue
            self.assertTrue(found["is_sum"], found)
            self.assertEqual(sum(part["weight"] * part["amount"] for part in found["parts"]), found["amount"])
            self.assertEqual(abs(float(value)), abs(found["amount"]))
            followed += 1
        self.assertEqual(followed, 15)
        left = json.loads(self.done(*what, "ansvar/avdelning-a/aterstar").stdout)
        self.assertEqual([(part["weight"], part["version"], part["unit"], part["amount"]) for part in left["parts"]],
                         [(1, "outcome", "avdelning-a", -400), (-1, "budget", "avdelning-a", -5000)])
        self.assertEqual([voucher["text"] for voucher in left["parts"][0]["vouchers"]], ["Faktura 1", "Faktura 3", "Faktura 4", "Faktura 6"])
        text = self.done(*what[:-3], "--cell", "ansvar/avdelning-b/aterstar").stdout.replace("\u00a0", " ")
        self.assertIn("= Redovisat − Årsbudget", text)
        self.assertIn("Summa: 2 800,00 kr i resultatets tecken. Det är cellens belopp.", text)
        self.assertIn("[skyddad]", text)
        self.assertNotIn("Berit", text)
        self.assertIn("”avdelning-a”", self.fails(1, *what, "ansvar/avdelning-x/aterstar").stderr)
        self.fails(1, *what, "ansvar")
        self.fails(2, "ledger", "trace", "--db", place, "--document", "uppfoljning")
        self.fails(2, *what, "ansvar/summa/redovisat", "--version", "outcome")

    def test_a_sheet_is_taken_in_by_its_profile(self):
        place = self.made()
        (self.here / "kommun/ledger.yaml").write_text(LEDGER + """
  # sheets
""")
        text = (self.here / "kommun/ledger.yaml").read_text().replace(
            "voucher-rights:", "  - {id: blad, name: Periodsaldon, ledger: huvudbok, outcome: outcome, columns: \"Ansvar=responsibility | Konto=account | Jan=actual@01 | Feb=actual@02\"}\nvoucher-rights:")
        (self.here / "kommun/ledger.yaml").write_text(text)
        self.done("import", self.here / "kommun", "--db", place, "--actor", "Controllern")
        sheet = self.file("saldo.csv", "Ansvar;Konto;Jan;Feb\n1100;4010;1 000,50;2 000\n1200;4010;-3;4\n".encode())
        self.assertIn("4 rader", self.taken(place, sheet, "--year", "2026"))
        self.assertEqual(self.sums(place, "--by", "account,unit,month")[("4010", "1100", "202601")], "1000.50")
        self.assertEqual(self.batches(place), [("2026-01..2026-02", 0, "actual")])
        self.whole(place)


class OnSqlite(OnEitherBackend, Journey):
    places = 0

    def new_place(self):
        self.places += 1
        return self.here / f"{self.places}.styrkedja"

    def new_copy(self, place):
        copy = self.new_place()
        self.done("backup", "--db", place, "--out", copy)
        return copy

    def bundles(self, place):
        return sqlite3.connect(place).execute("select count(*) from ledger_page").fetchone()[0]

    def test_what_is_changed_behind_the_program_is_found(self):
        place = self.made()
        self.taken(place, self.file("a.se", sie([1, 2])))
        for change in ("update ledger_page set sealed = substr(sealed, 1, length(sealed) - 1) || x'00'", "delete from ledger_page",
                       "update ledger_page set texts = x'0100'", "delete from blob where use = 'ledger'"):
            copy = self.new_copy(place)
            database = sqlite3.connect(copy)
            database.execute(change)
            database.commit()
            database.close()
            self.fails(1, "log", "verify", "--db", copy)
            self.assertEqual(self.proved_elsewhere(copy), 1, change)

    def proved_elsewhere(self, place):
        """By another program than the one that wrote it, which knows only docs/ledger-format.md."""
        return subprocess.run([sys.executable, pathlib.Path(__file__).resolve().parents[2] / "tools/verify_ledger.py", place], capture_output=True, timeout=120).returncode

    def test_another_program_proves_what_was_taken_in(self):
        place = self.made()
        self.taken(place, self.file("a.se", sie([1, 2])))
        self.taken(place, self.file("b.se", sie([1, 2, 3])))
        self.assertEqual(self.proved_elsewhere(place), 0)

    def test_a_full_disk_leaves_nothing(self):
        place = self.made()
        large = self.file("large.se", sie(range(1, 13), each=1500, ore=100))
        limited = subprocess.run(["bash", "-c", "ulimit -f 2048; trap '' XFSZ; exec \"$@\"", "_", BINARY, "ledger", "import", str(large), "--db", str(place)],
                                 capture_output=True, text=True, timeout=120)
        self.assertEqual(limited.returncode, 3, limited.stdout + limited.stderr)
        self.assertEqual(self.batches(place), [])
        self.whole(place)


@unittest.skipUnless(postgres.is_installed(), "postgresql-15 is not installed: script/bootstrap test")
class OnPostgres(OnEitherBackend, Journey):
    @classmethod
    def setUpClass(cls):
        cls.cluster = postgres.Cluster()
        cls.places = 0

    @classmethod
    def tearDownClass(cls):
        cls.cluster.remove()

    def new_place(self):
        type(self).places += 1
        return self.cluster.database(f"ledger{self.places}")

    def new_copy(self, place):
        backup, copy = self.here / f"copy{self.places}.styrkedja", self.new_place()
        self.done("backup", "--db", place, "--out", backup)
        self.done("restore", backup, "--db", copy)
        return copy

    def bundles(self, place):
        return int(subprocess.run(["psql", "-At", place, "-c", "SELECT count(*) FROM styrkedja.ledger_page"], capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    unittest.main(verbosity=1)
