#!/usr/bin/env python3
"""mutants.py SOHOA WORK COUNT SEED FOLDER...: damages files of the folders at random (the same SEED damages alike), gives
them to the real `sohoa digitize` in batches, and looks at what comes of it. Prints how the mutants ended. Exit code 1 when
the command died, hung or grew, left litter behind, lost a mutant in silence, or wrote a PDF that qpdf finds broken.
Mutants whose worker died are kept in WORK/deaths."""
import collections
import json
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import time

SOHOA, WORK, COUNT, SEED, *FOLDERS = sys.argv[1:]
work = pathlib.Path(WORK)
chance = random.Random(int(SEED))
BATCH = 40
PAGE_SECONDS = 60
WORKER_MEGABYTES = 2000
PARENT_MEGABYTES = 200
LONGEST_SEED = 400_000  # bytes: larger papers take long and break alike
EXTREMES = [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF]
NUMBERS = [b"0", b"-1", b"1", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"1e308", b"0.0000001"]


def seeds():
    found = []
    for folder in FOLDERS:
        files = sorted(p for p in pathlib.Path(folder).rglob("*") if p.is_file())
        found += [p for p in files if 0 < p.stat().st_size <= LONGEST_SEED and p.suffix not in (".txt", ".json", ".md")]
    return [(p, p.read_bytes()) for p in found]


def somewhere(data, length=1):
    # Headers decide most: every second place is near the beginning or the end.
    size = max(1, len(data) - length)
    place = chance.random()
    if place < 0.25:
        return chance.randrange(min(size, 512))
    if place < 0.5:
        return max(0, size - 1 - chance.randrange(min(size, 2048)))
    return chance.randrange(size)


def flip(data, _):
    at = somewhere(data)
    data[at] ^= 1 << chance.randrange(8)


def extreme(data, _):
    width = chance.choice([1, 2, 4])
    at = somewhere(data, width)
    value = chance.choice(EXTREMES) & ((1 << (8 * width)) - 1)
    data[at : at + width] = value.to_bytes(width, chance.choice(["little", "big"]))


def cut_out(data, _):
    at = somewhere(data)
    del data[at : at + chance.choice([1, 2, 7, 64, 1000])]


def repeat(data, _):
    at = somewhere(data)
    piece = bytes(data[at : at + chance.choice([1, 4, 30, 500])])
    data[at:at] = piece * chance.choice([1, 2, 50])


def noise(data, _):
    at = somewhere(data)
    data[at : at + 16] = chance.randbytes(chance.choice([1, 16, 100]))


def cut_off(data, _):
    del data[somewhere(data) :]


def splice(data, others):
    other = chance.choice(others)[1]
    begin = chance.randrange(len(other))
    at = somewhere(data)
    data[at : at + 400] = other[begin : begin + chance.choice([8, 100, 4000])]


def number(data, _):
    numbers = list(re.finditer(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])", bytes(data[:100_000])))
    if numbers:
        found = chance.choice(numbers)
        data[found.start() : found.end()] = chance.choice(NUMBERS)


def name(data, _):
    names = list(re.finditer(rb"/[A-Za-z][A-Za-z0-9]+", bytes(data[:100_000])))
    if len(names) > 1:
        one, other = chance.choice(names), chance.choice(names)
        data[one.start() : one.end()] = other.group()


DAMAGES = [flip, flip, extreme, extreme, cut_out, repeat, noise, cut_off, splice, number, name]


def mutant(originals):
    path, original = chance.choice(originals)
    data = bytearray(original)
    for _ in range(chance.choice([1, 1, 2, 3, 6])):
        if data:
            chance.choice(DAMAGES)(data, originals)
    return path, bytes(data)


def run_batch(folder, out):
    """Exit code (None: hung), what was said, seconds."""
    begun = time.monotonic()
    command = [SOHOA, "digitize", str(folder), "-o", str(out), "--jobs", str(os.cpu_count()), "--verbose", "--lang", "en",
               "--page-seconds", str(PAGE_SECONDS), "--worker-memory", str(WORKER_MEGABYTES)]  # fmt: skip
    try:
        ended = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=BATCH * PAGE_SECONDS)
        return ended.returncode, ended.stdout + ended.stderr, time.monotonic() - begun
    except subprocess.TimeoutExpired as late:
        return None, str(late), time.monotonic() - begun


def look(folder, out, said, tally, wrong):
    """What became of every mutant of a batch."""
    litter = [str(p) for p in out.rglob(".*")] if out.exists() else []
    wrong += [f"litter: {p}" for p in litter]
    done = {}
    for path in out.rglob("*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        if path.name == "dossier.json":
            continue
        done[document["source"]["file"]] = document
    for file in sorted(folder.iterdir()):
        document = done.get(file.name)
        if document is not None:
            faults = {p["code"] for p in document["problems"] + [q for g in document["pages"] for q in g.get("problems", [])]
                      if p["severity"] == "error"}  # fmt: skip
            tally["read whole" if document["made_by"]["complete"] else "read in part"] += 1
            for code in faults & {"worker_died", "worker_timeout", "out_of_memory", "internal_error"}:
                tally["  of these with " + code] += 1
                keep(file, code)
        elif file.name in said:
            tally["refused with its name said"] += 1
            for line in said.splitlines():
                if file.name in line and re.search(r"died twice|took longer than|out of memory|internal error", line):
                    tally["  of these for a worker that died, was too slow or full"] += 1
                    keep(file, "refused")
                    break
        else:
            wrong.append(f"lost in silence: {file}")
            keep(file, "lost")
    pdfs = []
    for each in out.rglob("*.pdf"):
        # A signed paper is kept as it came, with its faults; every other PDF is ours.
        if not each.name.endswith(".signed.pdf"):
            pdfs.append(str(each))
        elif each.read_bytes() != (folder / each.name.replace(".signed.pdf", ".pdf")).read_bytes():
            wrong.append(f"not kept as it came: {each}")
    for pdf in pdfs:
        checked = subprocess.run(["qpdf", "--check", pdf], capture_output=True, text=True)
        if checked.returncode != 0:
            wrong.append(f"qpdf --check {pdf}: {checked.stdout[-200:]}{checked.stderr[-200:]}")
            keep(folder / pathlib.Path(pdf).name, "broken-pdf")
    return len(pdfs)


def keep(file, why):
    (work / "deaths").mkdir(exist_ok=True)
    for each in file.parent.glob(file.stem + ".*"):
        shutil.copy(each, work / "deaths" / f"{why}-{each.name}")


def main():
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    originals = seeds()
    if not originals:
        sys.exit("no seeds in " + " ".join(FOLDERS))
    tally, wrong, pdfs, seconds, largest = collections.Counter(), [], 0, 0.0, 0
    count = int(COUNT)
    for first in range(0, count, BATCH):
        folder, out = work / "in", work / "out"
        for each in (folder, out):
            shutil.rmtree(each, ignore_errors=True)
        folder.mkdir()
        for k in range(first, min(first + BATCH, count)):
            path, data = mutant(originals)
            # By its name a paper: what is none by content either would be passed over.
            suffix = path.suffix if path.suffix in (".jpg", ".png", ".tif", ".bmp", ".webp", ".heic") else ".pdf"
            (folder / f"m{k:05}{suffix}").write_bytes(data)
        status, said, took = run_batch(folder, out)
        seconds += took
        if status not in (0, 1):
            wrong.append(f"batch {first}: {'hung' if status is None else f'exit code {status}'}: {said[-500:]}")
        parent = re.search(r"of the main process: (\d+) MB", said)
        largest = max(largest, int(parent.group(1)) if parent else 0)
        pdfs += look(folder, out, said, tally, wrong)
        print(f"{min(first + BATCH, count)}/{count} {took:.0f} s", file=sys.stderr, flush=True)
    if largest > PARENT_MEGABYTES:
        wrong.append(f"the parent took {largest} MB")
    print(f"mutants: {count} of {len(originals)} files, seed {SEED}; {seconds:.0f} s; parent at most {largest} MB; PDFs that "
          f"qpdf finds sound: {pdfs}")  # fmt: skip
    for what, number_of in tally.items():
        print(f"{what}: {number_of}")
    for each in wrong:
        print("WRONG:", each)
    return 1 if wrong else 0


resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
sys.exit(main())
