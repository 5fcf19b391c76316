#!/usr/bin/env python3
"""How long a whole process takes, from its start to its end, on small data: this program beside
sqlite3, DuckDB and Miller, in turn, in one run.

  start.py --enquire PROGRAM --data FOLDER [--rounds 101] [--duckdb PROGRAM] [--mlr PROGRAM]
           [--write-readme README.md]

FOLDER holds the CSV files that the program carries; it counts the children of its own copy, and the
peers those of the file. sqlite3 is asked for nothing besides, which is the floor for a process of its
kind, and for the rows of all files; DuckDB and Miller are left out where there is no such program.
Prints medians, 90th percentiles and ratios as a Markdown table.
"""
import argparse
import glob
import os
import shutil
import statistics
import subprocess
import time

from report import write_between_markers


def commands(options):
    """What is run, by its name in the table; ours first."""
    children = f"{options.data}/children.csv"
    imports = [f".import --csv {path} {os.path.basename(path)[:-4]}"
               for path in sorted(glob.glob(f"{options.data}/*.csv"))]
    count = "select count(*) from children"
    found = {
        "enquire": [options.enquire, "-c", "count children"],
        "enquire, its version": [options.enquire, "--version"],
        "sqlite3, no data": ["sqlite3", ":memory:", "select 1"],
        "sqlite3, one table": ["sqlite3", ":memory:", f".import --csv {children} children", count],
        "sqlite3, all tables": ["sqlite3", ":memory:", *imports, count],
    }
    if options.duckdb:
        found["DuckDB, one table"] = [
            options.duckdb, "-c", f"select count(*) from read_csv('{children}')"]
    if options.mlr:
        found["Miller, one table"] = [options.mlr, "--icsv", "--ojson", "count", children]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--enquire", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--rounds", type=int, default=101)
    parser.add_argument("--duckdb", default=shutil.which("duckdb"))
    parser.add_argument("--mlr", default=shutil.which("mlr"))
    parser.add_argument("--write-readme")
    options = parser.parse_args()

    everything = commands(options)
    times = {name: [] for name in everything}
    for _ in range(options.rounds):
        for name, command in everything.items():
            begin = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            times[name].append(time.perf_counter() - begin)

    medians = {name: statistics.median(taken) for name, taken in times.items()}
    lines = [f"Medians and 90th percentiles of {options.rounds} interleaved runs.", "",
             "| whole process | median (ms) | 90% (ms) | as many times that of enquire |",
             "|---|---|---|---|"]
    for name, taken in times.items():
        last = sorted(taken)[len(taken) * 9 // 10]
        lines.append(f"| {name} | {medians[name] * 1e3:.2f} | {last * 1e3:.2f} |"
                     f" {medians[name] / medians['enquire']:.2f} |")
    text = "\n".join(lines)
    print(text)
    if options.write_readme:
        write_between_markers(options.write_readme, "start benchmark", text)


if __name__ == "__main__":
    main()
