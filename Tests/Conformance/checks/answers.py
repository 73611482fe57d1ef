"""The files and the answers against their schemas, and what must not change them."""

import json
import re

from .harness import DATA, SAMPLE, Failure, Skip, expect

SCHEMAS = DATA / "schemas"

# The schema each command's answer follows.
SCHEMA_OF = {
    "list": "list",
    "overdue": "overdue",
    "due": "due",
    "progress": "progress",
    "history": "history",
    "finding list": "findings",
    "check": "check",
    "show": "show",
}

# What a line of --jsonl is, by command.
TYPE_OF = {
    "list": {"duty"},
    "overdue": {"occurrence"},
    "due": {"occurrence"},
    "progress": {"group"},
    "history": {"event"},
    "finding list": {"finding"},
    "check": {"problem"},
}

SURROUNDINGS = [
    {"LANG": "C"},
    {"LANG": "zh_CN.UTF-8"},
    {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    {"DUTY_LANG": "zh"},
    {"COLUMNS": "40"},
    {"COLUMNS": "0"},
    {"TERM": "xterm-256color", "FORCE_COLOR": "1"},
    {"CLICOLOR_FORCE": "1"},
    {"NO_COLOR": "1", "TERM": "dumb"},
    {"LANG": None, "TERM": None, "PATH": None},
]


def register(registry):
    registry.add("schemas: they are schemas themselves", check_schemas)
    registry.add("schemas: the sample's files", check_files)
    registry.add("schemas: every line of the sample's journals", check_lines)
    registry.add("schemas: answers of reading commands, sample", answers_of("sample"))
    registry.add("schemas: answers of reading commands, empty workspace", answers_of("empty"))
    registry.add("schemas: answers of reading commands, small workspace", answers_of("small"))
    registry.add("schemas: show of every duty of the sample", check_show)
    registry.add("schemas: the ledger of every checklist of the sample", check_ledger)
    registry.add("schemas: answers of recording commands, and their lines", check_recording)
    registry.add("schemas: errors are told to scripts, with the status", check_errors)
    registry.add("jsonl: a value a line, its type first", check_lines_of_answers)
    registry.add("json, jsonl, plain, csv: the same bytes in every surrounding", check_surroundings)
    registry.add("json: the same bytes each time", check_repetition)
    registry.add("plain: a constant number of fields, no control character", check_plain)
    registry.add("every format of every reading command ends well", check_formats)
    registry.add("table: no control character and no trailing space in a pipe", check_tables)


def validator(name):
    try:
        from jsonschema import Draft202012Validator
    except ImportError as error:
        raise Skip("the module jsonschema is not installed") from error
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    return Draft202012Validator(schema)


def validate(name, value, where):
    errors = sorted(validator(name).iter_errors(value), key=lambda error: list(error.path))
    if errors:
        first = errors[0]
        raise Failure(
            f"{where}: {len(errors)} errors by {name}.schema.json; at {first.json_path}: "
            + first.message[:300]
        )


def check_schemas(bench):
    names = [path.name for path in SCHEMAS.glob("*.schema.json")]
    expect(len(names) >= 10, f"only {len(names)} schemas")
    for name in names:
        checker = validator(name.removesuffix(".schema.json"))
        checker.check_schema(checker.schema)


def check_files(bench):
    for path in SAMPLE:
        if path.endswith(".json"):
            name = "checklist" if path.startswith("checklists/") else "settings"
            validate(name, json.loads((DATA / path).read_bytes()), path)


def check_lines(bench):
    count = 0
    for path in SAMPLE:
        if path.endswith(".jsonl"):
            for number, line in enumerate((DATA / path).read_bytes().splitlines(), 1):
                validate("event", json.loads(line), f"{path}:{number}")
                count += 1
    expect(count > 100, f"only {count} lines")


def answers_of(kind):
    def body(bench):
        folder = getattr(bench, kind)()
        found = 0
        for name, words in bench.reading():
            result = bench.run(*words, "--json", at=folder)
            expect(result.status in (0, 1), result)
            expect(result.out.endswith(b"\n"), f"{result}: no line feed at the end")
            validate(SCHEMA_OF[name], result.json(), f"{name}, {kind}")
            found += 1
        expect(found >= 3, "hardly any reading command")

    return body


def check_show(bench):
    bench.need("show", "list")
    folder = bench.sample()
    duties = bench.ok("list", "--json", at=folder).json()["duties"]
    expect(len(duties) == 146, f"{len(duties)} duties")
    for duty in duties:
        result = bench.ok("show", duty["id"], "--json", at=folder)
        validate("show", result.json(), f"show {duty['id']}")


# One command line for each kind of record, in the small workspace.
RECORDS = [
    ["done", "g1"],
    ["done", "g1", "g2", "--on", "2026-07-01", "--note", '两项，"引号"', "--quantity", "45人次"],
    ["done", "g3", "--document", "纪要〔2026〕5号", "--key", "k1"],
    ["done", "g3", "--document", "纪要〔2026〕5号", "--key", "k1"],
    ["done", "g4", "--all", "--dry-run"],
    ["note", "g2", "--note", "来人来访"],
    ["start", "g1"],
    ["waive", "g4a", "--reason", "上级统一安排"],
    ["reopen", "g4a", "--reason", "恢复"],
    ["reschedule", "g1", "--to", "2026-11-30", "--reason", "换届"],
    ["assign", "g2", "--owner", "赵敏"],
    ["sign", "g1", "--signer", "张明", "--opinion", "同意"],
    ["score", "office/g0-1", "--points", "9", "--year", "2026", "--reason", "复核"],
    ["undo"],
]


def check_ledger(bench):
    sample = bench.sample()
    for checklist in ["civil", "justice", "township"]:
        for today in ["2026-07-10", "2026-12-31"]:
            words = ["ledger", "--checklist", checklist, "--today", today]
            whole = bench.run(*words, "--json", at=sample)
            expect(whole.status == 0, whole)
            validate("ledger", whole.json(), str(whole))
            rows = bench.run(*words, "--format", "csv", at=sample).out.count(b"\r\n") - 1
            expect(len(whole.json()["rows"]) <= rows, f"{whole}: {rows} rows in csv")


def check_recording(bench):
    bench.need("done")
    folder = bench.small()
    lines = folder / "journal"
    for words in RECORDS:
        if words[0] not in bench.commands:
            continue
        result = bench.run(*words, "--json", at=folder)
        expect(result.status == 0, result)
        validate("recorded", result.json(), " ".join(words))
    count = 0
    for path in lines.glob("*.jsonl"):
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            validate("event", json.loads(line), f"{path.name}:{number}")
            count += 1
    expect(count >= 3, f"only {count} lines were recorded")


def check_errors(bench):
    folder = bench.sample()
    broken = bench.small("broken")
    (broken / "checklists/bad.json").write_text('{"format": "duty.checklist/1",,}')
    newer = bench.small("newer")
    (newer / "journal/a@b.jsonl").write_text(
        '{"v":2,"id":"01KCGSYXMTD679BWV2S7M4BEG6","at":"2026-05-06T09:12:33+08:00","by":"x",'
        '"type":"done"}\n'
    )
    bad_settings = bench.empty("settings")
    (bad_settings / "duty.json").write_text('{ "format": "duty.settings/1", "silentDays": "x" }')
    cases = [
        (["list", "--nosuch"], folder, 64),
        (["nosuch"], folder, 64),
        (["list", "--state", "nosuch"], folder, 64),
        (["list", "--json", "--csv"], folder, 64),
        (["list", "--checklist", "nosuch"], folder, 66),
        (["list"], bench.folder / "nothing", 66),
        (["list"], newer, 65),
        (["list"], bad_settings, 78),
        (["show", "nosuch9"], folder, 66),
        (["done", "nosuch9"], folder, 66),
        (["done", "s11"], folder, 64),
        (["undo", "ZZZZZZ"], folder, 66),
    ]
    for words, at, status in cases:
        if words[0] not in bench.commands and words[0] != "nosuch":
            continue
        result = bench.run(*words, "--json", at=at)
        expect(result.status == status, f"{result}: expected {status}")
        expect(result.out == b"", f"{result}: something on standard output")
        last = result.err.decode().splitlines()[-1]
        try:
            answer = json.loads(last)
        except ValueError:
            raise Failure(f"{result}: the last line of standard error is no JSON") from None
        validate("error", answer, " ".join(words))
        expect(answer["status"] == status, f"{result}: the answer says {answer['status']}")
        if "--json" in words:
            continue
        plain = bench.run(*words, at=at)
        expect(plain.status == status, f"{plain}: another status without --json")
        expect(b"duty.error" not in plain.err, f"{plain}: JSON for a person")
    # A checklist that cannot be read does not hide the others.
    result = bench.run("list", "--json", at=broken)
    expect(result.status == 65, result)
    validate("list", result.json(), "list beside a broken checklist")
    expect(len(result.json()["duties"]) == 4, "the other checklist's duties are missing")
    expect(b"bad.json:1:" in result.err, f"{result}: the place is not named")


def check_lines_of_answers(bench):
    folder = bench.sample()
    for name, words in bench.reading():
        array = bench.run(*words, "--json", at=folder).json()
        rows = next(value for value in array.values() if isinstance(value, list))
        lines = bench.run(*words, "--jsonl", at=folder).out.splitlines()
        expect(len(lines) == len(rows), f"{name}: {len(lines)} lines for {len(rows)} elements")
        for line in lines:
            value = json.loads(line)
            expect(next(iter(value)) == "type", f"{name}: the type is not first: {line[:80]}")
            expect(value["type"] in TYPE_OF[name] or name == "history", f"{name}: {line[:80]}")


def check_surroundings(bench):
    folder = bench.sample()
    for name, words in bench.reading():
        for form in ["--json", "--jsonl", "--plain", "--csv"]:
            first = None
            for changes in SURROUNDINGS:
                out = bench.run(*words, form, at=folder, env=changes).out
                first = out if first is None else first
                # The header of csv is for people.
                if form == "--csv":
                    out, same = out.split(b"\n", 1)[1:], first.split(b"\n", 1)[1:]
                else:
                    same = first
                expect(out == same, f"{name} {form} differs under {changes}")


def check_repetition(bench):
    folder = bench.sample()
    for name, words in bench.reading():
        outs = {bench.run(*words, "--json", at=folder).out for _ in range(8)}
        expect(len(outs) == 1, f"{name}: {len(outs)} different answers")


def check_plain(bench):
    folder = bench.sample()
    path = folder / "checklists/justice.json"
    path.write_text(path.read_text().replace('"title": "', '"title": "a\\u200fb ', 3))
    for name, words in bench.reading():
        out = bench.run(*words, "--plain", at=folder).out.decode()
        lines = out.splitlines()
        counts = {line.count("\t") for line in out.split("\n")[:-1]}
        expect(len(counts) <= 1, f"{name}: {sorted(counts)} tabs")
        for line in lines:
            expect(not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", line), f"{name}: {line!r}")


def check_formats(bench):
    sample, empty = bench.sample(), bench.empty()
    for name, words in bench.reading():
        for form in ["table", "plain", "json", "jsonl", "csv", "tsv", "markdown"]:
            for folder in [sample, empty]:
                result = bench.run(*words, "--format", form, at=folder)
                expect(result.status in (0, 1), result)
                expect(result.err == b"" or name == "check", f"{result}: it says something")


def check_tables(bench):
    folder = bench.sample()
    for name, words in bench.reading():
        for language in ["en", "zh"]:
            text = bench.run(*words, "--lang", language, at=folder).out.decode()
            for line in text.splitlines():
                expect(line == line.rstrip(), f"{name}: a space at the end of {line!r}")
                expect(line.isprintable() or not line, f"{name}: {line!r}")
