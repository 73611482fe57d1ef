"""What the program asks of the system, as strace sees it."""

import re
import subprocess

from .harness import Skip, contents, expect, journal, need_tool

CHANGING = (
    "openat,open,creat,mkdir,mkdirat,unlink,unlinkat,rename,renameat,renameat2,link,linkat,"
    "symlink,symlinkat,truncate,ftruncate,chmod,fchmod,fchmodat,chown,fchown,utimensat,execve,"
    "execveat,fork,vfork,connect,socket,sendto,flock,fallocate,fsync,fdatasync"
)


def register(registry):
    registry.add(
        "system: an event is locked, written, read back, confirmed, told (W1)", check_order
    )
    registry.add("system: a locked file is never a journal (W1)", check_locks)
    registry.add("system: one command is one line and one write (W15)", check_one_write)
    registry.add("system: reading commands change, start and connect nothing (S3)", check_reading)
    registry.add("system: a dry run touches nothing, not even a lock (O6)", check_dry_run)


def need_strace(bench):
    need_tool("strace")
    done = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True)
    if done.returncode != 0:
        raise Skip("strace may not trace here: " + done.stderr.decode().strip()[:200])


def trace(bench, calls, *words, at, env=None, extra=()):
    """Runs the program under strace; gives the result and the lines of the trace."""
    path = bench.folder / "trace"
    prefix = ["strace", "-f", "-qq", "-y", "-s", "64", "-e", "signal=none"]
    result = bench.run(
        *words, at=at, env=env, prefix=[*prefix, "-e", f"trace={calls}", *extra, "-o", path]
    )
    lines = path.read_text(errors="replace").splitlines()
    return result, [re.sub(r"^\d+ +", "", line) for line in lines]


def begun(bench):
    """A small workspace with one event, so that its journal and lock exist."""
    bench.need("done")
    folder = bench.small()
    bench.ok("done", "g2", "-q", at=folder)
    return folder


def check_order(bench):
    need_strace(bench)
    folder = begun(bench)
    calls = "openat,flock,pread64,write,fdatasync,fsync,close,newfstatat,lstat,statx,ftruncate"
    result, lines = trace(bench, calls, "done", "g1", at=folder)
    expect(result.status == 0, result)
    name = re.escape(journal(folder).name)
    steps = [
        ("the lock", r"flock\(\d+<.*\.lock>, LOCK_EX\|LOCK_NB\) += 0"),
        ("opening the journal", rf'openat\(.*{name}", O_RDWR\|O_APPEND.*O_NOFOLLOW'),
        ("the last byte", rf"pread64\(\d+<.*{name}>.*, 1, \d+\) += 1"),
        ("the write", rf"write\(\d+<.*{name}>"),
        ("reading back", rf"pread64\(\d+<.*{name}>"),
        ("waiting for the disk", rf"fdatasync\(\d+<.*{name}>\) += 0"),
        ("looking at the name", rf'(newfstatat|lstat|statx)\(.*{name}", .*'),
        ("closing the journal", rf"close\(\d+<.*{name}>\)"),
        ("releasing the lock", r"close\(\d+<.*\.lock>\)"),
        ("the answer", r"write\(1<"),
    ]
    place = -1
    for what, pattern in steps:
        following = [n for n in range(place + 1, len(lines)) if re.match(pattern, lines[n])]
        expect(
            following,
            f"{what} does not come after the step before; the trace is\n"
            + "\n".join(line[:110] for line in lines if "duty" in line)[-3000:],
        )
        place = following[0]
    told = [line for line in lines[:place] if re.match(r"write\([12]<", line)]
    expect(not told, f"it tells something before the event is safe: {told}")
    created = [line for line in lines if name in line and "O_CREAT" in line]
    expect(not created, f"an existing journal is opened with O_CREAT: {created}")


def check_locks(bench):
    need_strace(bench)
    folder = begun(bench)
    for words in [["done", "g1"], ["undo"], ["list"], ["check"]]:
        if words[0] in bench.commands:
            _, lines = trace(bench, "flock,fcntl", *words, at=folder)
            locked = [line for line in lines if "jsonl" in line and "LOCK" in line.upper()]
            expect(not [line for line in locked if ".lock>" not in line], locked)


def check_one_write(bench):
    need_strace(bench)
    folder = begun(bench)
    path = journal(folder)
    for words in [["done", "g1"], ["done", "g1", "g2", "g3", "g4a", "g4b"]]:
        before = path.read_bytes()
        result, lines = trace(bench, "write,pwrite64,writev", *words, at=folder)
        expect(result.status == 0, result)
        writes = [line for line in lines if path.name in line]
        expect(len(writes) == 1, f"{len(writes)} writes: {writes}")
        after = path.read_bytes()
        expect(after.startswith(before), "the old lines are not those before")
        expect(after[len(before) :].count(b"\n") == 1, "not one line")
        expect(after.endswith(b"\n"), "no line feed at the end")


def changes_in(lines):
    found = []
    for line in lines:
        call = line.split("(")[0]
        if call in ("openat", "open"):
            if re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", line) and '"/dev/null"' not in line:
                found.append(line)
        elif call == "execve" and not found and lines.index(line) == 0:
            continue
        elif call and call in CHANGING.split(","):
            found.append(line)
    return found


def check_reading(bench):
    need_strace(bench)
    folder = bench.sample()
    hostile = {"PAGER": "touch x", "EDITOR": "touch x", "VISUAL": "touch x", "LESSOPEN": "|touch x"}
    before = contents(folder)
    lists = [["--version"], ["--help"], []]
    lists += [[*words, "--json"] for _, words in bench.reading()]
    lists += [words for _, words in bench.reading()]
    lists += [["show", "township/s11"], ["config"], ["manual"], ["completion", "bash"]]
    lists += [["complete-words", "--", "done", ""]]
    for words in lists:
        if words and words[0] in ("show", "config", "manual", "completion"):
            if words[0] not in bench.commands:
                continue
        _, lines = trace(bench, CHANGING, *words, at=folder, env=hostile)
        found = changes_in(lines)
        expect(not found, f"{' '.join(words)}: {found[:3]}")
    expect(contents(folder) == before, "a file has changed")


def check_dry_run(bench):
    need_strace(bench)
    folder = begun(bench)
    for words in [["done", "g1", "g2", "--dry-run"], ["note", "g2", "--note", "x", "-n"]]:
        if words[0] not in bench.commands:
            continue
        before = contents(folder)
        result, lines = trace(bench, CHANGING, *words, at=folder)
        expect(result.status == 0, result)
        expect(not changes_in(lines), changes_in(lines)[:3])
        expect(contents(folder) == before, "a file has changed")
    # What a dry run shows is what is recorded then, but for the id and the moment.
    words = ["done", "g1", "--on", "2026-07-01", "--note", "试", "--json"]
    told = bench.ok(*words, "--dry-run", at=folder).json()
    expect(told["dryRun"] is True, told)
    done = bench.ok(*words, at=folder).json()
    expect(done["dryRun"] is False, done)
    for event in (told["event"], done["event"]):
        for key in ("id", "at"):
            event.pop(key)
    expect(told["event"] == done["event"], f"{told['event']} is not {done['event']}")
    expect(told["results"] == done["results"], f"{told['results']} is not {done['results']}")
