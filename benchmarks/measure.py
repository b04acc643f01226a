"""What a command costs: wall time, processor time and memory of it and everything it starts. Linux only (/proc)."""
import dataclasses
import os
import subprocess
import threading
import time

SAMPLING_SECONDS = 0.2


@dataclasses.dataclass
class Cost:
    code: int            # exit code
    wall: float          # seconds
    processor: float     # seconds, user and system, of the command and all descendants it waited for
    one_process: int     # bytes: the largest resident set of any single process
    together: int        # bytes: the largest proportional set size of all its processes at one time, sampled
    errors: str          # the end of standard error


def children_by_parent():
    parents = {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat") as stat:
                # The second cell is the program's name in brackets and may hold anything.
                parent = int(stat.read().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError, ValueError):
            continue  # ended in between
        parents.setdefault(parent, []).append(int(name))
    return parents


def memory_of_tree(root):
    """Proportional set size: pages shared by several processes are counted once in all."""
    children = children_by_parent()
    waiting = [root]
    total = 0
    while waiting:
        process = waiting.pop()
        waiting += children.get(process, [])
        try:
            with open(f"/proc/{process}/smaps_rollup") as rollup:
                total += sum(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
        except (OSError, ValueError):
            continue
    return total * 1024


def measured(command, environment=None):
    """Runs the command to its end. Its standard output is dropped; use files."""
    begin = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                                   env={**os.environ, **(environment or {})})
    ended = threading.Event()
    most = [0]
    said = []

    def sample():
        while not ended.wait(SAMPLING_SECONDS):
            most[0] = max(most[0], memory_of_tree(process.pid))

    sampler = threading.Thread(target=sample)
    reader = threading.Thread(target=lambda: said.append(process.stderr.read()))
    sampler.start()
    reader.start()
    # wait4 tells the usage of this child alone, RUSAGE_CHILDREN would sum all runs.
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    sampler.join()
    reader.join()
    process.stderr.close()
    one = usage.ru_maxrss * 1024
    return Cost(process.returncode, wall, usage.ru_utime + usage.ru_stime, one, most[0] or one,
                said[0].decode(errors="replace")[-2000:])
