"""Full disks, failing calls and power cuts: no acknowledged event is lost, no old one harmed.

A call of the system is made to fail by strace, on the paths of the journal and its lock: the
first time it is made, the second, and so on until the command meets no fault any more; once
alone, and once from there on for ever.
"""

import json
import shutil
import subprocess

from .commands import RECORDING, Office
from .harness import Failure, Skip, events, expect, journal, need_tool
from .syscalls import begun, need_strace, trace

CALLS = {
    "openat": ["EACCES", "EIO", "EMFILE"],
    "fstat": ["EIO"],
    "newfstatat": ["EIO"],
    "pread64": ["EIO"],
    "write": ["ENOSPC", "EIO", "EDQUOT"],
    "fdatasync": ["EIO", "ENOSPC"],
    "fsync": ["EIO"],
    "ftruncate": ["EIO"],
    "flock": ["ENOLCK", "EIO"],
    "close": ["EIO"],
}
STATUSES_OF_FAULTS = {0, 65, 66, 74, 75, 77}
MOST = 30


def register(registry):
    for call, errors in CALLS.items():
        registry.add(
            f"faults: {call} fails once and for ever, with {', '.join(errors)} (W2)",
            fault_loop(call, errors, new_journal=False),
            True,
        )
    registry.add("faults: calls fail while a journal is made anew (W2)", check_new_journal, True)
    registry.add("faults: the smallest and largest interruptions by EINTR (W6)", check_interrupted)
    registry.add("faults: a file at its size limit keeps its length (W5)", check_size_limit)
    registry.add("faults: a write that lies is found out (W7)", check_lie)
    registry.add(
        "faults: an event the disk did not confirm is named and kept (W8)", check_unconfirmed
    )
    registry.add("faults: a full disk (W4)", check_full_disk)
    registry.add("faults: each kind of record fails as the others do", check_each_record)
    registry.add("faults: a file system that may only be read can be read", check_read_only)
    registry.add("faults: a write cut off at every byte (W3)", check_cut_writes, True)
    registry.add("faults: killed at every call of the system (W10)", check_killed, True)


def names_event(text, ids):
    """Whether a message names one of the events, by its id or the end of it."""
    return any(one in text or one[-6:] in text for one in ids)


def judge(bench, folder, before, result, words):
    """Whether the workspace is in a state that the status may leave."""
    status, told = result.status, result.err.decode(errors="replace")
    expect(status in STATUSES_OF_FAULTS, f"{words}: {result}")
    path = journal(folder)
    after = path.read_bytes() if path.exists() else b""
    expect(after.startswith(before), f"{words}: the old lines have changed")
    added = after[len(before) :]
    whole = [line for line in added.split(b"\n")[:-1] if line]
    fresh = [json.loads(line)["id"] for line in whole if line.endswith(b"}")]
    if status == 0:
        expect(len(fresh) >= 1, f"{words}: status 0, but no event")
    elif fresh:
        expect("Nothing was recorded" not in told, f"{words}: it is recorded, and told otherwise")
        expect(names_event(told, fresh), f"{words}: {result}: the event is not named")
    return fresh


def fault_loop(call, errors, new_journal):
    def body(bench):
        need_strace(bench)
        # Opening and closing are called for much else before; the paths keep the faults apart.
        count = 0
        for error in errors:
            for suffix in ["", "+"]:
                count += faults_at_each(bench, call, error, suffix, new_journal)
        # Which of the calls stands for looking at an open file depends on the C library.
        if not new_journal and call not in ("fsync", "fstat"):
            expect(count > 0, f"{call} is never called")

    return body


def faults_at_each(bench, call, error, suffix, new_journal):
    seed = bench.folder / "seed"
    if not seed.exists():
        begun_here = begun(bench)
        begun_here.rename(seed)
    for number in range(1, MOST):
        folder = bench.folder / "work"
        if folder.exists():
            shutil.rmtree(folder)
        shutil.copytree(seed, folder)
        path, lock = journal(folder), journal(folder).with_suffix(".lock")
        if new_journal:
            path.unlink()
        before = path.read_bytes() if path.exists() else b""
        where = ["-P", path, "-P", lock, "-P", folder / "journal"]
        inject = ["-e", f"inject={call}:error={error}:when={number}{suffix}"]
        words = f"{call} {error} {number}{suffix}"
        result, lines = trace(
            bench, call, "done", "g1", "--lock-timeout", "1", at=folder, extra=[*where, *inject]
        )
        fresh = judge(bench, folder, before, result, words)
        # Whatever happened, the next record works and every whole line is still there.
        following = bench.ok("done", "g2", "--json", at=folder)
        present = events(folder)
        expect(following.json()["event"]["id"] in present, f"{words}: the next event is missing")
        expect(all(one in present for one in fresh), f"{words}: an event got lost")
        bench.ok("list", "--json", at=folder)
        if not any("INJECTED" in line for line in lines):
            expect(result.status == 0, f"{words}: {result}")
            return number - 1
    raise Failure(f"{call} {error}: still failing after {MOST} calls")


def check_new_journal(bench):
    need_strace(bench)
    for call, error in [
        ("openat", "EACCES"),
        ("write", "ENOSPC"),
        ("fdatasync", "EIO"),
        ("fsync", "EIO"),
        ("newfstatat", "EIO"),
    ]:
        for suffix in ["", "+"]:
            faults_at_each(bench, call, error, suffix, new_journal=True)


def check_interrupted(bench):
    need_strace(bench)
    folder = begun(bench)
    for call in ["openat", "write", "pread64", "flock", "close"]:
        before = journal(folder).read_bytes()
        where = ["-P", journal(folder), "-P", journal(folder).with_suffix(".lock")]
        inject = ["-e", f"inject={call}:error=EINTR:when=1..3"]
        result, _ = trace(bench, call, "done", "g1", at=folder, extra=[*where, *inject])
        expect(result.status == 0, f"{call}: {result}")
        expect(len(judge(bench, folder, before, result, call)) == 1, f"{call}: not one event")


def check_size_limit(bench):
    need_tool("prlimit")
    folder = begun(bench)
    path = journal(folder)
    for room in [0, 1, 20, 100]:
        before = path.read_bytes()
        limit = ["prlimit", f"--fsize={len(before) + room}"]
        result = bench.run("done", "g1", at=folder, prefix=limit)
        expect(result.status == 74, f"{room} bytes left: {result}")
        expect(path.read_bytes() == before, f"{room} bytes left: the journal has changed")
        expect(b"Nothing was recorded" in result.err, f"{room} bytes left: {result}")
    bench.ok("done", "g1", at=folder)


def check_lie(bench):
    need_strace(bench)
    folder = begun(bench)
    for lie in [1, 5, 50]:
        before = journal(folder).read_bytes()
        extra = ["-P", journal(folder), "-e", f"inject=write:retval={lie}:when=1"]
        result, _ = trace(bench, "write", "done", "g1", at=folder, extra=extra)
        expect(result.status == 74, f"{lie} bytes: {result}")
        expect(journal(folder).read_bytes() == before, f"{lie} bytes: the journal has changed")
    bench.ok("done", "g1", at=folder)


def check_unconfirmed(bench):
    need_strace(bench)
    folder = begun(bench)
    known = set(events(folder))
    extra = ["-P", journal(folder), "-e", "inject=fdatasync:error=EIO:when=1"]
    result, lines = trace(bench, "fdatasync", "done", "g1", "--json", at=folder, extra=extra)
    expect(result.status == 74, result)
    fresh = set(events(folder)) - known
    expect(len(fresh) == 1, "the event was removed")
    expect(names_event(result.err.decode(), fresh), f"{result}: the event is not named")
    expect(len([line for line in lines if "fdatasync" in line]) == 1, "the disk was asked again")
    answer = json.loads(result.err.decode().splitlines()[-1])
    expect(answer["status"] == 74 and answer["code"] == "unconfirmed", answer)


FULL = r"""
mount -t tmpfs -o size=96k tmpfs "$1" || exit 99
cp -r "$2" "$1/copy" || exit 99
n=0
while [ $n -lt 1000 ]; do
    "$3" --dir "$1/copy" done g1 --json >>"$4/told" 2>>"$4/errors"
    status=$?
    [ $status -eq 0 ] || break
    n=$((n + 1))
done
echo $status >"$4/status"
cp -r "$1/copy" "$4/full"
dd if=/dev/zero of="$1/filler" bs=4096 2>/dev/null
rm -f "$1/filler"
rm -f "$1/copy/ballast"
"$3" --dir "$1/copy" done g2 --json >>"$4/told" 2>>"$4/errors" || exit 97
cp -r "$1/copy" "$4/after"
"""


def check_full_disk(bench):
    folder = begun(bench)
    (folder / "ballast").write_bytes(bytes(16_384))
    mount, results = bench.folder / "mount", bench.folder / "results"
    mount.mkdir()
    results.mkdir()
    for space in [["unshare", "-m"], ["unshare", "-Urm"]]:
        done = subprocess.run(
            [*space, "sh", "-c", FULL, "sh", mount, folder, bench.program, results],
            env=bench.environment(),
            capture_output=True,
            timeout=120,
        )
        if done.returncode == 0:
            break
    if done.returncode in (1, 99) and not (results / "told").exists():
        raise Skip("no file system may be mounted here: " + done.stderr.decode().strip()[:120])
    errors = (results / "errors").read_text()
    expect(done.returncode == 0, f"status {done.returncode}: {errors[-300:]}")
    expect((results / "status").read_text().strip() == "74", errors[-300:])
    told = [json.loads(line) for line in documents((results / "told").read_text())]
    ids = {answer["event"]["id"] for answer in told}
    expect(len(ids) > 20, f"only {len(ids)} events")
    after = events(results / "after")
    expect(ids <= set(after), "an acknowledged event is missing")
    expect(len(after) == len(ids) + 1, f"{len(after)} events, {len(ids)} acknowledged")
    for line in journal(results / "full").read_bytes().splitlines():
        json.loads(line)


def check_each_record(bench):
    need_strace(bench)
    office = Office(bench)
    for command in RECORDING:
        for call, error, status in [
            ("openat", "EACCES", 77), ("flock", "ENOLCK", 75), ("write", "ENOSPC", 74),
            ("fdatasync", "EIO", 74),
        ]:  # fmt: skip
            folder = office.copy()
            path = journal(folder)
            before = path.read_bytes()
            known = set(events(folder))
            # The lock is opened for it alone; the journal is read before.
            where = path.with_suffix(".lock") if call in ("openat", "flock") else path
            extra = ["-P", where, "-e", f"inject={call}:error={error}:when=1+"]
            words = office.words(command)
            result, _ = trace(bench, call, *words, at=folder, extra=extra)
            expect(result.status == status, f"{call} {error}: {result}")
            fresh = judge(bench, folder, before, result, [call, error, *words])
            expect(len(fresh) == (call == "fdatasync"), f"{call} {error}: {result}: {fresh}")
            if not fresh:
                expect(b"Nothing was recorded" in result.err, f"{call} {error}: {result}")
                expect(set(events(folder)) == known, f"{call} {error}: other events")


READ_ONLY = r"""
mount -t tmpfs -o size=1m tmpfs "$1" || exit 99
cp -r "$2" "$1/copy" || exit 99
mount -o remount,ro "$1" || exit 99
for words in "list" "overdue --json" "check" "done g1 --dry-run" "done g1" "config set dueSoonDays 9" \
    "report -o $1/copy/report.txt"; do
    "$3" --dir "$1/copy" $words >/dev/null 2>"$4/errors"
    echo "$? $words" >>"$4/told"
done
"""


def check_read_only(bench):
    folder = begun(bench)
    mount, results = bench.folder / "mount", bench.folder / "results"
    mount.mkdir()
    results.mkdir()
    for space in [["unshare", "-m"], ["unshare", "-Urm"]]:
        done = subprocess.run(
            [*space, "sh", "-c", READ_ONLY, "sh", mount, folder, bench.program, results],
            env=bench.environment(),
            capture_output=True,
            timeout=60,
        )
        if done.returncode == 0:
            break
    if done.returncode != 0:
        raise Skip("no file system may be mounted here: " + done.stderr.decode().strip()[:120])
    statuses = [int(line.split()[0]) for line in (results / "told").read_text().splitlines()]
    expect(statuses == [0, 0, 0, 0, 77, 77, 77], (results / "told").read_text())


def documents(text):
    """JSON documents one after the other, each as its text."""
    decoder, place = json.JSONDecoder(), 0
    while place < len(text.rstrip()):
        value, place = decoder.raw_decode(text, place)
        yield json.dumps(value)
        while place < len(text) and text[place].isspace():
            place += 1


def check_cut_writes(bench):
    folder = begun(bench)
    path = journal(folder)
    old = path.read_bytes()
    known = set(events(folder))
    bench.ok("done", "g1", "--note", "断电", at=folder)
    line = path.read_bytes()[len(old) :]
    expect(line.endswith(b"}\n"), "not one line")
    for length in range(len(line) + 1):
        rest = len(line) - length
        for tail in [b"", bytes(rest)] if length % 4 == 0 or rest < 3 else [b""]:
            path.write_bytes(old + line[:length] + tail)
            where = f"cut after {length} of {len(line)} bytes, {len(tail)} zero bytes"
            answer = bench.ok("list", "--json", at=folder).json()
            whole = length >= len(line) - 1 and not tail
            expect(
                answer["unreadableLines"] == (0 if whole or not (length + len(tail)) else 1),
                f"{where}: {answer['unreadableLines']} unreadable lines",
            )
            duty = next(duty for duty in answer["duties"] if duty["id"] == "office/g1")
            expect(duty["done"] == (1 if whole else 0), f"{where}: {duty['done']} records")
            if length % 8 == 0 or rest < 3:
                bench.ok("done", "g2", "-q", at=folder)
                present = events(folder)
                expect(known <= set(present), f"{where}: an old event is missing")
                count = len(known) + 1 + whole
                expect(len(present) == count, f"{where}: {len(present)} events, not {count}")


def check_killed(bench):
    need_strace(bench)
    folder = begun(bench)
    acknowledged = set()
    for call in ["openat", "flock", "pread64", "write", "fdatasync", "close", "ftruncate"]:
        for number in range(1, MOST):
            path = journal(folder)
            before = path.read_bytes()
            where = ["-P", path, "-P", path.with_suffix(".lock")]
            inject = ["-e", f"inject={call}:signal=SIGKILL:when={number}"]
            result, _ = trace(
                bench, call, "done", "g1", "--json", at=folder, extra=[*where, *inject]
            )
            after = path.read_bytes()
            expect(after.startswith(before), f"{call} {number}: the old lines have changed")
            for line in after.splitlines():
                json.loads(line)
            if result.status == 0:
                acknowledged.add(result.json()["event"]["id"])
                break
            expect(result.status in (-9, 137), f"{call} {number}: {result}")
    expect(acknowledged <= set(events(folder)), "an acknowledged event is missing")
    bench.ok("list", at=folder)
