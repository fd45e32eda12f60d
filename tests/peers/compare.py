#!/usr/bin/env python3
"""Compares `missionlint check --schema` with validators that anybody can install from a registry.

    python3 tests/peers/compare.py [--files 20000] [--rounds 3] [--only NAME]... [--missionlint FILE]

All of them check the same files by the same schema: arrays of meeting records of about 2 KB, made by the generator
(`tests/generator`), by the schema of this project with its references drawn together, because not all can follow them.
Before anything is measured the verdicts have to be the same: all files pass, and each of the files that were spoilt on
purpose fails. The others know neither missions nor rules, so only the work that is common to all is compared.

Measured are user and system CPU time of whole processes, started in turn, and the most memory that they held; shown is
the median, relative to ours. What is installed goes into `target/peers`: versions are pinned in `requirements*.txt`,
`package-lock.json` and below. What cannot be installed is skipped, by name.

Needs Python 3.9, Cargo, and for some of the peers Node.js and the registries. GNU time gives exact figures of memory.
"""

import argparse
import copy
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
WORK = PROJECT / "target" / "peers"
GNU_TIME = "/usr/bin/time" if os.access("/usr/bin/time", os.X_OK) else None

# Size of a file, in bytes, and number of files in a folder.
FILE_SIZE = 2000
FOLDER = 500


def run(command, **options):
    """Runs a command that has to succeed; gives its output."""
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command[:4]))} …: {(done.stderr or done.stdout).strip()[-400:]}")
    return done.stdout


# ---------------------------------------------------------------------------------------------------------- what is checked


def bundled(kind):
    """The schema of arrays of records of a kind, with everything that it refers to in itself."""

    def moved(value, prefix):
        if isinstance(value, dict):
            result = {key: moved(entry, prefix) for key, entry in value.items()}
            reference = result.get("$ref")
            if isinstance(reference, str):
                source, _, name = reference.partition("#/$defs/")
                result["$ref"] = f"#/$defs/{'common' if source else prefix}-{name}"
            return result
        return [moved(entry, prefix) for entry in value] if isinstance(value, list) else value

    definitions = {}
    for prefix, name in (("common", "common"), ("record", kind)):
        schema = json.loads((PROJECT / "schemas" / f"{name}.schema.json").read_text("utf-8"))
        for key, value in schema.pop("$defs").items():
            definitions[f"{prefix}-{key}"] = moved(value, prefix)
        if prefix == "record":
            root = moved({key: schema[key] for key in ("$ref", "required")}, prefix)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "array",
        "items": root,
        "$defs": definitions,
    }


def files(corpus, count):
    """Writes meetings of a corpus into files; gives their paths."""
    paths, chunk, size = [], [], 0
    for line in (corpus / "data" / "missions.ndjson").open(encoding="utf-8"):
        record = json.loads(line)
        if record.get("kind") != "meeting":
            continue
        chunk.append(record)
        size += len(line)
        if size < FILE_SIZE * 0.8:
            continue
        path = Path("good") / f"{len(paths) // FOLDER:03}" / f"{len(paths):06}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(chunk, ensure_ascii=False, indent=2) + "\n", "utf-8")
        paths.append(str(path))
        chunk, size = [], 0
        if len(paths) == count:
            return paths
    raise RuntimeError(f"the corpus has meetings for {len(paths)} files only")


def slips():
    """What is done to the first record of a file, by name."""

    def attendance(record):
        return record["attendance"][0]

    return {
        "missing": lambda record: record.pop("platform"),
        "unknown": lambda record: record.update(comment="import"),
        "misspelt": lambda record: record.update(platfrom=record.pop("platform")),
        "type": lambda record: record.update(agenda="see the annex"),
        "word": lambda record: record.update(status="done"),
        "pattern": lambda record: record.update(platform=" smt"),
        "length": lambda record: record.update(category=""),
        "null": lambda record: record.update(mode=None),
        "kind": lambda record: record.update(kind="meetings"),
        "presence": lambda record: attendance(record).update(presence="here"),
        "capacity": lambda record: attendance(record).pop("capacity"),
        "person": lambda record: attendance(record).update(person=7),
        "format": lambda record: record.update(start="2025-02-30T10:00:00Z"),
        "day": lambda record: record.update(recorded_on="2025-13-01"),
    }


def spoilt(paths):
    """Writes files with one slip each; gives their paths."""
    bad = []
    for name, slip in slips().items():
        for path in paths:
            document = json.loads(Path(path).read_text("utf-8"))
            if document[0]["attendance"] and "recorded_on" in document[0]:
                break
        document = copy.deepcopy(document)
        slip(document[0])
        target = Path("bad") / f"{name}.json"
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")
        bad.append(str(target))
    return bad


# --------------------------------------------------------------------------------------------------------------- who checks


def python(environment, requirements):
    """A virtual environment with what a file asks for; gives its folder of programs."""
    folder = WORK / environment
    if not folder.exists():
        run([sys.executable, "-m", "venv", folder])
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    run([programs / "python", "-m", "pip", "install", "--quiet", "-r", HERE / requirements])
    return programs


def node():
    """The packages of `package-lock.json`; gives their folder."""
    folder = WORK / "node"
    folder.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json", "loop.mjs"):
        shutil.copy(HERE / name, folder / name)
    run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder])
    return folder


def cargo(crate):
    """A crate from crates.io; gives the folder of programs."""
    run(["cargo", "install", "--quiet", "--locked", "--root", WORK / "cargo", crate])
    return WORK / "cargo" / "bin"


def each(option, paths):
    return [word for path in paths for word in (option, path)]


def jsonschema_cli():
    program = cargo("jsonschema-cli@0.60.2") / "jsonschema-cli"
    return lambda schema, paths: [program, "validate", schema, "--assert-format", *each("-i", paths)]


def boon():
    program = cargo("boon-cli@0.6.2") / "boon"
    return lambda schema, paths: [program, "--assert-format", "--quiet", schema, *paths]


def jsonschema_rs():
    program = python("python", "requirements.txt") / "python"
    return lambda schema, paths: [program, HERE / "loop.py", "jsonschema_rs", schema, listed(paths)]


def jsonschema():
    program = python("python", "requirements.txt") / "python"
    return lambda schema, paths: [program, HERE / "loop.py", "jsonschema", schema, listed(paths)]


def check_jsonschema():
    program = python("python", "requirements.txt") / "check-jsonschema"
    return lambda schema, paths: [program, "--quiet", "--schemafile", schema, *paths]


def sourcemeta(*options):
    # Its program has the name of another package's.
    programs = python("sourcemeta", "requirements-sourcemeta.txt")
    package = run([programs / "python", "-c", "import sourcemeta_jsonschema as own; print(own.__path__[0])"]).strip()
    machine = os.uname().machine.replace("aarch64", "arm64")
    program = Path(package) / f"jsonschema-{sys.platform}-{machine}"
    return lambda schema, paths: [program, "validate", *options, schema, *paths]


def ajv_loop():
    script = node() / "loop.mjs"
    return lambda schema, paths: ["node", script, schema, listed(paths)]


def ajv_cli():
    program = node() / "node_modules" / ".bin" / "ajv"
    words = ["validate", "--spec=draft2020", "--strict=false", "-c", "ajv-formats"]
    # It takes patterns; one for a folder keeps the command short.
    return lambda schema, paths: [program, *words, "-s", schema, *each("-d", patterns(paths))]


def patterns(paths):
    folders = sorted({str(Path(path).parent) for path in paths})
    return [f"{folder}/*.json" for folder in folders] if len(paths) > 1 else paths


def listed(paths):
    """A file that lists paths, for programs of our own that loop over them."""
    name = "all.txt" if len(paths) > 1 else "one.txt"
    Path(name).write_text("".join(f"{path}\n" for path in paths), "utf-8")
    return name


# Name, how it is made ready, whether it finds days and moments that do not exist. The loops are what somebody would write
# around a library.
PEERS = [
    ("jsonschema-cli (Rust)", jsonschema_cli, True),
    ("boon", boon, True),
    ("jsonschema-rs (Python loop)", jsonschema_rs, True),
    ("ajv (Node.js loop)", ajv_loop, True),
    ("ajv-cli", ajv_cli, True),
    ("sourcemeta jsonschema", lambda: sourcemeta("--format-assertion"), True),
    ("sourcemeta jsonschema --fast", lambda: sourcemeta("--format-assertion", "--fast"), True),
    ("check-jsonschema", check_jsonschema, True),
    ("jsonschema (Python loop)", jsonschema, True),
]
OURS = "missionlint check --schema"


# --------------------------------------------------------------------------------------------------------------- measuring


def measure(command):
    """Runs a command; gives CPU seconds, megabytes and its exit code."""
    words = [str(word) for word in command]
    figures = Path("figures.txt")
    if GNU_TIME:
        words = [GNU_TIME, "-o", str(figures), "-f", "%M %U %S", *words]
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        process = subprocess.Popen(words, stdout=nowhere, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # Without GNU time the memory of this program is the least that can be told.
    kilobytes = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    if GNU_TIME:
        kilobytes = int(figures.read_text("utf-8").splitlines()[-1].split()[0])
    return usage.ru_utime + usage.ru_stime, kilobytes / 1024, process.returncode


def disagreement(command, schema, good, bad, formats):
    """What a tool says otherwise than it should, if anything."""
    _, _, code = measure(command(schema, good))
    if code != 0:
        return f"exit {code} though all files are in order"
    for path in bad:
        expected = formats or Path(path).stem not in ("format", "day")
        _, _, code = measure(command(schema, [path]))
        if (code != 0) != expected:
            return f"{path}: exit {code}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=20_000, help="number of files")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    parser.add_argument("--only", action="append", help="only peers with this in their name")
    parser.add_argument("--missionlint", type=Path, help="a release build, instead of making one")
    arguments = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    missionlint = arguments.missionlint
    if missionlint is None:
        run(["cargo", "build", "--release", "--locked", "--manifest-path", PROJECT / "Cargo.toml", "--bin", "missionlint"])
        missionlint = PROJECT / "target" / "release" / "missionlint"
    missionlint = missionlint.resolve()

    # Paths on the command line stay short in here.
    data = WORK / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    missions = str(arguments.files // 25 + 10)
    run(
        ["cargo", "run", "--quiet", "--locked", "--manifest-path", PROJECT / "Cargo.toml", "--example", "corpus", "--"]
        + ["--layout", "ndjson", "--missions", missions, "--months", "8", "--out", data / "corpus"]
    )
    os.chdir(data)
    good = files(data / "corpus", arguments.files)
    bad = spoilt(good)
    schema = "schema.json"
    Path(schema).write_text(json.dumps(bundled("meeting"), indent=1), "utf-8")
    megabytes = sum(os.path.getsize(path) for path in good) / 1e6
    print(f"{len(good)} files, {megabytes:.0f} MB; {len(bad)} spoilt ones", flush=True)

    def ours(schema, paths):
        listing = listed(paths)
        return [missionlint, "check", "--quiet", "--schema", schema, "--files-from", listing]

    tools = {OURS: ours}
    wrong = disagreement(ours, schema, good, bad, True)
    if wrong:
        sys.exit(f"{OURS}: {wrong}")
    skipped, failed = {}, {}
    for name, ready, formats in PEERS:
        if arguments.only and not any(word in name for word in arguments.only):
            continue
        try:
            command = ready()
        except (RuntimeError, OSError) as error:
            skipped[name] = str(error).splitlines()[-1]
            continue
        wrong = disagreement(command, schema, good, bad, formats)
        if wrong:
            failed[name] = wrong
        else:
            tools[name] = command
        print(f"{name}: {wrong or 'same verdicts'}", flush=True)

    figures = {name: ([], [], []) for name in tools}
    for _ in range(arguments.rounds):
        for name, command in tools.items():
            whole, one = command(schema, good), None
            seconds, memory, _ = measure(whole)
            figures[name][0].append(seconds)
            figures[name][1].append(memory)
            one = command(schema, good[:1])
            figures[name][2].append(measure(one)[0])
    median = {name: [statistics.median(values) for values in lists] for name, lists in figures.items()}
    base = median[OURS]
    print(f"\n{time.strftime('%Y-%m-%d')}, {os.cpu_count()} processors, medians of {arguments.rounds} rounds\n")
    print("| tool | CPU | relative | peak memory | relative | CPU for one file |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, (seconds, memory, one) in sorted(median.items(), key=lambda row: row[1][0]):
        print(
            f"| {name} | {seconds:.2f} s | {seconds / base[0]:.1f} | {memory:.0f} MB | {memory / base[1]:.1f} "
            f"| {one * 1000:.0f} ms |"
        )
    for name, reason in skipped.items():
        print(f"\nskipped: {name}: {reason}")
    for name, reason in failed.items():
        print(f"\nOTHER VERDICTS: {name}: {reason}")
    shutil.rmtree(data, ignore_errors=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
