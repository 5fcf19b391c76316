"""Processes that stay up and answer questions: one for this program, one for each peer."""
import json
import os
import subprocess
import sys
import time

from engines import ENGINES, tables
from processes import resident
from questions import canonical, labels, ours


class Ended(Exception):
    """A peer's process ended, most likely for want of memory."""


class Enquire:
    """This program, fed with statements on standard input; its own time comes as `seconds`."""

    def __init__(self, program, folder, threads):
        self.labels = labels(folder)
        arguments = [program, "--no-cache", "--format", "json"]
        # The package declares what is missing and what belongs to what.
        about_texts = tables(folder) == ("narratives",)
        arguments += ["--data", f"{folder}/narratives.csv" if about_texts else folder]
        begin = time.perf_counter()
        self.process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True)
        self.say("set timing on\nset rows all")
        self.answer(f"count {tables(folder)[0]}")
        self.load = time.perf_counter() - begin
        self.memory = resident(self.process.pid)

    def say(self, text):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()

    def answer(self, statement):
        self.say(statement + ";")
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if line == "}\n":
                return json.loads("".join(lines))
        raise RuntimeError(f"no answer to: {statement}")

    def ask(self, question):
        """The engine's seconds, those that the driver saw, and the answer."""
        begin = time.perf_counter()
        found = self.answer(ours(question))
        wall = time.perf_counter() - begin
        rows = [list(row.values()) for row in found["rows"]]
        return found["seconds"], wall, canonical(rows, question, self.labels)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Peer:
    """Another engine in a process of its own."""

    def __init__(self, name, folder, threads):
        environment = dict(os.environ, POLARS_MAX_THREADS=str(threads))
        begin = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, __file__, name, folder, str(threads)], env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.memory = self.read()
        self.load = time.perf_counter() - begin

    def ask(self, question):
        begin = time.perf_counter()
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        seconds, answer = self.read()
        return seconds, time.perf_counter() - begin, answer

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            raise Ended(f"ended with status {self.process.wait()}")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def serve(name, folder, threads):
    """A peer's process: loads, says its memory, then answers a question a line."""
    # Libraries that write to standard output would be taken for answers.
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    engine = ENGINES[name](folder, int(threads))
    names = labels(folder)
    print(json.dumps(resident()), file=answers)
    for line in sys.stdin:
        question = line.strip()
        begin = time.perf_counter()
        rows = engine.rows(question)
        seconds = time.perf_counter() - begin
        print(json.dumps([seconds, canonical(rows, question, names)]), file=answers)


if __name__ == "__main__":
    serve(*sys.argv[1:4])
