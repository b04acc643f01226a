#!/usr/bin/env python3
"""watch_kills.py SOHOA WORK KILLS PAPER...: papers, all of one name, and a dossier are put into a watched folder while the
watcher is killed at random instants and started again. At the end each paper stands in done/ or failed/ once, has one
output, whole and signed once, and nothing hidden is left. Prints what is wrong; exit code 1 when anything is."""
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

SOHOA, WORK, KILLS, *PAPERS = sys.argv[1:]
work = pathlib.Path(WORK)
folder, out = work / "in", work / "out"
chance = random.Random(4)
shutil.rmtree(work, ignore_errors=True)
folder.mkdir(parents=True)
sources = {}


def put(source, name, tail=b""):
    """As a scanner that writes under another name first."""
    data = pathlib.Path(source).read_bytes() + tail
    target = folder / name
    if target.exists():
        return
    temporary = folder / (name.replace("/", "-") + ".tmp")
    temporary.write_bytes(data)
    target.parent.mkdir(exist_ok=True)
    temporary.rename(target)
    sources.setdefault(hashlib.sha256(data).hexdigest(), name)


def watch(*words):
    return subprocess.Popen([SOHOA, "watch", str(folder), "-o", str(out), "--poll-seconds", "0.1", "--still-seconds", "0.3",
                             "--sign", "demo", "--jobs", "2", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


killed = 0
while killed < int(KILLS):
    if killed < 8:
        # The same pictures with other bytes at their ends are other papers, under the same name.
        put(chance.choice(PAPERS[:3]), "scan0001.jpg", f" {killed}".encode())
    if killed == 1:
        put(PAPERS[3], "long.pdf")
    if killed == 2:
        for k, paper in enumerate(PAPERS[:3]):
            put(paper, f"dossier/{k}.jpg", b" in a dossier")
    run = watch()
    time.sleep(chance.uniform(0.1, 4))
    run.kill()
    run.wait()
    killed += 1
last = watch("--once")
status = last.wait(timeout=300)

wrong = [] if status == 0 else [f"the last run ended with {status}"]
originals = [p for p in folder.rglob("*") if p.is_file()]
wrong += [f"not put away: {p}" for p in originals if p.relative_to(folder).parts[0] != "done"]
kept = sorted(hashlib.sha256(p.read_bytes()).hexdigest() for p in originals)
if kept != sorted(sources):
    wrong.append(f"{len(sources)} papers were put there, {len(kept)} are kept, {len(set(kept))} of them different")
made = []
for path in out.rglob("*.json"):
    if path.name == "dossier.json":
        continue
    document = json.loads(path.read_text(encoding="utf-8"))
    made.append(document["source"]["sha256"])
    if not document["made_by"]["complete"]:
        wrong.append(f"not whole: {path}")
    if path.with_suffix(".pdf").read_bytes().count(b"/ByteRange") != 1:
        wrong.append(f"not signed once: {path}")
if sorted(made) != sorted(sources):
    wrong.append(f"{len(sources)} papers, {len(made)} outputs of {len(set(made))} papers")
wrong += [f"left over: {p}" for place in (folder, out) for p in place.rglob(".sohoa*")]
print(f"{killed} watchers killed, {len(sources)} papers")
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
