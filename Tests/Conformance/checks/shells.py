"""Completion in three shells, the manual page, and the help beside it."""

import json
import re
import subprocess

from .harness import STATUSES, commands_in, expect, need_tool

SHELLS = {"bash": "bash", "zsh": "zsh", "fish": "fish"}


def register(registry):
    for shell in SHELLS:
        registry.add(f"completion: {shell} reads its script", syntax_of(shell))
    registry.add("completion: shellcheck has nothing to say", check_shellcheck)
    registry.add("completion: bash completes as a person would see", check_bash)
    registry.add("completion: bash runs nothing that a name says", check_hostile_names)
    registry.add("completion: zsh and fish load their scripts and complete", check_others)
    for shell in SHELLS:
        registry.add(f"completion: {shell} offers each command and option", offers_of(shell))
    registry.add("completion: words are offered silently, whatever the line", check_words)
    for language in ["en", "zh"]:
        registry.add(f"manual: mandoc finds nothing wrong, {language}", manual_in(language))
    registry.add("manual: every command and option of the help", check_options)
    registry.add("manual: the statuses are those a script may meet", check_statuses)
    registry.add("help: every command, in both languages", check_help)
    registry.add("version: one line, whatever else is typed", check_version)


def script(bench, shell):
    bench.need("completion")
    path = bench.folder / f"duty.{shell}"
    path.write_bytes(bench.ok("completion", shell).out)
    return path


def other(words, **options):
    """Runs another program; its text must be read in UTF-8."""
    return subprocess.run(
        list(map(str, words)), capture_output=True, timeout=60, encoding="utf-8", **options
    )


def syntax_of(shell):
    def body(bench):
        need_tool(shell)
        done = other([shell, "-n", script(bench, shell)])
        expect(done.returncode == 0 and not done.stderr, done.stderr)

    return body


def check_shellcheck(bench):
    need_tool("shellcheck")
    done = other(["shellcheck", "-s", "bash", script(bench, "bash")])
    expect(done.returncode == 0, done.stdout)


BASH = r"""
source "$1"
shift
complete -p duty >/dev/null || exit 9
COMP_LINE=$1
COMP_POINT=${#COMP_LINE}
read -ra COMP_WORDS <<<"$COMP_LINE"
[[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_duty_complete duty "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\n' "${COMPREPLY[@]}"
"""


def path_with(bench):
    """A PATH in which the program is called duty."""
    folder = bench.folder / "bin"
    folder.mkdir(exist_ok=True)
    link = folder / "duty"
    if not link.exists():
        link.symlink_to(bench.program)
    return f"{folder}:/usr/local/bin:/usr/bin:/bin"


def check_bash(bench):
    need_tool("bash")
    path = script(bench, "bash")
    sample = bench.sample()
    env = bench.environment(PATH=path_with(bench), DUTY_DIR=str(sample))

    def complete(line):
        done = other(["bash", "--norc", "-c", BASH, "bash", path, line], env=env)
        expect(done.returncode == 0 and not done.stderr, f"{line!r}: {done.stderr}")
        return done.stdout.split()

    expect(complete("duty ove") == ["overdue"], complete("duty ove"))
    for command in ["list", "overdue"]:
        expect(command in complete("duty "), f"duty TAB does not offer {command}")
    words = complete("duty list --st")
    expect(words == ["--state"], words)
    expect("overdue" in complete("duty list --state "), complete("duty list --state "))
    expect("township/g19" in complete("duty list township/g1"), complete("duty list township/g1"))
    expect("--json" in complete("duty list --"), complete("duty list --"))
    expect(complete("duty list --owner 王") != [], "no owner is offered")
    expect(complete("duty nosuch ") == [], complete("duty nosuch "))


# Offers the names and runs the line as if each had been taken.
HOSTILE = r"""
source "$1"
COMP_LINE='duty list --owner ' COMP_WORDS=(duty list --owner '') COMP_CWORD=3
COMP_POINT=${#COMP_LINE}
_duty_complete
((${#COMPREPLY[@]} > 0)) || exit 9
for word in "${COMPREPLY[@]}"; do
    eval "printf '%s\n' $word"
done
"""


def check_hostile_names(bench):
    need_tool("bash")
    names = ["`touch${IFS}PWNED`", "$(touch PWNED)", "a;touch PWNED", "*", "~", "{a,b}", "王芳"]
    folder = bench.empty()
    (folder / "checklists").mkdir()
    for number, name in enumerate(names):
        duty = {"id": "s1", "title": "甲", "schedule": "1 per year", "owner": name}
        tier = {"kind": "secretary", "title": "书记", "duties": [duty]}
        checklist = {"format": "duty.checklist/1", "id": f"town-{number}", "title": "清单"}
        path = folder / "checklists" / f"town-{number}.json"
        path.write_text(json.dumps({**checklist, "tiers": [tier]}), encoding="utf-8")
    env = bench.environment(PATH=path_with(bench), DUTY_DIR=str(folder))
    done = other(
        ["bash", "--norc", "-c", HOSTILE, "bash", script(bench, "bash")],
        env=env,
        cwd=bench.folder,
    )
    expect(done.returncode == 0 and not done.stderr, done.stderr)
    expect(done.stdout.splitlines() == names, done.stdout)
    expect(not (bench.folder / "PWNED").exists(), "a name was run")


def check_others(bench):
    bench.need("completion")
    sample = bench.sample()
    env = bench.environment(PATH=path_with(bench), DUTY_DIR=str(sample), TERM="dumb")
    need_tool("zsh")
    folder = bench.folder / "functions"
    folder.mkdir()
    (folder / "_duty").write_bytes(bench.ok("completion", "zsh").out)
    line = (
        f"fpath=({folder} $fpath); autoload -Uz compinit; compinit -u -D;"
        " [[ ${_comps[duty]} == _duty ]] && autoload +X _duty && print loaded"
    )
    done = other(["zsh", "-f", "-c", line], env=env)
    expect(done.returncode == 0 and "loaded" in done.stdout, done.stderr or done.stdout)
    need_tool("fish")
    path = script(bench, "fish")
    line = f"source {path}; complete -C 'duty ove'; echo ====; complete -C 'duty list --state over'"
    done = other(["fish", "--no-config", "-c", line], env=env)
    expect(done.returncode == 0 and not done.stderr, done.stderr)
    first, second = done.stdout.split("====\n")
    expect(first.split("\t")[0].strip() == "overdue", first)
    expect(second.split("\t")[0].strip() == "overdue", second)


# For each line that is read, one line of the words the shell would offer. The functions stand
# for what only a terminal can call.
OFFERS = {
    "bash": r"""
source "$1"
while IFS= read -r COMP_LINE; do
    COMP_POINT=${#COMP_LINE}
    read -ra COMP_WORDS <<<"$COMP_LINE"
    [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _duty_complete
    echo "${COMPREPLY[*]}"
done
""",
    "zsh": r"""
compdef() { : }
_files() { : }
_describe() {
    local -a shown
    shown=("${(@P)argv[-1]}")
    print -r -- ${shown%%:*}
}
source "$1"
while IFS= read -r line; do
    words=(${=line})
    [[ $line == *' ' ]] && words+=('')
    CURRENT=$#words
    offered=$(_duty)
    print -r -- ${offered//$'\n'/ }
done
""",
    "fish": r"""
source $argv[1]
while read -l line
    echo (complete -C "$line" | string replace -r '\t.*' '')
end
""",
}


def offers_of(shell):
    def body(bench):
        need_tool(shell)
        path = script(bench, shell)
        env = bench.environment(PATH=path_with(bench), DUTY_DIR=str(bench.sample()), TERM="dumb")
        expected = {}
        for command in bench.commands:
            first, *rest = command.split()
            expected.setdefault("duty ", set()).add(first)
            if rest:
                expected.setdefault(f"duty {first} ", set()).add(rest[0])
            text = bench.ok("help", *command.split()).out.decode()
            expected[f"duty {command} --"] = options_in(text)
            for option in options_in(text):
                expected[f"duty {command} {option[:-1]}"] = {option}
        start = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
        code = bench.folder / "offers"
        code.write_text(OFFERS[shell])
        done = other(
            [shell, *start, code, path], env=env, input="".join(f"{line}\n" for line in expected)
        )
        expect(done.returncode == 0 and not done.stderr, done.stderr[-400:])
        answers = done.stdout.split("\n")[:-1]
        expect(len(answers) == len(expected), f"{len(answers)} answers to {len(expected)} lines")
        for (line, words), answer in zip(expected.items(), answers):
            missing = words - set(answer.split())
            expect(not missing, f"{line!r}: {missing} are not among {answer[:300]!r}")

    return body


def check_words(bench):
    bench.need("completion")
    sample = bench.sample()
    lines = [
        [],
        [""],
        ["list", ""],
        ["list", "--state", ""],
        ["list", "--state="],
        ["list", "--nosuch", ""],
        ["done", "township/"],
        ["done", "--", "-"],
        ["help", ""],
        ["--dir", "/nonexistent", "done", ""],
        ["-C"],
        ["list", "x" * 5000],
        ["done", "'", '"', "$(touch x)", ""],
    ]
    for line in lines:
        for folder in [sample, bench.folder]:
            result = bench.ok("complete-words", "--", *line, cwd=folder)
            expect(result.err == b"", f"{result}: it says something")
            for word in result.out.decode().splitlines():
                expect("\x1b" not in word and word.count("\t") <= 1, f"{line}: {word!r}")


def manual(bench, language="en"):
    bench.need("manual")
    return bench.ok("manual", "--lang", language).out


def manual_in(language):
    def body(bench):
        need_tool("mandoc")
        path = bench.folder / "duty.1"
        path.write_bytes(manual(bench, language))
        done = other(["mandoc", "-T", "lint", "-W", "warning", path])
        expect(done.returncode == 0, done.stdout + done.stderr)
        text = rendered(path)
        for heading in ["NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "EXAMPLES"]:
            expect(heading in text, f"no section {heading}")

    return body


def rendered(path):
    """The page as text without the overstriking of terminals."""
    text = other(["mandoc", "-T", "utf8", "-O", "width=160", path]).stdout
    return re.sub(".\x08", "", text)


def options_in(help_text):
    return set(re.findall(r"^ {2,6}(?:-\w, )?(--[a-z][a-z-]*)", help_text, re.MULTILINE))


def check_options(bench):
    need_tool("mandoc")
    path = bench.folder / "duty.1"
    path.write_bytes(manual(bench))
    text = rendered(path)
    found = 0
    for command in bench.commands:
        help_text = bench.ok("help", *command.split()).out.decode()
        expect(command in text, f"the manual does not name {command}")
        for option in options_in(help_text):
            found += 1
            expect(
                re.search(re.escape(option) + r"(?![a-z-])", text),
                f"the manual does not name {option} of {command}",
            )
    expect(found > 20, f"only {found} options")


def check_statuses(bench):
    need_tool("mandoc")
    path = bench.folder / "duty.1"
    path.write_bytes(manual(bench))
    text = rendered(path)
    section = re.search(r"^EXIT STATUS\n(.*?)^\S", text, re.MULTILINE | re.DOTALL)
    expect(section, "no section EXIT STATUS")
    numbers = {int(number) for number in re.findall(r"^ {2,8}(\d+) ", section[1], re.MULTILINE)}
    expect(numbers == STATUSES, f"the manual lists {sorted(numbers)}")


def check_help(bench):
    for language in ["en", "zh"]:
        for columns in ["40", "80", "200"]:
            env = {"COLUMNS": columns, "DUTY_LANG": language}
            text = bench.ok("--help", env=env).out.decode()
            expect(commands_in(text) == bench.commands or language == "zh", "other commands")
            for command in bench.commands:
                words = command.split()
                one = bench.ok("help", *words, env=env)
                two = bench.ok(*words, "--help", env=env)
                three = bench.ok(*words, "--nosuch", "-h", env=env)
                expect(one.out == two.out == three.out, f"{command}: three kinds of help")
                expect(one.out and not one.err, f"{one}: no help")
    result = bench.run("help", "nosuch")
    expect(result.status == 64 and not result.out, result)


def check_version(bench):
    for words in [["--version"], ["list", "--version"], ["--version", "--nosuch"]]:
        result = bench.ok(*words)
        expect(re.fullmatch(rb"duty \d+\.\d+\.\d+\n", result.out), result.out)
        expect(not result.err, result)
