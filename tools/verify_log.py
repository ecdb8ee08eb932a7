#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Proves the log of a Styrkedja database without Styrkedja: every entry, every link, every value
and every kept file.

    tools/verify_log.py FILE [--municipality NAME] [--checkpoint FILE]

Reads the SQLite file by Python's own library and goes by docs/log-format.md alone. Exit status 0: it holds; 1: it
does not, and each line says what; 2: it could not be read. Ed25519 signatures need the package `cryptography`;
without it the checkpoint's hash is compared and its signature is said to be unproved.
"""
import argparse
import hashlib
import pathlib
import sqlite3
import sys

FORMAT, MODEL = 1, 1
CREATED, SET, LINKED, UNLINKED, ENDED = 1, 2, 3, 4, 5
ERASURE = 5


class Damaged(Exception):
    pass


class TooNew(Exception):
    pass


class Reader:
    """Whole numbers in LEB128, texts with their length before them."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def bytes(self, length):
        if self.at + length > len(self.data):
            raise Damaged("the bytes end too early")
        self.at += length
        return self.data[self.at - length:self.at]

    def number(self):
        value, shift = 0, 0
        while True:
            byte = self.bytes(1)[0]
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                if value >> 64 or (byte == 0 and shift > 0):
                    raise Damaged("not a number")
                return value
            shift += 7
            if shift > 63:
                raise Damaged("not a number")

    def text(self):
        return self.bytes(self.number())

    def end(self):
        if self.at != len(self.data):
            raise Damaged("bytes are left over")


def blake2b(data, salt=b""):
    return hashlib.blake2b(data, digest_size=32, key=salt).digest()


class Entry:
    """One entry: its head, its slots as (number, digest, None | (salt, value)), its changes, what it erases."""

    def __init__(self, sealed, content):
        e = Reader(sealed)
        form, model = e.number(), e.number()
        if form > FORMAT or model > MODEL:
            raise TooNew(f"form {form}, model {model}")
        self.previous, self.municipality = e.text(), e.text()
        self.version, self.time = e.number(), e.number()
        self.command, self.kind = e.text(), e.number()
        self.decision, self.about, self.blob = e.text(), e.text(), e.text()
        c = Reader(content)
        if c.number() != FORMAT:
            raise Damaged("the content's form")
        slots = c.number()
        self.slots = []
        self.slot(e, c)
        self.slot(e, c)
        self.read_changes(e, c)
        self.erased = [(e.number(), e.number()) for _ in range(e.number())]
        self.erased_blobs = [e.text() for _ in range(e.number())]
        e.end()
        c.end()
        if len(self.slots) != slots:
            raise Damaged("the content has other slots than the entry")

    def slot(self, e, c):
        digest, state = e.bytes(32), c.bytes(1)
        if state not in (b"\0", b"\1"):
            raise Damaged("a slot's state")
        value = (c.bytes(16), c.text()) if state == b"\1" else None
        self.slots.append((len(self.slots), digest, value))

    def read_changes(self, e, c):
        self.changes = e.number()
        self.told = []              # (the thing's kind, its id, field, value) of what is set
        thing = None
        for _ in range(self.changes):
            kind = e.number()
            if kind < 8:
                thing = (e.number(), e.text())
            else:
                kind -= 8       # of the thing of the change before
            if kind in (SET, LINKED, UNLINKED):
                field = e.number()
                e.number()      # the version it replaces
                self.slot(e, c)
                value = self.slots[-1][2]
                if kind == SET and thing:
                    self.told.append((*thing, field, value and value[1]))
            elif kind == ENDED:
                e.number()
                e.text()
            elif kind != CREATED:
                raise Damaged("a change of no known kind")


class Log:
    """Goes through one municipality's log."""

    def __init__(self, municipality):
        self.municipality = municipality
        self.faults, self.hashes = [], {}
        self.empty, self.erased, self.erased_blobs = set(), {}, set()
        self.packs = []
        self.entries, self.values = 0, 0

    def fault(self, version, what):
        self.faults.append(f"{self.municipality}, version {version}: {what}")

    def row(self, version, command, sealed, stored, content):
        self.entries += 1
        previous = self.hashes.get(version - 1, b"")
        computed = self.hashes[version] = blake2b(sealed)
        if version > 1 and version - 1 not in self.hashes:
            self.fault(version, f"version {version - 1} is missing")
        if computed != stored:
            self.fault(version, "the hash differs from the bytes")
        try:
            entry = Entry(sealed, content)
        except TooNew as why:
            return self.fault(version, f"written by a newer program ({why})")
        except Damaged as why:
            return self.fault(version, f"damaged ({why})")
        if entry.previous != previous and (version == 1 or version - 1 in self.hashes):
            self.fault(version, "does not follow the version before it")
        if (entry.municipality.decode(), entry.version, entry.command) != (self.municipality, version, command):
            self.fault(version, "the row says another municipality, version or command than what is sealed")
        if entry.time < getattr(self, "time", 0):
            self.fault(version, "time goes backwards")
        self.time = entry.time
        self.look_at(version, entry)

    def look_at(self, version, entry):
        for number, digest, value in entry.slots:
            self.values += 1
            if value is None:
                self.empty.add((version, number))
            elif blake2b(value[1], value[0]) != digest:
                self.fault(version, f"the value in slot {number} does not fit its digest")
        decision = entry.decision.decode(errors="replace")
        if (entry.erased or entry.erased_blobs) and not decision:
            self.fault(version, "erases without a decision")
        for of, slot in entry.erased:
            if of >= version:
                self.fault(version, f"erases what comes later (version {of})")
            else:
                self.erased.setdefault((of, slot), (version, decision))
        self.erased_blobs.update(entry.erased_blobs)
        if entry.blob:
            self.packs.append((version, entry.blob))

    def blob(self, key, use, erased, data):
        what = None
        if erased and key not in self.erased_blobs:
            what = "is empty, and no erasure says so"
        elif key in self.erased_blobs and (data or not erased):
            what = "is erased according to the log, but it is there"
        elif not erased and blake2b(data) != key:
            what = "does not fit its hash"
        if what:
            self.faults.append(f"{self.municipality}: the {use} {key.hex()} {what}")

    def end(self):
        for version, slot in sorted(self.empty - self.erased.keys()):
            self.fault(version, f"the value in slot {slot} is empty, and no erasure says so")
        for (version, slot), (by, _) in sorted(self.erased.items()):
            if (version, slot) not in self.empty:
                self.fault(version, f"the value in slot {slot} is erased according to version {by}, but it is there")


def verified(database, municipality):
    log = Log(municipality)
    rows = database.execute(
        "select e.version, cast(e.command as blob), cast(e.entry as blob), cast(e.hash as blob), cast(c.content as blob)"
        " from log_entry e left join log_content c"
        " on c.municipality = e.municipality and c.version = e.version where e.municipality = ? order by e.version",
        (municipality,))
    for version, command, sealed, stored, content in rows:
        log.row(version, command, sealed, stored, content or b"")
    log.end()
    there = set()
    for key, use, erased, data in database.execute(
            "select cast(hash as blob), use, erased, cast(bytes as blob) from blob where municipality = ? order by hash", (municipality,)):
        there.add(key)
        log.blob(key, use, erased, data)
    for version, key in log.packs:
        if key not in there:
            log.fault(version, f"the pack {key.hex()} that it imported is missing")
    return log


def checkpoint(log, path):
    """The log still has the checkpoint's hash; the lines are signed by the key they name."""
    text = pathlib.Path(path).read_bytes()
    lines = dict(line.split(": ", 1) for line in text.decode().splitlines()[1:])
    version = int(lines["version"])
    if lines["municipality"] != log.municipality:
        return log.fault(version, "the checkpoint is of " + lines["municipality"])
    if log.hashes.get(version, b"").hex() != lines["hash"]:
        log.fault(version, "the log has another hash than the checkpoint of " + lines["time"])
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        print("checkpoint: the signature is not proved (needs the package cryptography)")
        return
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(lines["key"]))
        key.verify(bytes.fromhex(lines["signature"]), text[:text.index(b"signature: ")])
        print("checkpoint: signed by the key", lines["key"])
    except InvalidSignature:
        log.fault(version, "the checkpoint's signature does not hold")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--municipality")
    parser.add_argument("--checkpoint")
    options = parser.parse_args()
    try:
        database = sqlite3.connect(pathlib.Path(options.file).resolve().as_uri() + "?mode=ro", uri=True)
        names = [row[0] for row in database.execute("select distinct municipality from log_entry order by 1")]
        logs = [verified(database, name) for name in names if options.municipality in (None, name)]
    except sqlite3.Error as why:
        print(f"{options.file}: {why}", file=sys.stderr)
        return 2
    if options.municipality and not logs:
        print(f"{options.file}: no log of {options.municipality}", file=sys.stderr)
        return 2
    for log in logs:
        if options.checkpoint:
            try:
                checkpoint(log, options.checkpoint)
            except (OSError, ValueError, KeyError) as why:
                log.faults.append(f"{options.checkpoint}: no whole checkpoint ({why!r})")
        for (version, slot), (by, decision) in sorted(log.erased.items()):
            if (version, slot) in log.empty:
                print(f"{log.municipality}, version {version}, slot {slot}: erased by version {by}, {decision}")
        for fault in log.faults:
            print(fault)
        newest = log.hashes[max(log.hashes)].hex() if log.hashes else "-"
        word = "holds" if not log.faults else f"{len(log.faults)} FAULTS"
        print(f"{log.municipality}: {word}; {log.entries} entries, {log.values} values, hash {newest}")
    return 1 if any(log.faults for log in logs) else 0


if __name__ == "__main__":
    sys.exit(main())
