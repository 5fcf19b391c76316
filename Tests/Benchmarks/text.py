#!/usr/bin/env python3
"""Search in long texts: this program beside FTS5 of SQLite, in turn, in one run.

  text.py --enquire PROGRAM --data FOLDER [--rounds 30]

FOLDER holds narratives.csv as enquire-generate writes it. FTS5 is the one of Python's SQLite, in
memory, without the texts (content='') and without places (detail=none): its smallest and fastest
form. Its index is filled from a table in memory; ours from the loaded column, at the first question
that needs it, so its time is that of the first answer less that of the second. The size of FTS5 is
that of its blocks; ours is what the program says that its index takes, and beside it how much the
process grew while it was built, freed memory among it. A question to this program goes through a pipe,
one to SQLite is a call.

Both must count the same rows. A word with an apostrophe is one word here and two in FTS5, which also
folds accents away; the questions ask for no such word. Prints medians and ratios as a Markdown table.
"""
import argparse
import csv
import re
import sqlite3
import statistics
import subprocess
import sys
import time

QUESTIONS = {
    "frequent word": ('text mentions "bruising"', "bruising"),
    "two words": ('text mentions "neglect" and text mentions "hospital"', "neglect AND hospital"),
    "rare word": ('text mentions "weighing"', "weighing"),
    "absent word": ('text mentions "ketamine"', "ketamine"),
    "beginning of a word": ('text mentions "hospital*"', "hospital*"),
}
# Nothing to compare with: FTS5 needs places for a phrase, and trigrams for a part of a word.
OURS_ALONE = {
    "phrase": 'text mentions "long-term neglect"',
    "part of a word": 'text contains "ruisin"',
    "part of a text": 'text contains "did not"',
    "no search, for the cost of the pipe": "text is missing",
}


class FTS5:
    """An index of the texts in SQLite."""

    def __init__(self, path):
        csv.field_size_limit(1 << 30)
        self.connection = sqlite3.connect(":memory:")
        self.connection.execute("create table texts (id integer primary key, text)")
        with open(path, newline="", encoding="utf-8") as file:
            reader = csv.reader(file)
            column = next(reader).index("text")
            self.connection.executemany(
                "insert into texts (text) values (?)", ([row[column]] for row in reader))
        self.connection.execute(
            "create virtual table words using fts5(text, content='', detail=none)")

    def build(self):
        """Fills the index; seconds."""
        begin = time.perf_counter()
        self.connection.execute("insert into words (rowid, text) select id, text from texts")
        return time.perf_counter() - begin

    def megabytes(self):
        return self.connection.execute("select sum(length(block)) from words_data").fetchone()[0] / 1e6

    def ask(self, words):
        """Seconds, and the number of texts."""
        begin = time.perf_counter()
        count = self.connection.execute(
            "select count(*) from words where words match ?", [words]).fetchone()[0]
        return time.perf_counter() - begin, count


class Enquire:
    """This program with the texts loaded."""

    # The last line in a pipe waits a moment for its continuation, so questions come in batches, and
    # the answer to the last is not timed.
    BATCH = 10

    def __init__(self, program, path):
        self.process = subprocess.Popen(
            [program, "--no-cache", "--format", "csv", "--data", path],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.write(["count narratives"] * 2)
        self.read()
        self.read()

    def write(self, statements):
        self.process.stdin.write("".join(f"{statement}\n" for statement in statements))
        self.process.stdin.flush()

    def read(self):
        """The number below a header."""
        self.process.stdout.readline()
        line = self.process.stdout.readline()
        if not line:
            sys.exit("enquire ended")
        return int(line.split(",")[0])

    def first(self, condition):
        """Seconds to the first answer of two, which builds the index, less those to the second."""
        begin = time.perf_counter()
        self.write([f"count narratives where {condition}"] * 3)
        self.read()
        first = time.perf_counter()
        self.read()
        second = time.perf_counter()
        self.read()
        return (first - begin) - (second - first)

    def ask(self, condition):
        """Seconds for each of a batch of questions, and the number of rows."""
        begin = time.perf_counter()
        self.write([f"count narratives where {condition}"] * (self.BATCH + 1))
        counts = {self.read() for _ in range(self.BATCH)}
        seconds = (time.perf_counter() - begin) / self.BATCH
        self.read()
        if len(counts) != 1:
            sys.exit(f"the answers to {condition} differ: {counts}")
        return seconds, counts.pop()

    def megabytes(self):
        """The memory of the process in MB."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1]) / 1024

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def index_megabytes(program, path):
    """What the program says that the index takes, in MB."""
    question = f"count narratives where {QUESTIONS['frequent word'][0]}"
    said = subprocess.run(
        [program, "--no-cache", "--data", path, "-c", question, "-c", f"explain plan {question}"],
        capture_output=True, text=True, check=True).stdout
    size, unit = re.search(r"indexes kept for the next question: 1, ([\d.]+) (kB|MB|GB)",
                           " ".join(said.split())).groups()
    return float(size) * {"kB": 1e-3, "MB": 1, "GB": 1e3}[unit]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--enquire", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    path = f"{options.data}/narratives.csv"

    fts5 = FTS5(path)
    enquire = Enquire(options.enquire, path)
    before = enquire.megabytes()
    # In turn, so that neither has the machine to itself for longer.
    build = enquire.first(QUESTIONS["frequent word"][0]), fts5.build()
    growth, blocks = enquire.megabytes() - before, fts5.megabytes()

    times = {}
    for _ in range(options.rounds):
        for name, (condition, words) in QUESTIONS.items():
            ours, theirs = enquire.ask(condition), fts5.ask(words)
            if ours[1] != theirs[1]:
                sys.exit(f"{name}: {ours[1]} texts here, {theirs[1]} in FTS5")
            times.setdefault((name, ours[1]), []).append((ours[0], theirs[0]))
        for name, condition in OURS_ALONE.items():
            if len(times.get((name, None), [])) < 3:
                times.setdefault((name, None), []).append((enquire.ask(condition)[0], None))
    enquire.close()
    index = index_megabytes(options.enquire, path)

    print(f"SQLite {sqlite3.sqlite_version}, medians of {options.rounds} interleaved rounds; "
          "both counted the same texts\n")
    print("| | texts | enquire | FTS5 | FTS5 / enquire |")
    print("|---|---|---|---|---|")
    print(f"| index built (s) | | {build[0]:.2f} | {build[1]:.2f} | {build[1] / build[0]:.1f} |")
    print(f"| the index, or its blocks (MB) | | {index:.0f} | {blocks:.0f} | {blocks / index:.1f} |")
    print(f"| growth of the process while it was built (MB) | | {growth:.0f} | | |")
    for (name, texts), pairs in times.items():
        ours = statistics.median(pair[0] for pair in pairs) * 1e3
        if texts is None:
            print(f"| {name} (ms) | | {ours:.2f} | | |")
        else:
            theirs = statistics.median(pair[1] for pair in pairs) * 1e3
            print(f"| {name} (ms) | {texts} | {ours:.3f} | {theirs:.3f} | {theirs / ours:.1f} |")


if __name__ == "__main__":
    main()
