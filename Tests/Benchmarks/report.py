"""The tables of a run, and their place in a document."""


def seconds(value):
    """A time as a person reads it."""
    if value < 1e-3:
        return f"{value * 1e6:.0f} µs"
    return f"{value * 1e3:.3g} ms" if value < 1 else f"{value:.2f} s"


def absent(name, rows, options):
    """Why an engine has no time: it was left out of so many rows, or its process ended."""
    return "not asked" if rows > options.most.get(name, rows) else "ended"


def markdown(largest, loads, slopes, limit, options):
    """Every question at its largest size, load and memory, growth and the limit of the machine.

    - largest: question to (rows, engine to (median, p99, wall)).
    - loads: rows to engine to (seconds, MB).
    - slopes: question to log-log slope, or None.
    - limit: rows, and the seconds of an AND and a count of two bitmaps of so many rows.
    """
    peers = options.engines.split(",")
    lines = [
        f"Medians / 99th percentiles of {options.rounds} interleaved rounds, {options.threads}"
        " threads; the ratio is the fastest peer's median over that of enquire.", "",
        "| question | rows | enquire | through a pipe | " + " | ".join(peers)
        + " | best peer / enquire | growth |",
        "|---" * (len(peers) + 6) + "|"]
    for question, (rows, engines) in largest.items():
        cells = [f"{seconds(engines[name][0])} / {seconds(engines[name][1])}"
                 if name in engines else absent(name, rows, options)
                 for name in ("enquire", *peers)]
        cells.insert(1, seconds(engines["enquire"][2]))
        best = min(
            engines[name][0] for name in peers if name in engines) / engines["enquire"][0]
        growth = "" if slopes[question] is None else f"{slopes[question]:.2f}"
        lines.append(f"| {question} | {rows} | " + " | ".join(cells) + f" | {best:.2f} | {growth} |")
    lines += ["", "| load, memory after it | " + " | ".join(("enquire", *peers)) + " |",
              "|---" * (len(peers) + 2) + "|"]
    for rows, engines in loads.items():
        lines.append(f"| {rows} rows | " + " | ".join(
            f"{engines[name][0]:.2f} s, {engines[name][1]:.0f} MB" if name in engines
            else absent(name, rows, options)
            for name in ("enquire", *peers)) + " |")
    rows, limit_seconds = limit
    lines += ["", f"AND and count of two bitmaps of {rows} rows in C on this machine:"
              f" {seconds(limit_seconds)}."]
    return "\n".join(lines)


def write_between_markers(path, name, text):
    """Replaces what stands between the comments `NAME` and `end of NAME` of a Markdown file."""
    first, last = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    with open(path, encoding="utf-8") as file:
        document = file.read()
    before, rest = document.split(first, 1)
    after = rest.split(last, 1)[1]
    with open(path, "w", encoding="utf-8") as file:
        file.write(before + first + text + "\n" + last + after)
