#!/usr/bin/env python3
"""Load rate, memory and open time: this program beside DuckDB and Polars, in turn, in one run.

  load.py --enquire PROGRAM --data FOLDER [--rounds 5] [--threads N]

FOLDER holds children.csv and reviews.csv as enquire-generate writes them. Each load is a process of
its own. The time of this program is that of the whole process, from its start to its first answer;
that of the others begins when Python and the library are loaded. Memory is the resident set after
the load. Opening: what each keeps for the next time (a snapshot, a DuckDB file, Parquet files), and
the same question, whose answers must be equal. Prints medians and ratios as a Markdown table.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from processes import resident

TABLES = ("children", "reviews")
NAMES = {
    "enquire": "enquire", "duckdb": "DuckDB", "polars": "Polars",
    "polars_coded": "Polars, categories"}
QUESTION = "count children where status = \"CP plan\" and outcome = \"died\""


# ---------------------------------------------------------------- the peers, each in its own process

def polars_frame(polars, engine, data, table):
    """A table as Polars reads it; of `polars_coded`, its texts as codes into a dictionary.

    Texts are read in the fastest way that each allows. Codes are what this program makes of them,
    and what questions about values are answered by.
    """
    path = f"{data}/{table}.csv"
    sample = polars.read_csv(path, n_rows=10_000, try_parse_dates=True)
    codes = {
        name: polars.Categorical for name, kind in sample.schema.items()
        if engine == "polars_coded" and kind == polars.String and name not in ("id", "review")}
    return polars.read_csv(
        path, try_parse_dates=True, infer_schema_length=10_000, schema_overrides=codes)


def peer(engine, job, data, kept, threads):
    """Runs one job and prints seconds, resident MB and the answer as JSON."""
    if engine == "duckdb":
        import duckdb
        begin = time.perf_counter()
        if job == "load":
            connection = duckdb.connect()
            connection.execute(f"set threads={threads}")
            for table in TABLES:
                connection.execute(
                    f"create table {table} as select * from read_csv('{data}/{table}.csv')")
        else:
            connection = duckdb.connect(f"{kept}/data.duckdb", read_only=job == "open")
            if job == "keep":
                for table in TABLES:
                    connection.execute(
                        f"create table {table} as select * from read_csv('{data}/{table}.csv')")
        answer = connection.execute(
            "select count(*) from children where status='CP plan' and outcome='died'").fetchone()[0]
    else:
        os.environ["POLARS_MAX_THREADS"] = str(threads)
        import polars
        begin = time.perf_counter()
        if job == "open":
            frames = {"children": polars.scan_parquet(f"{kept}/children.parquet")}
        else:
            frames = {table: polars_frame(polars, engine, data, table) for table in TABLES}
        if job == "keep":
            for table, frame in frames.items():
                frame.write_parquet(f"{kept}/{table}.parquet")
        question = (polars.col("status") == "CP plan") & (polars.col("outcome") == "died")
        answer = frames["children"].lazy().filter(question).select(polars.len()).collect().item()
    seconds = time.perf_counter() - begin
    print(json.dumps([seconds, resident("self"), answer]))


# ---------------------------------------------------------------- this program

def ours(program, paths):
    """Seconds to the first answer, resident MB after it, and the answer."""
    arguments = [program, "--no-cache", "--format", "csv"]
    for path in paths:
        arguments += ["--data", path]
    begin = time.perf_counter()
    process = subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True)
    # Asked twice, since a lone line in a pipe waits a moment for its continuation.
    process.stdin.write(f"{QUESTION}\n{QUESTION}\n")
    process.stdin.flush()
    # A header, and the number below it.
    process.stdout.readline()
    answer = int(process.stdout.readline().split(",")[0])
    seconds = time.perf_counter() - begin
    memory = resident(process.pid)
    process.stdin.close()
    process.wait()
    return seconds, memory, answer


def opened(program, path):
    """Seconds of a whole process that opens a snapshot and answers, and the answer."""
    begin = time.perf_counter()
    output = subprocess.run(
        [program, "--format", "csv", "--data", path, "-c", QUESTION],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    seconds = time.perf_counter() - begin
    return seconds, 0, int(output.splitlines()[1].split(",")[0])


def measure(options, engine, job, kept):
    if engine == "enquire":
        if job == "open":
            return opened(options.enquire, f"{kept}/data.enqs")
        return ours(options.enquire, [f"{options.data}/{table}.csv" for table in TABLES])
    output = subprocess.run(
        [sys.executable, __file__, "--peer", engine, job, options.data, kept, str(options.threads)],
        check=True, capture_output=True, text=True).stdout
    return tuple(json.loads(output))


def keep(options, kept):
    """Writes what each engine keeps for the next time."""
    statements = [options.enquire, "--no-cache", "-c", f'save snapshot "{kept}/data.enqs"']
    for table in TABLES:
        statements += ["--data", f"{options.data}/{table}.csv"]
    subprocess.run(statements, check=True, capture_output=True)
    for engine in ("duckdb", "polars"):
        measure(options, engine, "keep", kept)


def main():
    if len(sys.argv) > 1 and sys.argv[1] == "--peer":
        engine, job, data, kept, threads = sys.argv[2:7]
        peer(engine, job, data, kept, int(threads))
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--enquire", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()

    megabytes = sum(os.path.getsize(f"{options.data}/{table}.csv") for table in TABLES) / 1e6
    engines = tuple(NAMES)
    found = {}
    with tempfile.TemporaryDirectory() as kept:
        keep(options, kept)
        for _ in range(options.rounds):
            for job in ("load", "open"):
                for engine in engines:
                    if (engine, job) == ("polars_coded", "open"):
                        continue
                    found.setdefault((engine, job), []).append(measure(options, engine, job, kept))
    answers = {result[2] for results in found.values() for result in results}
    if len(answers) != 1:
        sys.exit(f"the answers differ: {found}")

    def median(engine, job, position):
        return statistics.median(result[position] for result in found[(engine, job)])

    load = {engine: median(engine, "load", 0) for engine in engines}
    memory = {engine: median(engine, "load", 1) for engine in engines}
    opened = {e: median(e, "open", 0) for e in engines if (e, "open") in found}
    print(f"{megabytes:.0f} MB of CSV, {options.threads} threads, medians of {options.rounds}")
    print(f"interleaved rounds; every engine answered {answers.pop()}\n")
    print("| | " + " | ".join(NAMES.values()) + " | "
          + " | ".join(f"{NAMES[e]} / enquire" for e in engines[1:]) + " |")
    print("|---" * (2 * len(engines)) + "|")
    for label, values, form in (
            ("load (MB/s)", {e: megabytes / load[e] for e in engines}, "{:.0f}"),
            ("load (s)", load, "{:.2f}"),
            ("memory after load (MB)", memory, "{:.0f}"),
            ("open what is kept, first answer (ms)", {e: opened[e] * 1e3 for e in opened}, "{:.0f}")):
        cells = [form.format(values[e]) if e in values else "" for e in engines]
        ratios = [
            f"{values[e] / values['enquire']:.2f}" if e in values else "" for e in engines[1:]]
        print(f"| {label} | " + " | ".join(cells + ratios) + " |")


if __name__ == "__main__":
    main()
