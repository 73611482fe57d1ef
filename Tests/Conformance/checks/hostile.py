"""Files that are damaged, huge, or written to do harm."""

import json
import os
import random
import sys
import time

from .harness import STATUSES, Failure, contents, expect, journal
from .syscalls import need_strace, trace

SEED = 20260710
SECONDS_OF_MUTATION = 45

# What a mutation may put into a file.
TOKENS = [
    b"{", b"}", b"[", b"]", b'"', b",", b":", b"\\", b"\n", b"\x00", b"\xff", b"\xef\xbb\xbf",
    b"null", b"true", b"-", b"1e9", b"9223372036854775807", b"-9223372036854775808",
    b"99999999999999999999999", b"0.0000001", b'"\\ud800"', b'"\\u0000"', b"\xed\xa0\x80",
    b'"9999-12-31"', b'"0001-01-01"', b'"0000-00-00"', b'"2023-02-29"', b"366 per year",
    b"1 per week", b"by 02-29 each year", b"? per half-year", b"by ?", b"2 per month, 29 days apart",
    b'"7ZZZZZZZZZZZZZZZZZZZZZZZZZ"', b'"00000000000000000000000000"', b"<<<<<<< HEAD\n",
    "年底前".encode(), "每月1次".encode(), b"\xe2\x80\xae", b"\x1b[2J", b"../../etc/passwd",
]  # fmt: skip

READS = [
    ["list"],
    ["list", "--json", "--all"],
    ["overdue", "--csv"],
    ["due", "--jsonl"],
    ["progress"],
    ["progress", "--by", "owner", "--json"],
    ["history", "--limit", "0"],
    ["finding", "list"],
    ["show", "township/s11"],
    ["check", "--json"],
    [],
    ["complete-words", "--", "done", ""],
]


def register(registry):
    registry.add(
        "hostile: mutated workspaces end with a documented status (S5, S6)", check_mutated, True
    )
    registry.add("hostile: files of random bytes", check_random)
    registry.add("hostile: bombs are refused or read within two seconds (S5)", check_bombs, True)
    registry.add("hostile: the farthest days and largest figures", check_extremes)
    registry.add("hostile: a journal cut at every byte of its last two lines (F1)", check_cut, True)
    registry.add("hostile: each line deleted, each line doubled (F2)", check_lines)
    registry.add("hostile: CRLF, a byte order mark and empty lines mean nothing (F12)", check_marks)
    registry.add(
        "hostile: titles and names with control characters, in every format (S1)", check_titles
    )
    registry.add("hostile: arguments of random words", check_arguments)
    registry.add("hostile: two events of one id count for nothing (F5)", check_conflict)
    registry.add("hostile: variables of the environment that are no UTF-8", check_environment)
    registry.add("hostile: settings that name programs start none", check_programs)
    registry.add("hostile: outputs that are links, folders, pipes or devices", check_outputs)
    registry.add("hostile: sizes at their limits, and one byte beyond", check_limits)
    registry.add("hostile: 100,000 events within a second and 200 MB", check_many_events)


def reads(bench):
    return [words for words in READS if not words or words[0] in known(bench)]


def known(bench):
    return {name.split()[0] for name in bench.commands} | {"complete-words"}


def judge(bench, folder, words, where, timeout=10):
    try:
        result = bench.run(*words, at=folder, timeout=timeout)
    except Failure as failure:
        keep = keep_evidence(folder)
        raise Failure(f"{where}: {failure}; the files are kept in {keep}") from None
    expect(result.status in STATUSES - {70, 73}, f"{where}: {result}")
    return result


def keep_evidence(folder):
    import shutil
    import tempfile

    keep = tempfile.mkdtemp(prefix="duty-evidence-")
    shutil.copytree(folder, keep, dirs_exist_ok=True)
    return keep


def mutate(data, source):
    data = bytearray(data)
    for _ in range(source.choice([1, 1, 1, 2, 5, 20])):
        place = source.randrange(len(data) + 1)
        kind = source.randrange(7)
        if kind == 0:
            data[place:place] = source.choice(TOKENS)
        elif kind == 1:
            data[place : place + source.randrange(1, 40)] = b""
        elif kind == 2 and data:
            data[place % len(data)] = source.randrange(256)
        elif kind == 3:
            end = place + source.randrange(1, 200)
            data[place:place] = data[place:end]
        elif kind == 4:
            data[place : place + source.randrange(1, 12)] = source.choice(TOKENS)
        elif kind == 5:
            digits = [at for at in range(place, min(place + 300, len(data))) if 48 <= data[at] < 58]
            if digits:
                at = source.choice(digits)
                data[at : at + 1] = source.choice([b"0", b"9", b"99999999", b"1e3", b"-1", b""])
        else:
            other = source.randrange(len(data) + 1)
            piece = data[other : other + source.randrange(1, 120)]
            data[place : place + len(piece)] = piece
    return bytes(data)


def check_mutated(bench):
    source = random.Random(SEED)
    folder = bench.sample()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    originals = {path: path.read_bytes() for path in paths}
    commands = reads(bench)
    end = time.monotonic() + SECONDS_OF_MUTATION
    rounds = 0
    while time.monotonic() < end:
        rounds += 1
        chosen = source.sample(paths, source.choice([1, 1, 1, 2, 4]))
        for path in chosen:
            path.write_bytes(mutate(originals[path], source))
        where = f"round {rounds} of seed {SEED}"
        for words in source.sample(commands, min(4, len(commands))):
            before = contents(folder) if rounds % 20 == 0 else None
            judge(bench, folder, [*words, "--today", "2026-07-10"], where)
            expect(before is None or contents(folder) == before, f"{where}: a file has changed")
        if "done" in bench.commands and rounds % 3 == 0:
            held = {path: path.read_bytes() for path in (folder / "journal").glob("*.jsonl")}
            result = judge(bench, folder, ["done", "township/s11b", "--json"], where)
            fresh = journal(folder).read_bytes() if journal(folder).exists() else b""
            expect((result.status == 0) == bool(fresh), f"{where}: {result}")
            for path, data in held.items():
                expect(path.read_bytes() == data, f"{where}: another writer's journal has changed")
            journal(folder).unlink(missing_ok=True)
        for path in chosen:
            path.write_bytes(originals[path])
    expect(rounds > 5, f"only {rounds} rounds")


def check_random(bench):
    source = random.Random(SEED)
    folder = bench.small()
    for number in range(40):
        data = source.randbytes(source.choice([0, 1, 2, 10, 1000]))
        kind = number % 4
        target = [
            folder / "checklists/x.json",
            folder / "journal/x.jsonl",
            folder / "duty.json",
            bench.home / ".config/duty/config.json",
        ][kind]
        target.parent.mkdir(parents=True, exist_ok=True)
        old = target.read_bytes() if target.exists() else None
        target.write_bytes(data)
        for words in reads(bench):
            judge(bench, folder, words, f"random bytes {number} in {target.name}")
        if old is None:
            target.unlink()
        else:
            target.write_bytes(old)


def checklist(duties, **more):
    return {
        "format": "duty.checklist/1",
        "id": "bomb",
        "title": "x",
        "tiers": [{"id": "g0", "kind": "party-group", "title": "x", "duties": duties}],
        **more,
    }


# A process of its own: what it starts would else be charged with the memory of these checks.
METER = """
import json, os, sys
process = os.spawnv(os.P_NOWAIT, sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(process, 0)
told = [os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]
with open(sys.argv[1], "w") as file:
    json.dump(told, file)
"""


# What Python takes to read this text on a processor of 2024 that does nothing else. A limit in
# seconds is for such a one: a machine that is slow, or busy, is as slow with both.
YARDSTICK = json.dumps([{"id": n, "title": "责任清单" * 5, "of": [n] * 5} for n in range(20_000)])
YARDSTICK_SECONDS = 0.07


def slowness():
    """How many times as long as usual this machine takes for anything now; at least 1."""
    start = time.thread_time()
    for _ in range(3):
        json.loads(YARDSTICK)
    return max(1, (time.thread_time() - start) / 3 / YARDSTICK_SECONDS)


def cost(bench, folder, words, within):
    """The status, the seconds of processor and the megabytes of a run; the better of two.

    What is measured is the program alone, for other checks run beside this one. Where it takes
    longer than it may, the machine is measured as well, and it is tried once more.
    """
    told = bench.folder / "told"
    prefix = [sys.executable, "-I", "-S", "-c", METER, told]
    tries = []
    while len(tries) < 2 and (not tries or tries[0][1] > within):
        with open(bench.folder / "out", "wb") as out, open(bench.folder / "err", "wb") as err:
            bench.popen(*words, at=folder, prefix=prefix, stdout=out, stderr=err).wait()
        status, seconds, megabytes = json.loads(told.read_text())
        if seconds > within:
            seconds /= slowness()
        tries.append((status, seconds, megabytes))
    return min(tries, key=lambda one: one[1])


def check_bombs(bench):
    head = b'{"format":"duty.checklist/1","id":"bomb","title":"x","tiers":'
    many = b",".join(
        b'{"id":"g%d","title":"x","schedule":"1 per year"}' % number for number in range(1, 200_001)
    )
    checklists = {
        "100,000 brackets": b"[" * 100_000,
        "100,000 braces": b'{"a":' * 100_000,
        "nested tiers": head + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "a number of 1,000,000 digits": head + b"1" * 1_000_000 + b"}",
        "an exponent of 1,000,000 digits": head + b"1e" + b"9" * 1_000_000 + b"}",
        "a text of 10 MB": head + b'[],"text":"' + b"x" * 10_000_000 + b'"}',
        "200,000 duties": head
        + b'[{"id":"s0","kind":"party-group","title":"x","duties":[' + many + b"]}]}",
        "200,000 duties, and a fault in the last": head
        + b'[{"id":"s0","kind":"party-group","title":"x","duties":['
        + many
        + b',{"id":"g","title":"x","schedule":"1 per year"}]}]}',
        "65 MiB": b" " * (65 << 20),
        "1,000,000 keys": b"{" + b",".join(b'"k%d":1' % n for n in range(1_000_000)) + b"}",
        "one key 100,000 times": b"{" + b",".join(b'"k":1' for _ in range(100_000)) + b"}",
        "1,000,000 escapes": head + b'[],"x":"' + b"\\u0041" * 1_000_000 + b'"}',
    }  # fmt: skip
    event = b'{"v":1,"id":"01KCGSYXMTD679BWV2S7M4BEG6","at":"2025-12-15T18:47:37+08:00","by":"x",'
    journals = {
        "a line of 64 MiB": event + b'"type":"note","note":"' + b"x" * (64 << 20) + b'"}\n',
        "a line of 64 MiB without an end": b"x" * (64 << 20),
        "1,000,000 empty lines": b"\n" * 1_000_000,
        "100,000 broken lines": b"{\n" * 100_000,
        "300,000 targets": event
        + b'"type":"done","targets":['
        + b",".join(b'{"to":"office/g1a","for":"2026"}' for _ in range(300_000))
        + b"]}\n",
        "100,000 brackets": b"[" * 100_000 + b"\n",
        "a batch in a batch": event + b'"type":"batch","events":[' * 20_000 + b"\n",
    }
    folder = bench.small()
    slow = []
    for kind, bombs in [("checklists/bomb.json", checklists), ("journal/bomb.jsonl", journals)]:
        for name, data in bombs.items():
            path = folder / kind
            path.write_bytes(data)
            for words in [["list"], ["overdue", "--json"], ["check"]]:
                if words[0] not in bench.commands:
                    continue
                status, seconds, _ = cost(bench, folder, words, within=2)
                expect(status in (0, 65), f"{words[0]} on {name}: status {status}")
                size = (bench.folder / "err").stat().st_size
                expect(size < 100_000, f"{words[0]} on {name}: {size} bytes of messages")
                if seconds > 2:
                    slow.append(f"{words[0]} on {name}: {seconds:.1f} s")
            path.unlink()
    expect(not slow, "; ".join(slow))


def check_extremes(bench):
    folder = bench.small()
    schedules = [
        "366 per week", "366 per year, 1 days apart", "1 per week", "by 9999-12-31", "by 0001-01-01",
        "by 02-29 each year", "from 12-31 by 12-31 each year", "from 01 by 12-31 each year",
        "1 per month by 31", "2 per half-year, 180 days apart", "? per year by ?", "by 9999-?",
    ]  # fmt: skip
    duties = [
        {"id": f"g{number}", "title": "x", "owner": "王芳", "schedule": schedule}
        for number, schedule in enumerate(schedules, 1)
    ]
    path = folder / "checklists/bomb.json"
    for effective in [{}, {"from": "0001-01-01"}, {"from": "9999-12-31"}, {"to": "0001-01-01"}]:
        path.write_text(json.dumps(checklist(duties, effective=effective)))
        for day in ["0001-01-01", "0001-12-31", "1999-12-31", "9999-01-01", "9999-12-31"]:
            for words in reads(bench):
                if words and words[0] != "complete-words":
                    judge(bench, folder, [*words, "--today", day], f"{effective} on {day}")
        for year in ["0", "1", "9999", "10000", "-1", "9223372036854775807"]:
            for command in ["list", "overdue", "progress"]:
                if command in bench.commands:
                    judge(bench, folder, [command, "--year", year], f"year {year}")
        for words in [["due", "--days", "9223372036854775807"], ["due", "--days", "0"]]:
            judge(bench, folder, words, "days")
    for moment in ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"]:
        env = {"DUTY_NOW": moment}
        for words in [["list"], ["done", "office/g1"], ["history"], ["undo"]]:
            if words[0] in bench.commands:
                bench.run(*words, at=folder, env=env)


def longest_journal(folder):
    return max((folder / "journal").glob("*.jsonl"), key=lambda path: path.stat().st_size)


def check_cut(bench):
    folder = bench.sample()
    path = longest_journal(folder)
    data = path.read_bytes()
    last = data.rstrip(b"\n").rfind(b"\n") + 1
    before = data[: last - 1].rfind(b"\n") + 1
    for length in range(before, len(data) + 1):
        path.write_bytes(data[:length])
        result = bench.ok("list", "--json", at=folder)
        # A line is whole with its last brace.
        ends = {last - 1, last, len(data) - 1, len(data), before}
        torn = 0 if length in ends else 1
        answer = result.json()
        expect(answer["unreadableLines"] == torn, f"cut at {length}: {answer['unreadableLines']}")
        warnings = [line for line in result.err.decode().splitlines() if "arning" in line]
        expect(len(warnings) == torn, f"cut at {length}: {warnings}")


def check_lines(bench):
    folder = bench.sample()
    path = longest_journal(folder)
    lines = path.read_bytes().splitlines(keepends=True)
    clean = bench.ok("list", "--json", at=folder).out
    for number in range(len(lines)):
        path.write_bytes(b"".join(lines[:number] + lines[number + 1 :]))
        bench.ok("list", "--json", at=folder)
        path.write_bytes(b"".join([*lines, lines[number]]))
        expect(bench.ok("list", "--json", at=folder).out == clean, f"line {number + 1} doubled")


def check_marks(bench):
    folder = bench.sample()
    clean = bench.ok("list", "--json", at=folder).out
    for path in (folder / "journal").glob("*.jsonl"):
        data = path.read_bytes()
        path.write_bytes(b"\xef\xbb\xbf\r\n" + data.replace(b"\n", b"\r\n\r\n \r\n").rstrip())
    expect(bench.ok("list", "--json", at=folder).out == clean, "journals")
    for path in (folder / "checklists").glob("*.json"):
        data = path.read_bytes()
        path.write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n\t"))
    expect(bench.run("list", "--json", at=folder).out == clean, "checklists")
    # One file for each event is the same journal.
    for path in list((folder / "journal").glob("*.jsonl")):
        for number, line in enumerate(path.read_bytes().splitlines()):
            (folder / "journal" / f"{path.stem}-{number:03}.jsonl").write_bytes(line)
        path.unlink()
    expect(bench.ok("list", "--json", at=folder).out == clean, "a file for each event")


NASTY = [
    "\x1b]0;title\x07", "\x1b[2J\x1b[31m", "\x9b2J", "a\rb", "a\tb", "\u202etxt.exe", "\u2066x\u2069",
    "=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "<script>alert(1)</script>",
    "| a | b |", "`x`", "\u2028", "\u200f", "\u061c", "a,b\"c\"", "👩‍👩‍👧‍👦" * 5, "é" * 50,
]  # fmt: skip


def check_titles(bench):
    folder = bench.empty()
    (folder / "checklists").mkdir()
    duties = [
        {"id": f"g{number}", "title": text, "owner": text, "departments": [text, "x"],
         "schedule": "1 per month"}
        for number, text in enumerate(NASTY, 1)
    ]  # fmt: skip
    allowed = 0
    for duty in duties:
        path = folder / "checklists/bomb.json"
        path.write_text(json.dumps(checklist([duty]), ensure_ascii=False))
        for words in [["list", "--all"], ["overdue"], ["due"], ["progress", "--by", "owner"],
                      ["show", "bomb/" + duty["id"]], ["check"]]:  # fmt: skip
            if words[0] not in bench.commands:
                continue
            for form in [[], ["--csv"], ["--plain"], ["--format", "markdown"], ["--json"]]:
                if words[0] == "show" and form and form != ["--json"]:
                    continue
                result = judge(bench, folder, [*words, *form], repr(duty["title"]))
                text = (result.out + result.err).decode().replace("\r\n", "\n")
                for character in text:
                    code = ord(character)
                    bad = code < 32 and character not in "\n\t" or 0x7F <= code < 0xA0
                    # Forms for programs keep every letter; on a screen some would deceive.
                    if form in ([], ["--format", "markdown"]):
                        bad = bad or character in "\u2028\u2029\u200e\u200f\u061c"
                        bad = bad or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
                    expect(not bad, f"{words} {form}: U+{code:04X} of {duty['title']!r}")
                if form == ["--csv"]:
                    expect(not formula_in(text), f"{words}: a formula: {text[:300]!r}")
                allowed += result.status == 0
    expect(allowed > 0, "everything was refused")


def formula_in(text):
    import csv
    import io

    for row in list(csv.reader(io.StringIO(text)))[1:]:
        for field in row:
            if field[:1] in tuple("=+@＝＋＠\t\r") or (field[:1] == "-" and not is_number(field)):
                return True
    return False


def is_number(field):
    return field[1:].isdigit()


def check_arguments(bench):
    source = random.Random(SEED)
    folder = bench.small()
    words = [
        *bench.commands, "-", "--", "--json", "--jsonl", "--on", "--for", "--today", "--lang", "zh",
        "--count", "-1", "0", "9223372036854775808", "--quantity", "1.5万元", "次", "--note", "",
        "g1", "office/g4", "g4b", "office/", "/", "2026-02-30", "2026-W53", "0000-01-01", "今天",
        "-3d", "+999999999999y", "月底", "--limit", "--columns", "x,y", "--state", "overdue,", "-q",
        "-n", "--owner", "王", "👩‍👩‍👧‍👦", "\u202e", "\x1b[2J", "a" * 3000, "--format", "=", "--=",
        "-o=x", "--color", "always", "--ascii", "--sort", "due", "--by", "owner", "--as", "--key",
        "--reason", "--lock-timeout", "-C", "nosuch", "finding", "config", "set", "complete-words",
    ]  # fmt: skip
    for number in range(400):
        line = source.choices(words, k=source.randrange(1, 7))
        if "init" in line or "completion" in line:
            continue
        result = bench.run(*line, at=folder, timeout=20)
        expect(b"\x1b[2J" not in result.out + result.err, f"round {number}: {result}")
        expect(result.status != 0 or b"Error" not in result.err, f"round {number}: {result}")


def check_conflict(bench):
    folder = bench.small()
    lines = [
        {"v": 1, "id": "01KCGSYXMTD679BWV2S7M4BEG6", "at": "2026-03-15T18:47:37+08:00", "by": "x",
         "type": "done", "targets": [{"to": "office/g1a", "for": "2026"}], "on": day}
        for day in ["2026-03-14", "2026-03-15"]
    ]  # fmt: skip
    for order in [lines, lines[::-1]]:
        for name, line in zip(["a.jsonl", "b.jsonl"], order):
            (folder / "journal" / name).write_text(json.dumps(line) + "\n")
        result = bench.ok("list", "--json", at=folder)
        duty = next(duty for duty in result.json()["duties"] if duty["id"] == "office/g1")
        expect(duty["done"] == 0, f"{duty['done']} records count")
        expect(result.err, "nothing is said of it")
        if "check" in bench.commands:
            result = bench.run("check", at=folder)
            expect(result.status == 65, result)
            for name in (b"a.jsonl:1", b"b.jsonl:1"):
                expect(name in result.out, f"{result.out.decode()}: {name} is not named")


def check_environment(bench):
    folder = bench.small()
    for bad in [b"\xff", b"caf\xe9", b"\xed\xa0\x80", b"\xc0\x80", b"a\nb", b"\x1b[2J"]:
        for name in ["DUTY_USER", "DUTY_WRITER", "DUTY_LANG", "DUTY_NOW", "DUTY_DIR", "HOME", "TZ",
                     "LANG", "COLUMNS", "TERM", "USER", "XDG_CONFIG_HOME", "NO_COLOR"]:  # fmt: skip
            for words in [["list"], ["done", "g2"], ["config", "--json"]]:
                where = None if name == "DUTY_DIR" else folder
                result = bench.run(*words, at=where, cwd=folder, env={name: bad})
                for stream in (result.out, result.err):
                    text = stream.decode()
                    expect("\x1b" not in text, f"{name}={bad}: {result}")
    for path in (folder / "journal").iterdir():
        for line in path.read_bytes().splitlines() if path.suffix == ".jsonl" else []:
            expect(json.loads(line)["by"].isprintable(), f"{path.name}: {line}")
    outside = {path.name for path in bench.folder.iterdir()}
    expect(outside == {"small", "home"}, outside)


def check_programs(bench):
    need_strace(bench)
    folder = bench.small()
    run = "touch x"
    keys = {key: run for key in ["pager", "editor", "command", "hook", "fsmonitor", "diff", "open"]}
    (folder / "duty.json").write_text(json.dumps({"format": "duty.settings/1", **keys}))
    user = bench.home / ".config/duty/config.json"
    user.parent.mkdir(parents=True)
    user.write_text(json.dumps({"format": "duty.user/1", **keys}))
    for words in [["list"], ["check"], ["history"], ["done", "g1"], ["report"], []]:
        result, lines = trace(bench, "execve,fork,vfork,clone,clone3,connect", *words, at=folder)
        expect(result.status == 0, result)
        # The first is that of the program itself.
        expect(len(lines) == 1 and lines[0].startswith("execve("), f"{words}: {lines}")
    # A key that is none is told, with its place.
    result = bench.run("check", at=folder)
    expect(b"pager" in result.out and b"duty.json" in result.out, result.out.decode())


def check_outputs(bench):
    folder = bench.small()
    victim = bench.folder / "victim"
    victim.write_text("precious")

    def link(path):
        path.symlink_to(victim)

    def broken(path):
        path.symlink_to(bench.folder / "nowhere")

    for put in [link, broken, os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")]:
        for force in [[], ["--force"]]:
            for command in [["report"], ["sheet", "--owner", "王芳"], ["ledger"]]:
                path = bench.folder / "output.csv"
                put(path)
                where = os.lstat(path)
                form = [] if command == ["ledger"] else ["--format", "text"]
                words = [*command, *form, "-o", str(path), *force]
                result = bench.run(*words, at=folder, timeout=10)
                told = f"{result}: a file of the type {where.st_mode:o}"
                expect(victim.read_text() == "precious" or force, told)
                expect(not (bench.folder / "nowhere").exists() or force, told)
                if not force:
                    expect(result.status in (73, 74, 77), told)
                    expect(os.lstat(path).st_ino == where.st_ino, told)
                victim.write_text("precious")
                (bench.folder / "nowhere").unlink(missing_ok=True)
                os.rmdir(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    for name in ["", "/", ".", "..", "nosuch/report.csv", "/proc/x", "a" * 300, "x/"]:
        result = bench.run("ledger", "-o", name, at=folder)
        expect(result.status in (64, 66, 73, 74, 77), f"-o {name[:20]!r}: {result}")
    # A name that only looks hostile is a name.
    for name in ["-", "--force", "a\\b", "CON", "~", "$(touch x)"]:
        result = bench.run("ledger", "-o", f"./{name}.csv", at=folder)
        expect(result.status == 0 and (bench.folder / f"{name}.csv").exists(), result)


def check_limits(bench):
    """A file or a line of the greatest size is read; of one byte more it is refused by name."""
    folder = bench.small()
    event = {"v": 1, "id": "01KCGSYXMTD679BWV2S7M4BEG6", "at": "2026-05-06T09:12:33+08:00",
             "by": "x", "type": "done", "targets": [{"to": "office/g1a", "for": "2026"}],
             "on": "2026-05-06"}  # fmt: skip
    kept = (folder / "checklists/office.json").read_bytes()
    cases = [
        ("journal/x.jsonl", json.dumps(event).encode(), 16 << 20, b"\n", 0),
        ("duty.json", b'{"format":"duty.settings/1"}', 1 << 20, b"", 78),
        ("checklists/office.json", kept, 64 << 20, b"", 65),
    ]
    for name, text, limit, end, status in cases:
        path = folder / name
        before = path.read_bytes() if path.exists() else None
        for excess in [0, 1]:
            path.write_bytes(text[:-1] + b" " * (limit + excess - len(text)) + b"}" + end)
            result = bench.run("list", "--json", at=folder)
            where = f"{name} of {limit} bytes and {excess}: {result}"
            expect(result.status == (status if excess else 0), where)
            if name.startswith("journal"):
                expect(result.json()["unreadableLines"] == excess, where)
                duty = next(d for d in result.json()["duties"] if d["id"] == "office/g1")
                expect(duty["done"] == 1 - excess, where)
            expect((name.encode() in result.err) == bool(excess), where)
            expect(len(result.err) < 2000, where)
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


def check_many_events(bench):
    folder = bench.small()
    targets = [("g1a", "2026"), ("g2a", "2026"), ("g4a", "2026"), ("g4b", "2026-05")]
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    with open(journal(folder), "w") as file:
        previous = ""
        for number in range(100_000):
            value = (1767225600000 + number * 1000) << 80 | number
            one = "".join(letters[value >> 5 * place & 31] for place in range(25, -1, -1))
            to, period = targets[number % len(targets)]
            file.write(
                f'{{"v":1,"id":"{one}","at":"2026-05-06T09:12:33+08:00","by":"王芳",{previous}'
                f'"type":"done","targets":[{{"to":"office/{to}","for":"{period}"}}],'
                f'"on":"2026-05-06","note":"入村走访，听取意见并督促整改第{number}次"}}\n'
            )
            previous = f'"prev":"{one}",'
    for words in [["list", "--json"], ["overdue"], ["check"], ["done", "g1"], ["show", "g1"],
                  ["history", "--json"], ["progress"], ["ledger"]]:  # fmt: skip
        status, seconds, megabytes = cost(bench, folder, words, within=1)
        expect(status == 0, f"{words}: status {status}")
        expect((bench.folder / "out").stat().st_size > 0, f"{words}: no answer")
        expect(seconds < 1, f"{words}: {seconds:.1f} s")
        # An answer of all the events is held as a whole.
        limit = 250 if words[0] == "history" else 200
        expect(megabytes < limit, f"{words}: {megabytes:.0f} MB")
