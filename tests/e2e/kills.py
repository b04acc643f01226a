#!/usr/bin/env python3
"""kills.py SOHOA INPUT WORK KILLS [digitize options]: kills the parent or a worker of `sohoa digitize` at random instants,
runs the same command again each time, and compares what comes of it with an unbroken run. Whenever a run gets through,
it begins anew. Prints what differs; exit code 1 when anything does."""
import filecmp
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

SOHOA, INPUT, WORK, KILLS, *OPTIONS = sys.argv[1:]
SIGNED = "--sign" in OPTIONS
work = pathlib.Path(WORK)
whole, broken = work / "whole", work / "broken"
chance = random.Random(20)
os.environ["SOURCE_DATE_EPOCH"] = "1700000000"


def command(out):
    return [SOHOA, "digitize", INPUT, "-o", str(out), "--jobs", "2", *OPTIONS]


def children(pid):
    try:
        return [int(c) for c in open(f"/proc/{pid}/task/{pid}/children").read().split()]
    except FileNotFoundError:
        return []


def files_of(folder):
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


def same(name):
    """Byte for byte; of signed papers, everything but the signature and the times and hashes that follow from it."""
    if not SIGNED or name.endswith(".txt"):
        return filecmp.cmp(whole / name, broken / name, shallow=False)
    if name.endswith(".json"):
        one, other = (json.load(open(f / name, encoding="utf-8")) for f in (whole, broken))
        for document in (one, other):
            document.pop("outputs", None)
            for each in document.get("documents", []):
                each.pop("outputs", None)
        return one == other
    one, other = ((f / name).read_bytes() for f in (whole, broken))
    return one.count(b"/ByteRange") == other.count(b"/ByteRange") == 1 and abs(len(one) - len(other)) < 4096


def compare():
    wrong = [f"missing: {n}" for n in files_of(whole) - files_of(broken)]
    wrong += [f"left over: {n}" for n in files_of(broken) - files_of(whole)]
    return wrong + [f"differs: {n}" for n in files_of(whole) & files_of(broken) if not same(n)]


for folder in (whole, broken):
    shutil.rmtree(folder, ignore_errors=True)
began = time.monotonic()
subprocess.run(command(whole), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
unbroken = time.monotonic() - began

killed_parents = killed_workers = finished = 0
wrong = []
while killed_parents + killed_workers < int(KILLS) and not wrong:
    run = subprocess.Popen(command(broken), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while run.poll() is None:
        time.sleep(chance.uniform(0, 1.2 * unbroken))
        workers = children(run.pid)
        if workers and chance.random() < 0.4:
            try:
                os.kill(chance.choice(workers), signal.SIGKILL)
                killed_workers += 1
            except ProcessLookupError:
                pass
        elif run.poll() is None:
            run.kill()
            run.wait()
            killed_parents += 1
    if run.returncode == 0:
        finished += 1
        wrong = compare()
        shutil.rmtree(broken)
    elif run.returncode > 0:
        # Two kills in a row may have hit one page: then it is a picture, and the run said so.
        shutil.rmtree(broken)
if not wrong:
    again = subprocess.run(command(broken), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wrong = [f"the last run ended with {again.returncode}"] if again.returncode else compare()
print(f"{killed_parents} parents and {killed_workers} workers killed, {finished} runs got through between")
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
