#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes the workbooks of the museum (tests/errors/*/ledger.xlsx, entry.xlsx): the same bytes each time. Cells: text; #12.5 a number as
stored; @46082 a date; !#N/A a formula error; ? a formula without value; empty = no cell."""
import pathlib
import zipfile
from xml.sax.saxutils import escape

ERRORS = pathlib.Path(__file__).resolve().parent.parent / "errors"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def cell(text):
    if not text:
        return "<c/>"
    kinds = {"#": "<c><v>%s</v></c>", "@": '<c s="1"><v>%s</v></c>', "!": '<c t="e"><v>%s</v></c>', "?": "<c><f>SUM(A1)%s</f></c>"}
    if text[0] in kinds:
        return kinds[text[0]] % text[1:]
    return '<c t="inlineStr"><is><t>%s</t></is></c>' % escape(text)


def rows(*lines, hidden=()):
    return "".join('<row%s>%s</row>' % (' hidden="1"' if i in hidden else "", "".join(map(cell, line.split("|")))) for i, line in enumerate(lines, 1))


def workbook(folder, sheets, after="", hidden=(), name="ledger.xlsx", parts=None):
    relations = "".join(f'<Relationship Id="rId{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1))
    relations += f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    book = "".join(f'<sheet name="{sheet}" sheetId="{i}"{chr(32) + "state=" + chr(34) + "hidden" + chr(34) if sheet in hidden else ""} r:id="rId{i}"/>'
                   for i, sheet in enumerate(sheets, 1))
    files = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{book}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    }
    for i, text in enumerate(sheets.values(), 1):
        files[f"xl/worksheets/sheet{i}.xml"] = f'<worksheet xmlns="{MAIN}"><sheetData>{text}</sheetData>{after}</worksheet>'
    files.update(parts or {})
    path = ERRORS / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as out:
        for part, text in files.items():
            out.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), text)


HEAD = "Ansvar|Konto|Period|Utfall"
GOOD = "0114|4010|202601|#1234.5"


def ledgers():
    workbook("cell_has_formula_error", {"Blad1": rows(HEAD, GOOD, "0115|4010|202601|!#N/A")})
    workbook("formula_has_no_value", {"Blad1": rows(HEAD, GOOD, "0115|4010|202601|?")})
    workbook("cells_are_merged", {"Blad1": rows(HEAD, GOOD, "|4020|202601|#5")}, after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')
    workbook("amount_has_become_something_else", {"Blad1": rows(HEAD, "0114|4010|202601|@46082")})
    workbook("code_has_become_a_date", {"Blad1": rows(HEAD, "@41699|4010|202601|#5", "mar-14|4010|202601|#5")})
    workbook("code_has_become_a_number", {"Blad1": rows(HEAD, "#114.5|4010|202601|#5", "1,2E+10|4010|202601|#5")})
    workbook("codes_got_their_zeros_back", {"Blad1": rows(HEAD, "#114|#4010|202601|#5")})
    workbook("hidden_rows_are_read", {"Blad1": rows(HEAD, GOOD, GOOD, hidden=(3,))})
    workbook("sheet_is_hidden", {"Blad1": rows(HEAD, GOOD)}, hidden=("Blad1",))
    workbook("workbook_has_no_rows", {"Blad1": ""})
    workbook("workbook_has_no_such_sheet", {"Utfall 2026": rows(HEAD, GOOD)})
    workbook("workbook_is_damaged", {"Blad1": "<row>"})
    workbook("workbook_is_of_other_kind", {}, parts={"_rels/.rels": f'<Relationships xmlns="{PACKAGE}"/>', "mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
    (ERRORS / "workbook_is_old_or_locked").mkdir(exist_ok=True)
    (ERRORS / "workbook_is_old_or_locked" / "ledger.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504))


def entries():
    def entry(folder, what, *lines):
        forecast = what == "forecast"
        hidden = rows("form|1", f"what|{what}", "municipality|exempelby", "state-version|0", "version|" + ("prognos" if forecast else "budget"),
                      "unit|kok", "year|2026", "by|year", "in|tkr")
        heads = "Enhet|Enhetens namn|Konto|Kontots namn|Verksamhet|Projekt|" + ("Prognos helår|Orsak|Kommentar" if forecast else "Helår")
        workbook(folder, {"Prognos" if forecast else "Budget": rows(heads, *lines), "Styrkedja": hidden}, hidden=("Styrkedja",), name="entry.xlsx")

    entry("entry_row_has_no_key", "budget", "||||||#5")
    entry("entry_names_nothing", "budget", "kok||matt||||#-5")
    entry("entry_row_is_outside", "budget", "skola||mat||||#-5")
    entry("entry_row_comes_twice", "budget", "kok||mat||||#-5", "kok||mat||||#-6")
    entry("entry_cause_does_not_exist", "forecast", "kok||mat||||#-5|Volymm|")
    entry("entry_line_has_no_amount", "forecast", "kok||mat|||||Volym|Fler portioner")
    workbook("entry_sheet_is_not_one", {"Blad1": rows(HEAD, GOOD)}, name="entry.xlsx")


if __name__ == "__main__":
    ledgers()
    entries()
