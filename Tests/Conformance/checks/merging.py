"""Several people, several clones: nothing recorded is lost, and all see the same."""

import json
import random
import subprocess
import threading
import time

from .harness import DATA, Failure, events, expect, journal, need_tool

SECONDS = 30
SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
CLONES = 4
STEPS = 48
IDENTITY = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]


def register(registry):
    registry.add(
        "merging: clones converge, a journal for each writer (F10)", converging(False), True
    )
    registry.add("merging: clones converge, one journal for all (F10)", converging(True), True)
    registry.add("merging: recording while git pulls (F11)", check_pulling, True)
    registry.add("merging: two shells record side by side (W9)", check_side_by_side, True)
    registry.add("merging: fifty processes at once record all they are told", check_crowd)
    registry.add("merging: what came from elsewhere is undone by its id, and once", check_undo)


class Git:
    """A clone and what is done in it."""

    def __init__(self, bench, folder):
        self.bench = bench
        self.folder = folder

    def __call__(self, *words, check=True, cwd=None):
        done = subprocess.run(
            ["git", *IDENTITY, *map(str, words)],
            cwd=cwd or self.folder,
            env=self.bench.environment(GIT_CONFIG_NOSYSTEM="1", GIT_EDITOR="true"),
            capture_output=True,
            timeout=60,
        )
        if check and done.returncode != 0:
            text = (done.stdout + done.stderr).decode(errors="replace")
            raise Failure(f"git {' '.join(map(str, words))}: {text[-400:]}")
        return done

    def commit(self):
        self("add", "-A")
        self("commit", "-q", "-m", "records", check=False)


def repository(bench):
    """A bare repository of a small workspace with the attributes a workspace has."""
    start = bench.small("start")
    for name in [".gitattributes", ".gitignore"]:
        if (DATA / name).exists():
            (start / name).write_bytes((DATA / name).read_bytes())
    with open(start / ".gitignore", "a") as file:
        file.write("*.lock\n")
    (start / "journal/.gitkeep").write_text("")
    git = Git(bench, start)
    git("init", "-q", "-b", "main")
    git.commit()
    git("clone", "-q", "--bare", start, bench.folder / "server.git", cwd=bench.folder)
    return bench.folder / "server.git"


def clone(bench, server, name):
    folder = bench.folder / name
    git = Git(bench, bench.folder)
    git("clone", "-q", server, folder)
    return Git(bench, folder)


def record(bench, folder, writer, source, moment):
    """Records something by chance; gives the id of the event, or nothing if it was refused."""
    choice = source.randrange(10)
    words = ["done", source.choice(["g1", "g2", "g3", "g4a", "g4b"])]
    if choice == 0:
        words = ["done", "g1", "g2", "--note", "两项"]
    elif choice == 1 and "note" in bench.commands:
        words = ["note", "g2", "--note", "来访"]
    elif choice == 2 and "undo" in bench.commands:
        words = ["undo"]
    elif choice == 3 and "assign" in bench.commands:
        words = ["assign", "g2", "--owner", source.choice(["赵敏", "孙立", "王芳"])]
    elif choice == 4:
        words = ["done", "g2", "--key", f"k{source.randrange(5)}"]
    env = {"DUTY_WRITER": writer, "DUTY_USER": writer.split("@")[0], "DUTY_NOW": moment}
    result = bench.run(*words, "--json", at=folder, env=env)
    if result.status != 0:
        expect(result.status in (1, 64), result)
        return None
    answer = result.json()
    return None if answer["duplicate"] else answer["event"]["id"]


def moment(source):
    # Clocks that are wrong by hours.
    day, hour, minute = source.randrange(9, 12), source.randrange(24), source.randrange(60)
    return f"2026-07-{day:02}T{hour:02}:{minute:02}:00+08:00"


def state(bench, folder):
    """What a clone shows, apart from its place."""
    words = [["list", "--all", "--json", "--today", "2026-07-12"]]
    if "history" in bench.commands:
        words.append(["history", "--limit", "0", "--json"])
    outs = [bench.run(*line, at=folder).json() for line in words]
    for answer in outs:
        for event in answer.get("events", []):
            # Which file a line stands in is no part of the state.
            event.pop("file", None)
    return outs


def converging(shares):
    def body(bench):
        need_tool("git")
        bench.need("done")
        end = time.monotonic() + SECONDS
        rounds = 0
        for seed in SEEDS:
            if time.monotonic() > end:
                break
            folder = bench.folder / f"seed{seed}"
            folder.mkdir()
            inner = type(bench)(bench.program, folder)
            converge(inner, seed, shares)
            rounds += 1
        expect(rounds >= 2, f"only {rounds} seeds in the time there is")

    return body


def converge(bench, seed, shares):
    source = random.Random(seed)
    server = repository(bench)
    clones = [clone(bench, server, f"clone{number}") for number in range(CLONES)]
    writers = ["office@pc" if shares else f"p{number}@pc" for number in range(CLONES)]
    acknowledged = set()
    where = f"seed {seed}"
    for _ in range(STEPS):
        number = source.randrange(CLONES)
        git = clones[number]
        step = source.randrange(6)
        if step < 3:
            one = record(bench, git.folder, writers[number], source, moment(source))
            if one:
                acknowledged.add(one)
        elif step == 3:
            git.commit()
            git("pull", "-q", "--rebase", "origin", "main", check=False)
            settle(git, where)
            git("push", "-q", "origin", "HEAD:main", check=False)
        elif step == 4:
            git.commit()
            git("pull", "-q", "--no-rebase", "--no-edit", "origin", "main", check=False)
            settle(git, where)
            git("push", "-q", "origin", "HEAD:main", check=False)
        else:
            peer = source.choice([other for other in clones if other is not git])
            peer.commit()
            git.commit()
            git("pull", "-q", "--no-rebase", "--no-edit", peer.folder, "main", check=False)
            settle(git, where)
    # Everybody gives and takes, twice, so that all have all.
    for _ in range(2):
        for git in clones:
            git.commit()
            git("pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
            git("push", "-q", "origin", "HEAD:main")
    states = [state(bench, git.folder) for git in clones]
    for git, other in zip(clones, states):
        missing = acknowledged - set(events(git.folder))
        expect(not missing, f"{where}: {git.folder.name} has lost {sorted(missing)}")
        expect(other[0]["unreadableLines"] == 0, f"{where}: lines that cannot be read")
        expect(other == states[0], f"{where}: {git.folder.name} shows something else")
    expect(len(acknowledged) > STEPS / 8, f"{where}: only {len(acknowledged)} events")


def settle(git, where):
    """Makes sure that git needed nobody to resolve anything."""
    unmerged = git("diff", "--name-only", "--diff-filter=U").stdout.decode().split()
    expect(not unmerged, f"{where}: a conflict in {unmerged}")
    state = git("status", "--porcelain=2", "--branch").stdout.decode()
    expect("detached" not in state, f"{where}: a rebase stopped: {state}")


def check_pulling(bench):
    """One records without pause while git pulls what another pushes, into the same folder."""
    need_tool("git")
    bench.need("done")
    server = repository(bench)
    here, there = clone(bench, server, "here"), clone(bench, server, "there")
    acknowledged, failures = {"here": [], "there": []}, []
    stop = threading.Event()

    def recording(git, name):
        try:
            while not stop.is_set():
                env = {"DUTY_WRITER": f"{name}@pc", "DUTY_USER": name}
                result = bench.run("done", "g2", "--json", at=git.folder, env=env)
                if result.status == 0:
                    acknowledged[name].append(result.json()["event"]["id"])
                elif result.status != 75:
                    failures.append(str(result))
        except Exception as error:
            failures.append(str(error))

    threads = [threading.Thread(target=recording, args=(here, "here"))]
    threads[0].start()
    end = time.monotonic() + 10
    pulls = 0
    try:
        while time.monotonic() < end and not failures:
            env = {"DUTY_WRITER": "there@pc", "DUTY_USER": "there"}
            result = bench.ok("done", "g2", "--json", at=there.folder, env=env)
            acknowledged["there"].append(result.json()["event"]["id"])
            there.commit()
            there("pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
            there("push", "-q", "origin", "HEAD:main")
            here.commit()
            done = here("pull", "-q", "--no-rebase", "--no-edit", "origin", "main", check=False)
            pulls += done.returncode == 0
            here("push", "-q", "origin", "HEAD:main", check=False)
    finally:
        stop.set()
        threads[0].join()
    expect(not failures, failures[:1])
    here.commit()
    here("pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    present = set(events(here.folder))
    for name, ids in acknowledged.items():
        missing = set(ids) - present
        expect(not missing, f"{len(missing)} of {len(ids)} events of {name} are lost")
        expect(len(ids) == len(set(ids)), f"{name} was given an id twice")
    expect(pulls > 2 and len(acknowledged["here"]) > 10, f"{pulls} pulls, hardly any work")
    answer = bench.ok("list", "--json", at=here.folder).json()
    expect(answer["unreadableLines"] == 0, f"{answer['unreadableLines']} unreadable lines")


SHELL = 'for n in $(seq "$3"); do "$1" --dir "$2" done g2 --json || exit; done'


def check_side_by_side(bench):
    bench.need("done")
    folder = bench.small()
    count = 500
    shells = [
        subprocess.Popen(
            ["sh", "-c", SHELL, "sh", bench.program, folder, str(count)],
            env=bench.environment(),
            stdout=open(bench.folder / f"told{number}", "wb"),
            stderr=open(bench.folder / f"errors{number}", "wb"),
        )
        for number in range(2)
    ]
    for number, shell in enumerate(shells):
        status = shell.wait(timeout=240)
        text = (bench.folder / f"errors{number}").read_text()
        expect(status == 0, f"shell {number}: status {status}: {text[-300:]}")
    told = set()
    for number in range(2):
        decoder, text, place = json.JSONDecoder(), (bench.folder / f"told{number}").read_text(), 0
        while place < len(text):
            answer, place = decoder.raw_decode(text, place)
            told.add(answer["event"]["id"])
            while place < len(text) and text[place].isspace():
                place += 1
    lines = journal(folder).read_bytes().splitlines()
    expect(len(told) == 2 * count, f"{len(told)} different ids")
    expect(len(lines) == 2 * count, f"{len(lines)} lines")
    ids = [json.loads(line)["id"] for line in lines]
    expect(ids == sorted(ids), "the ids are not in order")
    expect(set(ids) == told, "the journal is not what was told")
    previous = [json.loads(line).get("prev") for line in lines]
    expect(previous == [None, *ids[:-1]], "an event does not name the one before it")


CROWD = 'seq "$3" | xargs -P 50 -I % "$1" --dir "$2" done g2 --note % -q --lock-timeout 60'


def check_crowd(bench):
    bench.need("done")
    folder = bench.small()
    count = 400
    done = subprocess.run(
        ["sh", "-c", CROWD, "sh", bench.program, folder, str(count)],
        env=bench.environment(),
        capture_output=True,
        timeout=120,
    )
    text = (done.stdout + done.stderr).decode()
    expect(done.returncode == 0 and not text, f"status {done.returncode}: {text[-300:]}")
    lines = [json.loads(line) for line in journal(folder).read_bytes().splitlines()]
    expect(len({line["id"] for line in lines}) == count, f"{len(lines)} lines")
    expect({line["note"] for line in lines} == {str(n + 1) for n in range(count)}, "other notes")


def check_undo(bench):
    """Two clones, each with records of its own, before and after they are put together."""
    need_tool("git")
    bench.need("done", "undo")
    server = repository(bench)
    here, there = clone(bench, server, "here"), clone(bench, server, "there")

    def run(git, *words):
        name = git.folder.name
        env = {"DUTY_WRITER": f"{name}@pc", "DUTY_USER": name}
        return bench.run(*words, "--json", at=git.folder, env=env)

    def made(git, *words):
        result = run(git, *words)
        expect(result.status == 0, result)
        return result.json()["event"]["id"]

    def exchange():
        for git in [here, there, here]:
            git.commit()
            git("pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
            git("push", "-q", "origin", "HEAD:main")

    def count():
        counts = []
        for git in [here, there]:
            duties = bench.ok("list", "--all", "--json", at=git.folder).json()["duties"]
            counts.append(next(duty["done"] for duty in duties if duty["id"] == "office/g1"))
        expect(counts[0] == counts[1], f"the clones count {counts}")
        return counts[0]

    ours, theirs = made(here, "done", "g1"), made(there, "done", "g1")
    exchange()
    expect(count() == 2, f"{count()} records")
    # Without an id only one's own is taken back, although theirs came later.
    undo = made(here, "undo")
    line = events(here.folder)[undo]
    expect(line["event"] == ours, line)
    expect(run(here, "undo").status == 1, "somebody else's record was taken back unasked")
    # Both take back the same one, not knowing of each other: it is gone once, not back again.
    first, second = made(here, "undo", theirs), made(there, "undo", theirs)
    exchange()
    expect(count() == 0, f"{count()} records")
    refused = run(here, "undo", theirs)
    expect(refused.status == 64, f"{refused}: undone twice")
    # It is back when nothing takes it back any more.
    made(here, "undo", first)
    exchange()
    expect(count() == 0, f"{count()} records after one of two was taken back")
    made(there, "undo", second)
    exchange()
    expect(count() == 1, f"{count()} records after both were taken back")
