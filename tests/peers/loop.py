"""Checks the files that a list names by a schema, with a library of Python: what somebody would write around it."""

import json
import sys


def main(library, schema, paths):
    with open(schema, encoding="utf-8") as file:
        schema = json.load(file)
    if library == "jsonschema_rs":
        import jsonschema_rs

        validator = jsonschema_rs.validator_for(schema, validate_formats=True)
    else:
        import jsonschema

        kind = jsonschema.validators.validator_for(schema)
        validator = kind(schema, format_checker=kind.FORMAT_CHECKER)
    wrong = 0
    with open(paths, encoding="utf-8") as names:
        for name in names:
            with open(name.rstrip("\n"), encoding="utf-8") as file:
                wrong += not validator.is_valid(json.load(file))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
