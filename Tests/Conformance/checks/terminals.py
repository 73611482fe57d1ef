"""What a person sees at a terminal, and how it differs from what a pipe gets."""

import itertools
import re
import unicodedata
import zipfile

from .commands import LINES, Office
from .harness import contents, expect, journal

ESCAPE = re.compile(rb"\x1b\[[0-9;]*m")


def register(registry):
    registry.add("terminal: colour by option, environment and terminal", check_color)
    registry.add("terminal: each stream has its own colour", check_streams)
    registry.add("terminal: colours are of the kind every terminal has", check_escapes)
    registry.add("terminal: lines are as wide as it, or as COLUMNS says", check_width)
    registry.add("terminal: a pipe gets the same words, whole", check_words)
    registry.add("terminal: files never hold colour", check_files)
    registry.add("terminal: questions are asked there and nowhere else", check_questions)


def check_color(bench):
    """Every combination of what decides, on a command that colours its answer."""
    folder = bench.small()
    count = 0
    for flag, no_color, force, other, term, is_terminal in itertools.product(
        [None, "always", "never"],
        [None, "", "1"],
        [{}, {"CLICOLOR_FORCE": "1"}, {"FORCE_COLOR": "1"}],
        [None, "0"],
        ["xterm", "dumb", None],
        [True, False],
    ):
        env = {"NO_COLOR": no_color, "CLICOLOR": other, "TERM": term, **force}
        words = ["overdue"] if flag is None else ["overdue", "--color", flag]
        result, shown = bench.at_terminal(
            *words, at=folder, env=env, streams=[1] if is_terminal else []
        )
        text = shown if is_terminal else result.out
        where = f"--color {flag}, {env}, {'a terminal' if is_terminal else 'a pipe'}"
        expect(b"g4b" in text, f"{where}: {text[:200]}")
        if flag is not None:
            expected = flag == "always"
        elif no_color:
            expected = False
        elif force:
            expected = True
        else:
            expected = is_terminal and other != "0" and term == "xterm"
        expect((b"\x1b[" in text) == expected, f"{where}: {text[:200]}")
        count += 1
    expect(count == 3 * 3 * 3 * 2 * 3 * 2, count)


def check_streams(bench):
    folder = bench.small()
    with open(journal(folder), "wb") as file:
        file.write(b"{\n")
    # The answer is in a pipe and the warning on a terminal, and the other way round.
    result, shown = bench.at_terminal("overdue", at=folder, streams=[2])
    expect(b"\x1b" not in result.out and b"g4b" in result.out, result.out[:200])
    expect(b"Warning" in ESCAPE.sub(b"", shown), shown[:200])
    warned = b"\x1b" in shown
    result, shown = bench.at_terminal("overdue", at=folder, streams=[1])
    expect(b"\x1b" not in result.err and b"Warning" in result.err, result.err[:200])
    expect(b"\x1b" in shown and b"g4b" in shown, shown[:200])
    expect(warned, "a warning has no colour on a terminal")


def check_escapes(bench):
    """Nothing but colours, each ended on its own line; without them the text is the same."""
    folder = bench.sample()
    for name, words in bench.reading():
        _, shown = bench.at_terminal(*words, at=folder, streams=[1], columns=100)
        plain, _ = bench.at_terminal(
            *words, "--color", "never", at=folder, env={"COLUMNS": "100"}, streams=[]
        )
        rest = ESCAPE.sub(b"", shown)
        expect(b"\x1b" not in rest, f"{name}: an escape that is no colour")
        for line in shown.split(b"\n"):
            codes = ESCAPE.findall(line)
            expect(not codes or codes[-1] == b"\x1b[0m", f"{name}: colour goes on: {line}")
            for code in codes:
                numbers = [int(part) for part in code[2:-1].split(b";")]
                usual = {0, 1, 2, 3, 4, 7, *range(30, 38), *range(90, 98)}
                expect(set(numbers) <= usual, f"{name}: {code}")
        if name != "history":
            # Of the history a terminal shows the end alone.
            expect(rest == plain.out, f"{name}: colour changes the text")


def width(line):
    """The cells of a text without characters of no width."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in line)


def check_width(bench):
    folder = bench.sample()
    for name, words in [*bench.reading(), ("show", ["show", "township/s11"])]:
        for columns, variable, expected in [
            (40, None, 40), (80, None, 80), (200, None, 200), (200, "60", 60), (60, "0", 60),
            (60, "abc", 60), (60, "-5", 60), (60, "", 60), (0, None, 80), (60, "10", 20),
        ]:  # fmt: skip
            _, shown = bench.at_terminal(
                *words, at=folder, env={"COLUMNS": variable, "TERM": "dumb"}, streams=[1],
                columns=columns,
            )  # fmt: skip
            text = shown.decode()
            if expected == 20:
                # Too narrow for everything; no half character nevertheless.
                continue
            for line in text.splitlines():
                # Commands to copy are never broken.
                if "duty " in line:
                    continue
                rest, _, last = line.rpartition(" ")
                # An id is never cut, and one stands at the end.
                fits = width(rest if "/" in last else line) <= expected
                where = f"{name}, {columns} columns, COLUMNS={variable}"
                expect(fits, f"{where}: {width(line)}: {line}")


def check_words(bench):
    """No command cuts or breaks what goes into a pipe."""
    office = Office(bench)
    for command in LINES:
        folder = office.copy(command)
        result, _ = bench.at_terminal(*office.words(command), at=folder, streams=[])
        expect(result.status == 0, result)
        folder = office.copy(command)
        wide, shown = bench.at_terminal(
            *office.words(command), at=folder, streams=[1], columns=500, env={"TERM": "dumb"}
        )
        expect(wide.status == 0 and b"\x1b" not in shown, wide)

        def squeezed(data):
            # Ids of records are not the same twice, and a broken line is a space.
            return re.sub(r"(?i)\bf?[0-9A-HJKMNP-TV-Z]{6}\b|\s", "", data.decode())

        if command == "sheet":
            # Where a table has no room, its cells stand below one another.
            cells = re.split(rb"\n| \| ", result.out)
            cells = [cell for cell in cells if not re.fullmatch(rb"[-|]*", cell)]
            same = len(cells) > 20 and all(squeezed(cell) in squeezed(shown) for cell in cells)
        else:
            same = squeezed(result.out) == squeezed(shown)
        expect(same, f"{command}: {result.out!r} / {shown!r}")
        expect("…" not in result.out.decode() or command == "manual", f"{command}: a text is cut")


def check_files(bench):
    office = Office(bench)
    for command, forms in {
        "report": ["txt", "md", "html", "docx"],
        "sheet": ["txt", "md", "html", "docx"],
        "ledger": ["txt", "tsv", "csv", "json", "html", "xlsx", "md"],
    }.items():
        for form in forms:
            path = bench.folder / f"{command}.{form}"
            words = office.words(command, "--color", "always", "--force", "-o", str(path))
            _, shown = bench.at_terminal(*words, at=office.copy())
            if not path.exists():
                expect(form == "txt", f"{command}.{form}: {shown.decode()}")
                continue
            for name, data in parts(path):
                expect(data and b"\x1b" not in data, f"{command}.{form}: an escape in {name}")


def parts(path):
    """The files within a packed document, or the file itself."""
    if not zipfile.is_zipfile(path):
        return [(path.name, path.read_bytes())]
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def check_questions(bench):
    office = Office(bench)
    # Taking lines out of a journal.
    folder = office.copy("repair")
    before = contents(folder)
    for streams, typed in [([], b""), ([1], b""), ([2], b"")]:
        result, shown = bench.at_terminal("repair", at=folder, streams=streams, typed=typed)
        told = (result.err + shown).decode()
        expect(result.status == 64 and "--yes" in told, f"{streams}: {result} {told}")
    for typed, status in [(b"n\n", 1), (b"\n", 1), (b"\x04", 1)]:
        result, shown = bench.at_terminal("repair", at=folder, typed=typed)
        expect(result.status == status, f"{typed}: {result} {shown.decode()}")
        expect(b"?" in shown or "？" in shown.decode(), f"{typed}: no question: {shown.decode()}")
    after = {name: value for name, value in contents(folder).items() if ".lock" not in name}
    before = {name: value for name, value in before.items() if ".lock" not in name}
    expect(after == before, "a refused repair has changed something")
    result, shown = bench.at_terminal("repair", at=folder, typed=b"y\n")
    expect(result.status == 0, f"{result} {shown.decode()}")
    expect(contents(folder) != contents(office.seed), "nothing was repaired")
    folder = office.copy("repair")
    result, shown = bench.at_terminal("repair", "--yes", at=folder)
    expect(result.status == 0 and b"?" not in shown, shown.decode())
    # Filling in what a document masks.
    path = office.seed / "checklists/office.json"
    path.write_text(path.read_text().replace("4 per year", "? per year"))
    folder = office.copy()
    for more, streams in [([], []), (["--no-input"], [0, 1, 2])]:
        result, shown = bench.at_terminal("fill", *more, at=folder, streams=streams)
        told = (result.out + shown).decode()
        expect(result.status == 0 and "? per year" in told, f"fill {more}: {result} {told}")
        expect(contents(folder) == contents(office.seed), f"fill {more}: a file has changed")
    result, shown = bench.at_terminal("fill", at=folder, typed=b"4\n")
    expect(result.status == 0, f"{result} {shown.decode()}")
    expect("4 per year" in (folder / "checklists/office.json").read_text(), shown.decode())
    # Starting a workspace.
    for number, (more, streams, typed) in enumerate(
        [([], [], b""), (["--no-input"], [0, 1, 2], b""), ([], [0, 1, 2], "水利局\n".encode())]
    ):
        folder = bench.folder / f"started{number}"
        result, shown = bench.at_terminal("init", str(folder), *more, streams=streams, typed=typed)
        expect(result.status == 0, f"init {more}: {result} {shown.decode()}")
        expect(
            ("水利局" in (folder / "duty.json").read_text()) == bool(typed), f"{number}: {shown}"
        )
