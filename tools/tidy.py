#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What keeps the house clean, as a test: layers, sizes, headers, dead files. Prints each breach, and fails on any."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MOST_LINES, MOST_FUNCTION, MOST_COLUMNS = 600, 70, 130
breaches = []


def breach(path, line, text):
    breaches.append(f"{path}:{line}: {text}")


def read_layers():
    layers = {}
    for row in (ROOT / "tools/layers.txt").read_text().splitlines():
        row = row.split("#")[0].strip()
        if row:
            room, _, below = row.partition(":")
            layers[room.strip()] = below.split()
    return layers


def room_of(path, layers):
    rooms = [room for room in layers if path.startswith(room + "/")]
    return max(rooms, key=len) if rooms else None


def check_includes(path, lines, layers):
    inside = path.removeprefix("src/")
    room = room_of(inside, layers)
    if room is None:
        if inside.startswith("domain/") or "/" in inside:
            breach(path, 1, "stands in no room of tools/layers.txt")
        return
    for number, line in enumerate(lines, 1):
        found = re.match(r'#include "([^"]+)"', line)
        if not found or found.group(1) in ("assets.h",):
            continue
        target = found.group(1)
        if path.endswith(("_test.cpp", "_testing.h")) and (ROOT / "tests" / target).exists():
            continue
        if not (ROOT / "src" / target).exists():
            breach(path, number, f"includes {target}, which is not there")
            continue
        allowed = [room] + layers[room]
        if path.endswith("_test.cpp"):
            allowed += list(layers)
        if not any(target.startswith(each + "/") or target.startswith(each + ".") for each in allowed):
            breach(path, number, f"{room} may not include {target}")


def check_functions(path, lines):
    """A function begins at a line that ends with { and is closed by a } at the same indentation."""
    start = None
    for number, line in enumerate(lines, 1):
        if re.match(r"^( {0,4}| {2})[\w:<>,&*~\[\]= ]+\(.*\{$", line) or (start is None and re.match(r"^ {0,4}\S.*\) (const )?\{$", line)):
            indent = len(line) - len(line.lstrip())
            if not line.lstrip().startswith(("if", "for", "while", "switch", "namespace", "struct", "class", "}")):
                start = (number, indent)
        elif start and line == " " * start[1] + "}":
            if number - start[0] > MOST_FUNCTION:
                breach(path, start[0], f"function of {number - start[0]} lines, more than {MOST_FUNCTION}")
            start = None


def check_source(path, text, layers):
    lines = text.splitlines()
    if not lines or "SPDX-License-Identifier: EUPL-1.2" not in "".join(lines[:2]):
        breach(path, 1, "has no licence line")
    if path.endswith(".h") and "#pragma once" not in text:
        breach(path, 1, "has no #pragma once")
    if len(lines) > MOST_LINES and path not in long_files:
        breach(path, 1, f"{len(lines)} lines, more than {MOST_LINES}")
    for number, line in enumerate(lines, 1):
        if "\t" in line or line != line.rstrip():
            breach(path, number, "tab or blank at the end")
        if re.search(r"\b(double|float)\b", line) and re.match(r"src/(base|domain|reports|compose)/", path) and "//" not in line:
            breach(path, number, "binary floating point in the core")
        if re.search(r"\b(TODO|FIXME|XXX)\b", line):
            breach(path, number, "unfinished business")
    if path.startswith("src/"):
        check_includes(path, lines, layers)
        # Tests are tables of cases, descriptions tables of fields: long, and meant to be.
        if path.endswith(".cpp") and not path.endswith(("description.cpp", "_test.cpp")):
            check_functions(path, lines)
    if re.match(r"src/(domain|reports|compose|document|writers)/", path) and not path.endswith(("_test.cpp", "_testing.h")):
        for number, line in enumerate(lines, 1):
            if re.search(r"#include <(fstream|iostream|ctime|random|locale|filesystem|thread)>|\b(std::rand|time\(nullptr|system_clock::now)", line):
                breach(path, number, "the core knows no clock, file, randomness or locale")


def check_links(path, text):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        if not (ROOT / path).parent.joinpath(target).exists() and not (ROOT / target).exists():
            breach(path, 1, f"dead link {target}")


files = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, text=True, capture_output=True,
                       check=True).stdout.split("\n")
long_files = set((ROOT / "tools/long-files.txt").read_text().split()) if (ROOT / "tools/long-files.txt").exists() else set()
layer_table = read_layers()
seen = 0
for name in filter(None, files):
    file = ROOT / name
    if not file.is_file() or name.startswith(("examples/", "tests/errors/", "assets/fonts")):
        continue
    if name.endswith((".cpp", ".h")):
        check_source(name, file.read_text(), layer_table)
        seen += 1
    elif name.endswith(".md"):
        check_links(name, file.read_text())
for each in breaches:
    print(each)
print(f"tidy: {seen} sources, {len(breaches)} breaches")
sys.exit(1 if breaches else 0)
