"""What every benchmark needs of processes: their resident memory."""


def resident(pid="self"):
    """The resident memory of a process in MB."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")
