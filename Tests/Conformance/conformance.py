#!/usr/bin/env python3
"""What other programs say of duty: validators, shells, system calls, git, and hostile files.

    conformance.py --duty PATH [--quick] [--only TEXT] [--list]

Each check prints one line; the last line counts them. The status is 1 if a check failed. A check
that cannot run here is skipped with its reason. --quick leaves out what takes long, --only runs
the checks whose names contain TEXT. Needs the modules of requirements.txt.
"""

import argparse
import sys
from pathlib import Path

from checks import (
    answers,
    commands,
    documents,
    faults,
    hostile,
    importing,
    merging,
    oracles,
    reporting,
    rewriting,
    shells,
    syscalls,
    terminals,
)
from checks.harness import Registry, Runner

MODULES = [answers, commands, terminals, shells, oracles, syscalls, faults, rewriting, hostile,
           importing, merging, documents, reporting]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--duty", required=True, type=Path, help="the program to check")
    parser.add_argument("--quick", action="store_true", help="leave out what takes long")
    parser.add_argument("--only", default="", metavar="TEXT", help="only checks with TEXT")
    parser.add_argument("--list", action="store_true", help="name the checks and stop")
    options = parser.parse_args()
    program = options.duty.resolve()
    if not program.is_file():
        parser.error(f"there is no program at {options.duty}")

    registry = Registry()
    for module in MODULES:
        module.register(registry)
    chosen = registry.chosen(options.only, options.quick)
    if options.list:
        for check in chosen:
            print(check.name)
        return 0
    return Runner(program).run(chosen)


if __name__ == "__main__":
    sys.exit(main())
