#!/usr/bin/env python3
"""Times of 18 questions: this program beside DuckDB, Polars, chDB and SQLite, in turn, in one run.

  queries.py --enquire PROGRAM --data FOLDER [--data FOLDER ...] [--rounds 15] [--threads N]
             [--engines duckdb,...] [--at-most sqlite=1000000] [--write-readme README.md]

Each FOLDER holds a package that enquire-generate wrote; one with narratives is asked the questions
about texts, another the rest. Folders of several sizes give each question's growth. The answers of
all engines must be equal, or the run fails, as it does in the end where a peer did not load or died,
most likely for want of memory; the others are still measured. An engine that takes too long to load
is left out of folders with more rows than `--at-most` says. Times are the engines' own, without their
start; that of this program as a pipe sees it stands beside it.
"""
import argparse
import math
import os
import statistics
import sys

from asking import Ended, Enquire, Peer
from engines import ENGINES, questions, tables
from machine import and_popcount_seconds
from report import markdown, write_between_markers


def rows_of(folder):
    """The rows of the table that the questions of a folder are about."""
    with open(f"{folder}/{tables(folder)[0]}.csv", "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 24), b"")) - 1


def measure(options, folder, engines):
    """Asks every question of a folder in turn.

    Returns the load of each engine, and for each question the times of each engine.
    """
    processes = {"enquire": Enquire(options.enquire, folder, options.threads)}
    times, mistakes = {}, []
    for name in engines:
        try:
            processes[name] = Peer(name, folder, options.threads)
        except Ended as end:
            mistakes.append(f"{name} could not load {folder}: it {end}")
    loads = {name: (process.load, process.memory) for name, process in processes.items()}
    print("loaded", file=sys.stderr, flush=True)
    for question in questions(folder):
        # The first answer builds what an engine keeps; it is compared, not timed.
        answers = {}
        for name, process in list(processes.items()):
            try:
                answers[name] = process.ask(question)[2]
            except Ended as end:
                mistakes.append(f"{name} did not answer {question}: it {end}")
                del processes[name]
        if len(set(answers.values())) != 1:
            mistakes.append(f"{question}: the answers differ\n" + "\n".join(
                f"  {name}: {answer[:300]}" for name, answer in answers.items()))
        taken = times[question] = {name: [] for name in processes}
        for _ in range(options.rounds):
            for name, process in processes.items():
                taken[name].append(process.ask(question)[:2])
    for process in processes.values():
        process.close()
    return loads, times, mistakes


def summary(taken):
    """Median and 99th percentile of an engine's own seconds, and the median a driver saw."""
    own = sorted(seconds for seconds, _ in taken)
    last = own[min(len(own) - 1, math.ceil(len(own) * 0.99) - 1)]
    return statistics.median(own), last, statistics.median(wall for _, wall in taken)


def slope(points):
    """The log-log slope of seconds over rows; `None` for fewer than two sizes."""
    if len(points) < 2:
        return None
    xs, ys = ([math.log(value) for value in values] for values in zip(*points))
    x, y = statistics.mean(xs), statistics.mean(ys)
    return (sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--enquire", required=True)
    parser.add_argument("--data", action="append", required=True)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--at-most", action="append", default=[], metavar="ENGINE=ROWS")
    parser.add_argument("--write-readme")
    options = parser.parse_args()

    options.most = {name: int(rows) for name, rows in (p.split("=") for p in options.at_most)}
    loads, largest, growth, failed = {}, {}, {}, []
    for rows, folder in sorted((rows_of(folder), folder) for folder in options.data):
        print(f"{rows} rows", file=sys.stderr, flush=True)
        asked = [
            name for name in options.engines.split(",") if rows <= options.most.get(name, rows)]
        found, times, mistakes = measure(options, folder, asked)
        failed += mistakes
        loads[rows] = found
        for question, engines in times.items():
            largest[question] = (rows, {name: summary(taken) for name, taken in engines.items()})
            growth.setdefault(question, []).append((rows, largest[question][1]["enquire"][0]))
    rows = max(loads)
    text = markdown(
        largest, loads, {name: slope(points) for name, points in growth.items()},
        (rows, and_popcount_seconds(rows)), options)
    print(text)
    if failed:
        sys.exit("\n".join(failed))
    if options.write_readme:
        write_between_markers(options.write_readme, "query benchmark", text)


if __name__ == "__main__":
    main()
