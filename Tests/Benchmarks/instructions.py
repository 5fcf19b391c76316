#!/usr/bin/env python3
"""Instructions that each question takes, recorded in instructions.tsv or compared with it.

  instructions.py --enquire PROGRAM --data FOLDER [--check]

A question's count is that of a process that opens a snapshot and asks it, less that of one that
opens the snapshot and quits: the work of the question alone.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

from questions import TEXT, OURS, ours

RECORD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "instructions.tsv")
TOLERANCE = 0.03


def counter():
    """`perf` where the machine lets it count, else `callgrind`."""
    if shutil.which("perf"):
        trial = subprocess.run(
            ["perf", "stat", "-x,", "-e", "instructions:u", "true"], capture_output=True, text=True)
        if trial.returncode == 0 and re.match(r"\d+,", trial.stderr):
            return "perf"
    if shutil.which("valgrind"):
        return "callgrind"
    sys.exit("neither perf nor valgrind can count instructions here")


def instructions(tool, command):
    """The instructions of one process in user space."""
    if tool == "perf":
        output = subprocess.run(
            ["perf", "stat", "-x,", "-e", "instructions:u", *command],
            check=True, capture_output=True, text=True).stderr
        return int(re.search(r"^(\d+),", output, re.M).group(1))
    output = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        check=True, capture_output=True, text=True).stderr
    return int(re.search(r"Collected : (\d+)", output).group(1))


def measure(tool, program, data):
    """Question to instructions."""
    with tempfile.TemporaryDirectory() as folder:
        snapshot = f"{folder}/data.enqs"
        subprocess.run(
            [program, "--no-cache", "--data", data, "-c", f'save snapshot "{snapshot}"'],
            check=True, capture_output=True)

        def count(statement):
            return instructions(
                tool, [program, "--format", "csv", "--data", snapshot, "-c", statement])

        start = count("quit")
        return {name: count(ours(name)) - start for name in OURS if name not in TEXT}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--enquire", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    tool = counter()
    found = measure(tool, options.enquire, options.data)
    if not options.check:
        with open(RECORD, "w", encoding="ascii") as file:
            file.write(f"question\t{tool}\n")
            file.writelines(f"{name}\t{count}\n" for name, count in found.items())
        return
    with open(RECORD, encoding="ascii") as file:
        (_, recorder), *lines = (line.rstrip("\n").split("\t") for line in file)
    if recorder != tool:
        sys.exit(f"the record was made with {recorder}, and only {tool} counts here")
    grown = []
    for name, count in lines:
        if name not in found:
            grown.append(f"{name} is no longer asked")
        elif found[name] > int(count) * (1 + TOLERANCE):
            grown.append(f"{name}: {count} -> {found[name]} (+{found[name] / int(count) - 1:.1%})")
    if grown:
        sys.exit("\n".join(grown))


if __name__ == "__main__":
    main()
