"""What holds for every command: streams, signals, dry runs, answers, and the words of its help."""

import json
import os
import re
import shutil
import signal
import subprocess

from .answers import SCHEMAS, SURROUNDINGS, validate
from .harness import STATUSES, Failure, contents, events, expect, journal
from .syscalls import CHANGING, changes_in, need_strace, trace

# A line for each command, which ends with 0 in the workspace of `office`. FINDING and CLOSED
# stand for the ids of findings there.
LINES = {
    "list": ["--all"],
    "show": ["g1", "--why"],
    "overdue": [],
    "due": ["--days", "90"],
    "progress": ["--by", "owner"],
    "history": [],
    "finding list": ["--all"],
    "finding show": ["FINDING"],
    "check": [],
    "done": ["g1", "g2", "--note", "例行巡查"],
    "note": ["g2", "--note", "来人来访"],
    "start": ["g1"],
    "waive": ["g3", "--reason", "上级统一安排"],
    "reopen": ["g4a", "--reason", "恢复"],
    "assign": ["g2", "--owner", "赵敏"],
    "reschedule": ["g1", "--to", "2026-11-30", "--reason", "换届"],
    "sign": ["g1", "--signer", "张明"],
    "score": ["office/g0-1", "--points", "9", "--reason", "复核"],
    "finding add": ["台账不全"],
    "finding update": ["FINDING", "--measure", "补记"],
    "finding close": ["FINDING"],
    "finding reopen": ["CLOSED", "--reason", "又有"],
    "undo": [],
    "report": ["--checklist", "office"],
    "sheet": ["--owner", "王芳"],
    "ledger": [],
    "init": ["fresh", "--id", "main"],
    "import": ["document.txt"],
    "fill": ["--set", "g1.schedule=2 per year"],
    "add": ["office", "--title", "值班", "--schedule", "1 per month", "--tier", "g0",
            "--section", "g0-1"],
    "roll": ["office"],
    "repair": ["--yes"],
    "config": [],
    "config set": ["dueSoonDays", "20"],
    "manual": [],
    "completion": ["bash"],
}  # fmt: skip

DOCUMENT = """办公室责任清单
一、班子责任
1.每季度至少开展1次巡查。
2.每年6月底前报告工作。
"""

# What is recorded is a line of the journal; what is set up is a file that is written anew.
RECORDING = [
    "done", "note", "start", "waive", "reopen", "assign", "reschedule", "sign", "score",
    "finding add", "finding update", "finding close", "finding reopen", "undo",
]  # fmt: skip
SETTING_UP = ["init", "import", "fill", "add", "roll", "repair", "config set"]


def register(registry):
    registry.add("commands: each has a line here, and ends well", check_lines)
    registry.add("commands: the answer alone is on standard output, no escape", check_streams)
    registry.add("commands: --quiet leaves standard output empty", check_quiet)
    registry.add("commands: none waits for an input that never ends", check_input)
    registry.add("commands: a full device and a closed output are told", check_full)
    registry.add("commands: a pipe without a reader ends each by its signal", check_pipe)
    registry.add("commands: a dry run of each changes nothing", check_dry_runs)
    registry.add("commands: those that only tell change, start and connect nothing", check_telling)
    registry.add("commands: each record is one line and one write", check_records)
    registry.add("commands: each answer in JSON follows a schema, in every surrounding", check_json)
    registry.add("commands: a refused option, whatever else is typed", check_refusals)
    registry.add("commands: completion offers each command and each option", check_completion)


class Office:
    """A workspace where the line of every command ends well; each runs in a copy of its own."""

    def __init__(self, bench):
        self.bench = bench
        self.seed = bench.small("seed")
        bench.ok("waive", "g4a", "--reason", "停办", "-q", at=self.seed)
        self.finding, self.closed = (
            bench.ok("finding", "add", title, "--json", at=self.seed).json()["event"]["id"]
            for title in ["漏报", "迟报"]
        )
        bench.ok("finding", "close", self.closed, "-q", at=self.seed)
        bench.ok("done", "g1", "-q", at=self.seed)
        (bench.folder / "document.txt").write_text(DOCUMENT)

    def words(self, command, *more):
        """The line of a command with more words behind."""
        ids = {"FINDING": self.finding, "CLOSED": self.closed}
        return [*command.split(), *(ids.get(word, word) for word in LINES[command]), *more]

    def copy(self, command=""):
        """A copy of the workspace, as the command needs it."""
        folder = self.bench.folder / "work"
        if folder.exists():
            shutil.rmtree(folder)
        shutil.copytree(self.seed, folder)
        shutil.rmtree(self.bench.folder / "fresh", ignore_errors=True)
        if command == "repair":
            with open(journal(folder), "ab") as file:
                file.write(b'{"v":1,\n')
        return folder

    def run(self, command, *more, **options):
        return self.bench.run(*self.words(command, *more), at=self.copy(command), **options)

    def options(self, command):
        """The long options of a command, as its help lists them."""
        return self.placeholders(command).keys()

    def placeholders(self, command):
        """The long options of a command with what their values are called, `None` for flags."""
        text = self.bench.ok("help", *command.split()).out.decode()
        found = {}
        for line in text.splitlines():
            match = re.match(r" {2,6}(?:-\w, )?--([a-z][a-z-]*)(/--no-[a-z-]+)?( <[^>]+>)?", line)
            if match:
                found[match[1]] = match[3]
                if match[2]:
                    found[match[2][3:]] = None
        return found


def check_lines(bench):
    missing = set(bench.commands) ^ set(LINES)
    expect(not missing, f"commands without a line, or lines without a command: {missing}")
    office = Office(bench)
    for command in LINES:
        result = office.run(command)
        expect(result.status == 0, result)


def check_streams(bench):
    office = Office(bench)
    for command in LINES:
        result = office.run(command)
        expect(result.status == 0 and result.out, f"{result}: no answer")
        for stream in (result.out, result.err):
            expect(b"\x1b" not in stream, f"{result}: an escape in a pipe")
            expect(stream.endswith(b"\n") or not stream, f"{result}: no line feed at the end")
        for word in (b"Error", b"Warning"):
            expect(not result.out.startswith(word), f"{result}: {result.out[:80]}")
            expect(word not in result.err or command == "repair", f"{result}: ended well")
        # The same command line refused: everything is on the other stream.
        refused = office.run(command, "--nosuch")
        expect(refused.status == 64 and not refused.out, refused)
        expect(refused.err.startswith(b"Error: "), refused)
        expect(b"Usage: duty " + command.encode() in refused.err, f"{refused}: no usage")


def check_quiet(bench):
    office = Office(bench)
    count = 0
    for command in LINES:
        if "quiet" not in office.options(command):
            continue
        result = office.run(command, "--quiet")
        expect(result.status == 0, result)
        # Of progress only the explanation is left out.
        if command != "progress":
            expect(result.out == b"", f"{result}: {result.out[:120]}")
            count += 1
        expect(b"Error" not in result.err, result)
    expect(count >= len(RECORDING) + len(SETTING_UP), f"only {count} commands can be quiet")


def check_input(bench):
    office = Office(bench)
    for command in LINES:
        silent = office.run(command)
        folder = office.copy(command)
        reader, writer = os.pipe()
        try:
            result = bench.run(*office.words(command), at=folder, stdin=reader, timeout=10)
        finally:
            os.close(reader)
            os.close(writer)
        expect(result.status == silent.status == 0, result)
        expect(len(result.out) == len(silent.out), f"{result}: another answer than without input")


def check_full(bench):
    office = Office(bench)
    for command in LINES:
        for output in ["full", "closed"]:
            folder = office.copy(command)
            known = set(events(folder))
            words = [str(bench.program), "--dir", str(folder), *office.words(command)]
            end = ">/dev/full" if output == "full" else ">&-"
            done = subprocess.run(
                ["sh", "-c", f'"$@" {end}', "sh", *words],
                cwd=bench.folder,
                env=bench.environment(),
                stdin=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                timeout=20,
            )
            text = done.stderr.decode()
            expect(done.returncode == 74, f"{command} >{output}: status {done.returncode}: {text}")
            expect("could not be written" in text, f"{command} >{output}: {text}")
            fresh = set(events(folder)) - known
            if command in RECORDING:
                expect(len(fresh) == 1, f"{command} >{output}: {len(fresh)} events")
                expect(fresh.pop() in text, f"{command} >{output}: the event is not named: {text}")


def check_pipe(bench):
    office = Office(bench)
    for command in LINES:
        for is_ignored in [True, False]:
            folder = office.copy(command)
            reader, writer = os.pipe()
            os.close(reader)
            # Python has the signal ignored, and its children too unless it is told otherwise.
            process = bench.popen(
                *office.words(command),
                at=folder,
                stdout=writer,
                stderr=subprocess.PIPE,
                restore_signals=not is_ignored,
            )
            os.close(writer)
            _, text = process.communicate(timeout=20)
            expect(
                process.returncode == -signal.SIGPIPE,
                f"{command}: status {process.returncode}: {text.decode()[-300:]}",
            )
            expect(b"could not be written" not in text, f"{command}: {text.decode()[-300:]}")


def check_dry_runs(bench):
    need_strace(bench)
    office = Office(bench)
    found = []
    for command in LINES:
        if "dry-run" not in office.options(command):
            continue
        found.append(command)
        folder = office.copy(command)
        before = contents(folder)
        result, lines = trace(
            bench, CHANGING, *office.words(command, "--dry-run"), at=folder
        )
        expect(result.status == 0, result)
        expect(not changes_in(lines), f"{command}: {changes_in(lines)[:3]}")
        expect(contents(folder) == before, f"{command}: a file has changed")
        expect(not (bench.folder / "fresh").exists(), f"{command}: a folder was made")
    missing = set(RECORDING + SETTING_UP) - set(found)
    expect(not missing, f"without a dry run: {missing}")


def check_telling(bench):
    need_strace(bench)
    office = Office(bench)
    for command in LINES:
        if command in RECORDING + SETTING_UP:
            continue
        folder = office.copy()
        before = contents(folder)
        result, lines = trace(bench, CHANGING, *office.words(command), at=folder)
        expect(result.status == 0, result)
        expect(not changes_in(lines), f"{command}: {changes_in(lines)[:3]}")
        expect(contents(folder) == before, f"{command}: a file has changed")


def check_records(bench):
    need_strace(bench)
    office = Office(bench)
    for command in RECORDING:
        folder = office.copy()
        path = journal(folder)
        before = path.read_bytes()
        result, lines = trace(
            bench, "write,pwrite64,writev,rename", *office.words(command), at=folder
        )
        expect(result.status == 0, result)
        writes = [line for line in lines if path.name in line]
        expect(len(writes) == 1, f"{command}: {writes}")
        added = path.read_bytes()[len(before) :]
        expect(path.read_bytes().startswith(before), f"{command}: the old lines have changed")
        expect(added.count(b"\n") == 1 and added.endswith(b"}\n"), f"{command}: {added[:200]}")


def check_json(bench):
    office = Office(bench)
    shipped = {path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json")}
    count = 0
    for command in LINES:
        options = office.options(command)
        if "json" not in options:
            continue
        count += 1
        # A dry run tells what would be recorded, and its id is not chosen yet.
        more = ["--json", "--dry-run"] if "dry-run" in options else ["--json"]
        folder = office.copy(command)
        first = bench.ok(*office.words(command, *more), at=folder)
        name = first.json()["format"].removeprefix("duty.").removesuffix("/1")
        expect(name in shipped, f"{command}: there is no schema for {name}")
        validate(name, first.json(), command)
        for changes in SURROUNDINGS:
            if command == "config" and "DUTY_LANG" in changes:
                # The settings in force are what it tells.
                continue
            again = bench.ok(*office.words(command, *more), at=folder, env=changes)
            expect(again.out == first.out, f"{command} differs under {changes}")
    expect(count > 20, f"only {count} commands answer in JSON")


def check_refusals(bench):
    """A misspelt option is refused before anything is done, wherever it stands."""
    office = Office(bench)
    for command in LINES:
        folder = office.copy(command)
        before = contents(folder)
        words = office.words(command)
        name = len(command.split())
        for place in {0, name, len(words)}:
            line = [*words[:place], "--dri-run", *words[place:]]
            result = bench.run(*line, at=folder)
            expect(result.status == 64 and not result.out, result)
        for option, placeholder in office.placeholders(command).items():
            if placeholder is None:
                line, told = [f"--{option}=yes"], "does not take any value"
            else:
                line, told = [f"--{option}"], "Missing value"
            result = bench.run(*words, *line, at=folder)
            expect(result.status == 64 and not result.out, result)
            expect(told in result.err.decode(), f"{result}: not '{told}'")
        expect(contents(folder) == before, f"{command}: a file has changed")
        expect(not (bench.folder / "fresh").exists(), f"{command}: a folder was made")


def check_completion(bench):
    office = Office(bench)

    def offered(*words):
        out = bench.ok("complete-words", "--", *words, cwd=office.seed).out.decode()
        return {line.split("\t")[0] for line in out.splitlines()}

    expect({name.split()[0] for name in bench.commands} <= offered(""), "a command is missing")
    for command in LINES:
        if " " in command:
            family, member = command.split()
            expect(member in offered(family, ""), f"{command} is not offered")
        options = {f"--{option}" for option in office.options(command)}
        words = offered(*command.split(), "--")
        expect(options <= words, f"{command}: {options - words} are not offered")
