"""Files that are written anew: the old one or the new one, whatever call fails or kills."""

import collections
import shutil
import subprocess
import time

from .commands import Office
from .harness import contents, expect
from .syscalls import need_strace, trace

# What is typed behind each line. A lock whose file could not be closed stays with the process,
# which must not wait for itself.
MORE = {
    "init": [],
    "import": ["--lock-timeout", "0"],
    "fill": ["--lock-timeout", "0"],
    "add": ["--lock-timeout", "0"],
    "roll": ["--lock-timeout", "0"],
    "repair": ["--lock-timeout", "0"],
    "config set": ["--lock-timeout", "0"],
    "report": ["-o", "out.docx", "--force"],
    "ledger": ["-o", "out.csv"],
}

# Each call that changes files or waits for the disk, and how it fails.
ERRORS = {
    "openat": "EACCES",
    "write": "ENOSPC",
    "ftruncate": "EIO",
    "flock": "ENOLCK",
    "fchmod": "EPERM",
    "fdatasync": "EIO",
    "fsync": "EIO",
    "close": "EIO",
    "mkdir": "EACCES",
    "rename": "EIO",
    "link": "EIO",
    "unlink": "EACCES",
}


def register(registry):
    for command in MORE:
        registry.add(
            f"rewriting: {command} leaves the old or the new, whatever call fails",
            faults_in(command),
            True,
        )
    for command in ["init", "fill", "roll", "repair"]:
        registry.add(
            f"rewriting: {command} leaves the old or the new, wherever it is killed",
            kills_in(command),
            True,
        )
    registry.add("rewriting: what was edited meanwhile is left alone", check_meanwhile)
    registry.add("rewriting: links, modes, unknown keys and the last line feed stay", check_form)


class Rewrite:
    """A command that writes files, and what is there before it and after it."""

    def __init__(self, bench, command):
        self.bench = bench
        self.command = command
        self.office = Office(bench)
        (bench.folder / "ours.docx").write_bytes(b"old")
        self.fresh()
        self.before = self.files()
        result, lines = trace(bench, ",".join(ERRORS), *self.words(), at=self.folder)
        expect(result.status == 0, result)
        self.after = self.files()
        expect(self.after != self.before, f"{command} writes nothing")
        self.counts = collections.Counter(line.split("(")[0] for line in lines)

    def words(self):
        return self.office.words(self.command, *MORE[self.command])

    def fresh(self):
        self.folder = self.office.copy(self.command)
        for path in self.bench.folder.glob("*out.*"):
            path.unlink()
        if self.command == "report":
            shutil.copyfile(self.bench.folder / "ours.docx", self.bench.folder / "out.docx")

    def files(self):
        """What is there, without locks and what a stopped write has left."""
        found = {
            **{f"work/{name}": value for name, value in contents(self.folder).items()},
            **{
                f"{path.name}": (path.read_bytes(), path.stat().st_mode)
                for path in self.bench.folder.glob("out.*")
            },
        }
        if (self.bench.folder / "fresh").exists():
            found.update(contents(self.bench.folder / "fresh"))
        for name, (data, mode) in found.items():
            if name.endswith(".bad"):
                # A stopped repair has saved them, and the next one saves them again.
                found[name] = (b"".join(sorted(set(data.splitlines(keepends=True)))), mode)
        return {
            name: value
            for name, value in found.items()
            if not name.endswith((".lock", ".tmp")) and value[0] != "folder"
        }

    def leftovers(self):
        paths = [*self.bench.folder.glob(".*.tmp"), *self.folder.rglob("*.tmp")]
        return paths + list((self.bench.folder / "fresh").rglob("*.tmp"))

    def judge(self, where, result):
        """Every file is as before or as after; a status of 0 means that all of them are new."""
        now = self.files()
        for name in {*self.before, *self.after, *now}:
            value = now.get(name)
            known = [self.before.get(name), self.after.get(name)]
            if name.endswith(".bad") and value and not value[0]:
                # Made, and nothing written into it: the journal still has all of it.
                continue
            expect(value in known, f"{where}: {name} is neither the old nor the new: {value}")
        told = result.err.decode(errors="replace")
        if result.status == 0:
            expect(now == self.after, f"{where}: status 0, but not written: {self.differences(now)}")
        else:
            is_mute = result.status < 0 or result.status > 128 or "write" in where
            expect(told.strip() or is_mute, f"{where}: {result}")
        if "othing was " in told:
            expect(now == self.before, f"{where}: {told.strip()}")
        if self.command == "add" and now == self.after:
            # Once more would add another one.
            return
        # The next one finds nothing in its way.
        result = self.bench.run(*self.words(), at=self.folder)
        later = self.files()
        if result.status == 73 and self.command != "report":
            # It is there already, or a part of a workspace is: neither is overwritten.
            expect(later == now != self.before, f"{where}, then once more: {result}")
            return
        expect(result.status == 0, f"{where}, then once more: {result}")
        expect(later == self.after, f"{where}, then once more: {self.differences(later)}")

    def differences(self, files):
        return [name for name in {*files, *self.after} if files.get(name) != self.after.get(name)]


def faults_in(command):
    def body(bench):
        need_strace(bench)
        rewrite = Rewrite(bench, command)
        for call, error in ERRORS.items():
            for number in range(1, rewrite.counts[call] + 1):
                for suffix in ["", "+"]:
                    rewrite.fresh()
                    where = f"{command}: {call} {error} {number}{suffix}"
                    inject = ["-e", f"inject={call}:error={error}:when={number}{suffix}"]
                    result, _ = trace(
                        bench, call, *rewrite.words(), at=rewrite.folder, extra=inject
                    )
                    expect(result.status in {0, 64, 65, 66, 73, 74, 75, 77, 78}, result)
                    left = rewrite.leftovers()
                    expect(not left or call == "unlink" or suffix, f"{where}: {left} is left")
                    rewrite.judge(where, result)

    return body


def kills_in(command):
    def body(bench):
        need_strace(bench)
        rewrite = Rewrite(bench, command)
        for call in ERRORS:
            for number in range(1, rewrite.counts[call] + 1):
                rewrite.fresh()
                inject = ["-e", f"inject={call}:signal=SIGKILL:when={number}"]
                result, _ = trace(
                    bench, call, *rewrite.words(), at=rewrite.folder, extra=inject
                )
                where = f"{command}: killed at {call} {number}"
                expect(result.status in (-9, 137), f"{where}: {result}")
                rewrite.judge(where, result)

    return body


def check_meanwhile(bench):
    """Somebody saves the file while the command waits for the disk."""
    need_strace(bench)
    office = Office(bench)
    for command, name in [
        ("fill", "checklists/office.json"), ("add", "checklists/office.json"),
        ("config set", "duty.json"),
    ]:  # fmt: skip
        folder = office.copy()
        path = folder / name
        theirs = path.read_bytes() + b"\n"
        prefix = ["strace", "-f", "-qq", "-o", bench.folder / "trace", "-e", "trace=fdatasync"]
        process = bench.popen(
            *office.words(command),
            at=folder,
            prefix=[*prefix, "-e", "inject=fdatasync:delay_enter=1000000"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        end = time.monotonic() + 10
        while not list(path.parent.glob(".*.tmp")) and time.monotonic() < end:
            time.sleep(0.01)
        path.write_bytes(theirs)
        out, err = process.communicate(timeout=20)
        text = err.decode()
        expect(process.returncode == 75, f"{command}: status {process.returncode}: {text}")
        expect(path.read_bytes() == theirs, f"{command}: the edit is lost")
        expect(not list(path.parent.glob(".*.tmp")), f"{command}: something is left behind")
        expect(not out, f"{command}: {out}")


def check_form(bench):
    office = Office(bench)
    settings = b'{ "format" : "duty.settings/1",\n\t"x" : 1.00, "dueSoonDays":30 ,"y":[ ] }\n\n'
    for is_link in [False, True]:
        folder = office.copy()
        path = target = folder / "duty.json"
        if is_link:
            target = folder / "kept/settings.json"
            target.parent.mkdir()
            path.unlink()
            path.symlink_to("kept/settings.json")
        target.write_bytes(settings)
        target.chmod(0o664)
        bench.ok(*office.words("config set"), at=folder)
        expect(target.read_bytes() == settings.replace(b":30", b":20"), target.read_bytes())
        expect(target.stat().st_mode & 0o777 == 0o664, oct(target.stat().st_mode))
        expect(path.is_symlink() == is_link, "the link was replaced")
