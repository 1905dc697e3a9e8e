# SPDX-License-Identifier: Apache-2.0
"""validate-json.py SCHEMA: holds each line of standard input, a JSON record, against the schema.

Prints a line for each that is wrong, and at the end how many there were of each type.
"""
import collections
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

counts = collections.Counter()
for line in sys.stdin:
    record = json.loads(line)
    counts[record.get("type")] += 1
    error = jsonschema.exceptions.best_match(validator.iter_errors(record))
    if error is not None:
        path = ".".join(str(part) for part in error.absolute_path)
        print(f"wrong: {record.get('source')}: {path}: {error.message[:160]}")
for kind, count in sorted(counts.items()):
    print(f"{kind} {count}")
