"""How checks are named, run and counted, and how they run the program."""

import dataclasses
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "Data"

# The files of the sample workspace. A clone may hold a user's own records beside them.
SAMPLE = [
    "duty.json",
    "checklists/civil.json",
    "checklists/justice.json",
    "checklists/township.json",
    "journal/hexuemei@justice.jsonl",
    "journal/liuwen@pc1.jsonl",
    "journal/wangfang@pc2.jsonl",
    "journal/xuliang@civil.jsonl",
    "journal/zhangming@pc3.jsonl",
]

# The statuses a script may meet; anything else is a fault, and so is 70.
STATUSES = {0, 1, 64, 65, 66, 70, 73, 74, 75, 77, 78}
CRASHES = {signal.SIGILL, signal.SIGTRAP, signal.SIGABRT, signal.SIGBUS, signal.SIGSEGV}

# The journal that records of these checks go to.
WRITER = "tester@here"

# Commands that read: the arguments with which each must answer in any workspace.
READING = {
    "list": [],
    "overdue": [],
    "due": [],
    "progress": [],
    "history": [],
    "finding list": [],
    "check": [],
}


class Failure(Exception):
    """What was expected is not so."""


class Skip(Exception):
    """The check cannot run here, for the reason given."""


def expect(condition, detail):
    if not condition:
        raise Failure(detail if isinstance(detail, str) else repr(detail))


@dataclasses.dataclass
class Check:
    name: str
    body: object
    is_long: bool


class Registry:
    def __init__(self):
        self.checks = []

    def add(self, name, body, is_long=False):
        self.checks.append(Check(name, body, is_long))

    def chosen(self, text, quick):
        return [c for c in self.checks if text in c.name and not (quick and c.is_long)]


class Runner:
    """Runs checks side by side, as many at once as there are processors."""

    def __init__(self, program):
        self.program = program
        self.counts = {"passed": 0, "failed": 0, "skipped": 0}
        self.lock = threading.Lock()

    def run(self, checks):
        # The long ones first, so that the end is not spent waiting for one of them.
        ordered = sorted(checks, key=lambda check: not check.is_long)
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
            for future in as_completed([pool.submit(self._run, check) for check in ordered]):
                future.result()
        print(", ".join(f"{count} {word}" for word, count in self.counts.items()), flush=True)
        return 1 if self.counts["failed"] else 0

    def _run(self, check):
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="duty-check-") as folder:
            try:
                check.body(Bench(self.program, Path(folder).resolve()))
                word, verdict, detail = "passed", "ok  ", ""
            except Skip as reason:
                word, verdict, detail = "skipped", "skip", f": {reason}"
            except Failure as reason:
                word, verdict, detail = "failed", "FAIL", f": {reason}"
            except Exception:
                word, verdict, detail = "failed", "FAIL", ":\n" + traceback.format_exc()
        seconds = time.monotonic() - start
        with self.lock:
            self.counts[word] += 1
            print(f"{verdict} {check.name} ({seconds:.1f} s){detail}", flush=True)


@dataclasses.dataclass
class Result:
    arguments: list
    status: int
    out: bytes
    err: bytes

    def __str__(self):
        text = self.err.decode(errors="replace").strip()[-400:]
        return f"duty {' '.join(map(str, self.arguments))[:200]}: status {self.status}; {text}"

    def json(self):
        try:
            return json.loads(self.out)
        except ValueError as error:
            raise Failure(f"{self}: the answer is no JSON: {error}") from error


class Bench:
    """A temporary folder, and the program run in it with an environment of its own."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()
        self._commands = None

    # Workspaces

    def sample(self, name="sample"):
        """A copy of the sample workspace."""
        folder = self.folder / name
        for path in SAMPLE:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(DATA / path, target)
        return folder

    def empty(self, name="empty"):
        """A workspace without checklists and records."""
        folder = self.folder / name
        folder.mkdir()
        (folder / "duty.json").write_text('{ "format": "duty.settings/1" }\n')
        return folder

    def small(self, name="small"):
        """A workspace of one checklist with four duties of different kinds."""
        folder = self.empty(name)
        (folder / "checklists").mkdir()
        (folder / "journal").mkdir()
        (folder / "checklists/office.json").write_text(json.dumps(SMALL, ensure_ascii=False))
        return folder

    # Running

    def environment(self, **changes):
        result = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(self.home),
            "LANG": "C",
            "TZ": "Asia/Shanghai",
            "DUTY_NOW": "2026-07-10T10:00:00+08:00",
            "DUTY_USER": "王芳",
            "DUTY_WRITER": WRITER,
        }
        result.update(changes)
        return {key: value for key, value in result.items() if value is not None}

    def run(self, *arguments, at=None, cwd=None, env=None, prefix=(), timeout=30, **options):
        """Runs the program; a crash fails the check, and so does an undocumented status."""
        words = list(arguments)
        if at is not None:
            words = ["--dir", str(at), *words]
        line = [*map(str, prefix), str(self.program), *words]
        options.setdefault("stdin", subprocess.DEVNULL)
        if "input" in options:
            del options["stdin"]
        try:
            done = subprocess.run(
                line,
                cwd=cwd or self.folder,
                env=self.environment(**(env or {})),
                capture_output=True,
                timeout=timeout,
                **options,
            )
        except subprocess.TimeoutExpired as error:
            raise Failure(f"duty {' '.join(words)[:200]}: no end within {timeout} s") from error
        result = Result(words, done.returncode, done.stdout, done.stderr)
        expect(not is_crash(done.returncode), f"{result}: it crashed")
        if not prefix:
            expect(done.returncode in STATUSES - {70}, f"{result}: no documented status")
        return result

    def ok(self, *arguments, **options):
        result = self.run(*arguments, **options)
        expect(result.status == 0, result)
        return result

    def popen(self, *arguments, at=None, env=None, prefix=(), **options):
        words = [*arguments] if at is None else ["--dir", str(at), *arguments]
        return subprocess.Popen(
            [*map(str, prefix), str(self.program), *words],
            cwd=self.folder,
            env=self.environment(**(env or {})),
            **{"stdin": subprocess.DEVNULL, **options},
        )

    def at_terminal(
        self, *arguments, at=None, env=None, streams=(0, 1, 2), columns=80, typed=b"", timeout=20
    ):
        """Runs the program with some of its streams at a terminal.

        Gives the result, whose streams are what else was written, and what the terminal shows.
        """
        words = [*arguments] if at is None else ["--dir", str(at), *arguments]
        ours, theirs = pty.openpty()
        # What is shown is what was written: no line feed becomes two characters.
        modes = termios.tcgetattr(theirs)
        modes[1] &= ~termios.OPOST
        termios.tcsetattr(theirs, termios.TCSANOW, modes)
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            others = [subprocess.DEVNULL, out, err]
            process = subprocess.Popen(
                [str(self.program), *words],
                cwd=self.folder,
                env=self.environment(**{"TERM": "xterm", **(env or {})}),
                stdin=theirs if 0 in streams else others[0],
                stdout=theirs if 1 in streams else others[1],
                stderr=theirs if 2 in streams else others[2],
            )
            os.close(theirs)
            if typed:
                os.write(ours, typed)
            shown, end = b"", time.monotonic() + timeout
            while time.monotonic() < end:
                if not select.select([ours], [], [], 0.2)[0]:
                    continue
                try:
                    piece = os.read(ours, 65536)
                except OSError:
                    # Nobody has the other end any more.
                    break
                shown += piece
            else:
                process.kill()
            os.close(ours)
            status = process.wait()
            out.seek(0)
            err.seek(0)
            result = Result(words, status, out.read(), err.read())
        expect(time.monotonic() < end, f"{result}: no end at a terminal within {timeout} s")
        expect(status in STATUSES - {70}, f"{result}: no documented status")
        return result, shown

    # What the program offers

    @property
    def commands(self):
        """The names of the commands, as the help lists them."""
        if self._commands is None:
            text = self.ok("--help").out.decode()
            self._commands = commands_in(text)
        return self._commands

    def need(self, *names):
        missing = [name for name in names if name not in self.commands]
        expect(not missing, f"there is no command {', '.join(missing)}")

    def reading(self):
        """The reading commands, with what they need after their names."""
        for name, words in READING.items():
            if name in self.commands:
                yield name, [*name.split(), *words]


def is_crash(status):
    return -status in CRASHES or status - 128 in CRASHES


def commands_in(help_text):
    names, inside = [], False
    for line in help_text.splitlines():
        if line and not line[0].isspace():
            inside = "SUBCOMMANDS" in line
        elif inside and line.startswith("  ") and line[2:3].strip():
            names.append(line[2:].split("  ")[0].strip())
    return names


def need_tool(name):
    if shutil.which(name) is None:
        raise Skip(f"{name} is not installed")


def contents(folder):
    """Every file of a folder with its bytes and its mode, and every folder."""
    result = {}
    for path in sorted(Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            result[name] = ("link", os.readlink(path))
        elif path.is_dir():
            result[name] = ("folder", path.stat().st_mode)
        else:
            result[name] = (path.read_bytes(), path.stat().st_mode)
    return result


def events(folder):
    """The events of every journal of a workspace by id; a line that is no JSON is left out."""
    result = {}
    for path in sorted((Path(folder) / "journal").glob("*.jsonl")):
        for line in path.read_bytes().split(b"\n"):
            try:
                event = json.loads(line)
                result[event["id"]] = event
            except (ValueError, KeyError, TypeError):
                continue
    return result


def journal(folder, writer=WRITER):
    return Path(folder) / "journal" / f"{writer}.jsonl"


SMALL = {
    "format": "duty.checklist/1",
    "id": "office",
    "title": "办公室责任清单",
    "tiers": [
        {
            "id": "g0",
            "kind": "party-group",
            "title": "班子",
            "sections": [
                {
                    "id": "g0-1",
                    "title": "本职",
                    "points": 10,
                    "duties": [
                        {"id": "g1", "title": "巡查", "owner": "王芳", "schedule": "4 per year"},
                        {"id": "g2", "title": "日常", "owner": "王芳", "schedule": "ongoing"},
                        {"id": "g3", "title": "报告", "owner": "李强", "schedule": "by 06-30 each year"},
                        {
                            "id": "g4",
                            "title": "学习",
                            "owner": "李强",
                            "requirements": [
                                {"id": "a", "title": "讲课", "schedule": "1 per year"},
                                {"id": "b", "title": "学习会", "schedule": "1 per month"},
                            ],
                        },
                    ],
                },
            ],
        }
    ],
}
