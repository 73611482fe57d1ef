"""The independent calculations that the tests' figures come from."""

import importlib.util
import json
import shutil
import subprocess
import sys

from .harness import ROOT, Skip, expect

TESTS = ROOT / "Tests"


def register(registry):
    registry.add(
        "oracle: the golden year's figures, also with shuffled lines",
        passes("DutyModelTests/GoldenYear/oracle.py"),
    )
    registry.add(
        "oracle: the tests of the calendar state what Python says",
        passes("DutyModelTests/Oracle/dates.py"),
        True,
    )
    registry.add(
        "oracle: the figures of the yearly reports",
        passes("DutyReportsTests/Oracle/report.py"),
    )
    registry.add("oracle: words for days", check_days)
    registry.add("oracle: the program agrees with the golden year", check_golden_year, True)


def passes(path):
    def body(bench):
        done = subprocess.run(
            [sys.executable, TESTS / path, "--check"], capture_output=True, timeout=120
        )
        expect(done.returncode == 0, (done.stdout + done.stderr).decode()[-600:])

    return body


def check_days(bench):
    if importlib.util.find_spec("dateutil") is None:
        raise Skip("the module dateutil is not installed")
    source = TESTS / "DutyCommandsTests/Oracle"
    # It writes its table next to itself.
    shutil.copyfile(source / "days.py", bench.folder / "days.py")
    done = subprocess.run(
        [sys.executable, bench.folder / "days.py"], capture_output=True, timeout=120
    )
    expect(done.returncode == 0, done.stderr.decode()[-600:])
    ours, theirs = (folder / "days.tsv" for folder in (source, bench.folder))
    expect(ours.read_bytes() == theirs.read_bytes(), "days.tsv is not what days.py calculates")


def check_golden_year(bench):
    source = TESTS / "DutyModelTests/GoldenYear"
    folder = bench.folder / "golden"
    shutil.copytree(source / "workspace", folder)
    days = sorted(path.stem for path in (source / "expected").glob("*.json"))
    expect(len(days) == 12, days)
    for day in days:
        expected = json.loads((source / f"expected/{day}.json").read_text())
        answer = bench.run("list", "--json", "--today", day, at=folder).json()
        keys = ["id", "state", "due", "done", "owed", "late", "silent"]
        compare(answer["duties"], expected["duties"], keys, f"list on {day}", by_id)
        answer = bench.run("overdue", "--json", "--today", day, at=folder).json()
        rows = [{**row, "id": row["requirement"]} for row in answer["occurrences"]]
        keys = ["id", "period", "due", "owner", "missing", "state"]
        compare(rows, expected["overdue"], keys, f"overdue on {day}", in_time)


def by_id(row):
    return row["id"]


def in_time(row):
    return (row["due"], row["id"], row["period"], row["owner"] or "")


def compare(rows, expected, keys, where, order):
    """Fails unless the rows agree in the keys that the expectation has."""

    def told(row):
        return {key: row[key] for key in keys if key in row}

    ours = [told(row) for row in sorted(rows, key=order)]
    theirs = [told(row) for row in sorted(expected, key=order)]
    expect(len(ours) == len(theirs), f"{where}: {len(ours)} rows, not {len(theirs)}")
    for one, other in zip(ours, theirs):
        one = {key: value for key, value in one.items() if key in other}
        expect(one == other, f"{where}: {one} is not {other}")
