#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Proves the ledger of a Styrkedja database without Styrkedja: that the facts and vouchers that the log names are there as
they were taken in.

    tools/verify_ledger.py FILE [--municipality NAME]

Goes by docs/ledger-format.md and docs/log-format.md alone; the log itself is proved by tools/verify_log.py. Exit status 0: it
holds; 1: it does not, and each line says what; 2: it could not be read.
"""
import argparse
import pathlib
import sqlite3
import sys

from verify_log import Damaged, Entry, Reader, blake2b

BATCH, CONTENT, PAGES = 47, 14, 15      # the kind ledger-batches, and its fields
FORM = 1


def signed(reader):
    bits = reader.number()
    return bits >> 1 ^ -(bits & 1)


def list_of(reader, read):
    return [read() for _ in range(reader.number())]


def opened(data):
    reader = Reader(data)
    if reader.number() != FORM:
        raise Damaged("another form of the bytes")
    return reader


def columns(data):
    """Facts: (rows, the sum of all amounts in ore)."""
    reader = opened(data)
    signed(reader), reader.number(), reader.number()                  # year, first and last day
    dimensions = list_of(reader, lambda: (reader.text(), list_of(reader, reader.text)))
    parts = list_of(reader, lambda: (reader.number(), reader.number(), reader.number()))
    rows = sum(part[2] for part in parts)
    for _, codes in dimensions:
        at = 0
        for _ in range(rows):
            at += signed(reader)
            if not 0 <= at < len(codes):
                raise Damaged("a fact has a code that isn't there")
    amounts = [signed(reader) for _ in range(rows)]
    for _ in range(rows):
        reader.number()
    reader.end()
    return rows, sum(amounts)


def page(sealed, texts):
    """Vouchers: (vouchers, rows, erased texts). Each voucher sums to zero, and each text fits its digest."""
    reader = opened(sealed)
    list_of(reader, reader.text)                                      # accounts
    list_of(reader, lambda: (reader.text(), list_of(reader, reader.text)))   # code parts with their codes
    list_of(reader, lambda: list_of(reader, lambda: (reader.number(), reader.number())))   # combinations
    series = list_of(reader, reader.text)
    vouchers, rows, names, number = reader.number(), reader.number(), [], 0
    for _ in range(vouchers):
        of, step = reader.number(), reader.number()
        number = number + (step - 1 >> 1 ^ -(step - 1 & 1)) if step else number
        name = series[of].decode() + " " + (str(number) if step else reader.text().decode())
        for _ in range(4):
            reader.number()                                           # date, registered, text, signature
        names.append((name, reader.number()))
    if sum(count for _, count in names) != rows:
        raise Damaged("vouchers have other rows than the page")
    for _ in range(2 * rows):
        reader.number()                                               # account, combination
    amounts = [signed(reader) for _ in range(rows)]
    for _ in range(3 * rows):
        reader.number()                                               # quantity, date, text
    at = 0
    for name, count in names:
        if sum(amounts[at:at + count]):
            raise Damaged(f"voucher {name} does not sum to zero")
        at += count
    digests = [reader.bytes(32) for _ in range(reader.number())]
    reader.end()
    reader, erased = opened(texts), 0
    if reader.number() != len(digests):
        raise Damaged("there are other texts than digests")
    for digest in digests:
        salt = reader.text()
        if not salt:
            erased += 1
        elif blake2b(reader.text(), salt) != digest:
            raise Damaged("a text does not fit its digest")
    reader.end()
    return vouchers, rows, erased


def named(database, municipality):
    """What the log has ever named: hashes of facts, hashes over pages."""
    found = {CONTENT: {}, PAGES: {}}
    rows = database.execute(
        "select e.version, cast(e.entry as blob), cast(c.content as blob) from log_entry e join log_content c"
        " on c.municipality = e.municipality and c.version = e.version where e.municipality = ? order by e.version", (municipality,))
    for version, sealed, content in rows:
        for kind, _, field, value in Entry(sealed, content).told:
            if kind == BATCH and field in found and value:
                found[field].setdefault(bytes.fromhex(value.decode()), version)
    return found


def verified(database, municipality):
    faults, sums = [], [0, 0, 0, 0, 0]
    told = named(database, municipality)
    for key, version in told[CONTENT].items():
        row = database.execute("select cast(bytes as blob) from blob where municipality = ? and hash = ?", (municipality, key)).fetchone()
        try:
            if row is None:
                raise Damaged("are missing")
            if blake2b(row[0]) != key:
                raise Damaged("do not fit their hash")
            sums[0] += 1
            sums[1] += columns(row[0])[0]
        except Damaged as why:
            faults.append(f"{municipality}, version {version}: the facts {key.hex()[:16]}: {why}")
    for key, version in told[PAGES].items():
        try:
            bundle = database.execute("select bundle from ledger_bundle where municipality = ? and hash = ?", (municipality, key)).fetchone()
            if bundle is None:
                raise Damaged("are missing")
            chain = b""
            for summary, sealed, texts in database.execute(
                    "select cast(summary as blob), cast(sealed as blob), cast(texts as blob) from ledger_page"
                    " where municipality = ? and bundle = ? order by page", (municipality, bundle[0])):
                chain = blake2b(chain + blake2b(summary) + blake2b(sealed))
                for place, count in enumerate(page(sealed, texts), 2):
                    sums[place] += count
            if chain != key:
                raise Damaged("do not fit their hash")
        except Damaged as why:
            faults.append(f"{municipality}, version {version}: the vouchers {key.hex()[:16]}: {why}")
    return faults, sums


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--municipality")
    options = parser.parse_args()
    status = 0
    try:
        database = sqlite3.connect(pathlib.Path(options.file).resolve().as_uri() + "?mode=ro", uri=True)
        names = [row[0] for row in database.execute("select distinct municipality from log_entry order by 1")]
        for name in names:
            if options.municipality not in (None, name):
                continue
            faults, (batches, facts, vouchers, rows, erased) = verified(database, name)
            for each in faults:
                print(each)
            status = 1 if faults else status
            if not faults:
                print(f"{name}: {batches} batches with {facts} facts; {vouchers} vouchers with {rows} rows, {erased} texts erased: all holds")
    except sqlite3.Error as why:
        print(f"{options.file}: {why}", file=sys.stderr)
        return 2
    return status


if __name__ == "__main__":
    sys.exit(main())
