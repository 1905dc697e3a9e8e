# SPDX-License-Identifier: Apache-2.0
"""fields.py OCSPKIT LIST COMMAND [ARGUMENT...]: --fields against JSON.

COMMAND is run on the list of inputs for JSON, then for the values of every path that is in it. Each
value has to be the one in JSON: the elements of lists joined by ",", with "," and "\\" escaped, what
may not reach a terminal escaped before that, true, false and numbers as JSON has them, null as
nothing. Prints a line for each value that is not, and at the end how many there were.
"""
import json
import subprocess
import sys

PATHS_MAX = 32
HIDDEN = [
    (0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F),
    (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xFFFE, 0xFFFF),
    (0xE0000, 0xE0FFF),
]


def shown(character):
    """The character as a terminal may have it."""
    code = ord(character)
    if not any(first <= code <= last for first, last in HIDDEN):
        return character
    return f"\\x{code:02X}" if code < 0x80 else f"\\u{code:04X}" if code < 0x10000 else \
        f"\\U{code:08X}"


def spell(value):
    """A scalar of JSON as --fields has it."""
    if not isinstance(value, str):
        return json.dumps(value)
    text = "".join(map(shown, value))
    return text.replace("\\", "\\\\").replace(",", "\\,")


def collect(node, path, found):
    """Adds the values of each path below the node, in order."""
    if isinstance(node, dict):
        for key, value in node.items():
            collect(value, path + [key], found)
    elif isinstance(node, list):
        for value in node:
            collect(value, path, found)
    elif node is not None:
        found.setdefault(".".join(path), []).append(spell(node))


def run(program, arguments):
    """The lines that it writes."""
    done = subprocess.run([program] + arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=False)
    return done.stdout.decode("utf-8").split("\n")[:-1]


def main():
    """Compares, and prints."""
    program, inputs, command, *arguments = sys.argv[1:]
    common = [command, *arguments, "-i", inputs]
    records = []
    for line in run(program, common + ["--format=json"]):
        found = {}
        record = json.loads(line)
        if record["type"] != "error":
            collect(record, [], found)
        records.append(found)
    paths = sorted({path for found in records for path in found})
    values = 0
    for first in range(0, len(paths), PATHS_MAX):
        chunk = paths[first:first + PATHS_MAX]
        lines = run(program, common + ["--fields=" + ",".join(chunk)])
        if len(lines) != len(records):
            print(f"wrong: {len(records)} records, {len(lines)} lines")
        for found, line in zip(records, lines):
            have = line.split("\t") if found else [line] * len(chunk)
            want = [",".join(found.get(path, [])) for path in chunk]
            for path, one, other in zip(chunk, have, want):
                values += other != ""
                if one != other:
                    print(f"wrong: {found.get('source')} {path}: {one[:70]!r}, not {other[:70]!r}")
    print(f"{values} values at {len(paths)} paths of {len(records)} records")


main()
