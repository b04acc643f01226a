#!/usr/bin/env python3
"""What imaging costs beside a bare Tesseract page, unpaper and OCRmyPDF's deskew: the same pages, one after the other, on one core.

  benchmarks/imaging.py [--levels office,skew,stamp,photocopy,phone] [--pages 3] [--repetitions 3] [--build build/release]

Pages are made by sohoa-maker: A4, 300 dpi, colour. Writes a Markdown table: milliseconds of processor time (user and
system) a page, the least of the repetitions, by step of ours and for Tesseract; unpaper and OCRmyPDF run once, as they take
seconds. Tesseract and unpaper read pages that were rendered before, grey, Tesseract at 200 dpi. OCRmyPDF is that of
compare.py, told to write no text and to leave pictures as they are.

Needs the packages in packaging/debian-packages-benchmarks.txt, and PyPI for OCRmyPDF at the first run."""
import argparse
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

import compare

ROOT = pathlib.Path(__file__).resolve().parent.parent
ONE_THREAD = dict(os.environ, OMP_THREAD_LIMIT="1", OMP_NUM_THREADS="1")
LEVELS = "office,skew,stamp,photocopy,phone"
TESSERACT = "tesseract -l vie, grey, 200 dpi"


def spent():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command, **more):
    return subprocess.run([str(word) for word in command], check=True, env=ONE_THREAD, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True, **more).stdout


def least_milliseconds(command, repetitions):
    times = []
    for _ in range(repetitions):
        before = spent()
        run(command)
        times.append(spent() - before)
    return 1000 * min(times)


def commands_of(page, work):
    """What each of the others runs on one page."""
    grey = work / f"{page.stem}.pgm"
    small = work / f"{page.stem}.png"
    # Tesseract's own decoder of PNG costs it 1 % of its time.
    run(["convert", page, "-colorspace", "gray", "-resize", "66.6667%", "-density", "200", small])
    run(["convert", page, "-colorspace", "gray", grey])
    commands = {TESSERACT: ["tesseract", small, work / page.stem, "-l", "vie"]}
    if shutil.which("unpaper"):
        commands["unpaper, grey, 300 dpi"] = ["unpaper", "--overwrite", grey, work / "unpapered.pgm"]
    commands["ocrmypdf --deskew, no text"] = [
        compare.ocrmypdf(False), "--deskew", "--tesseract-timeout", "0", "--output-type", "pdf", "-j", "1", "-O", "0",
        "--image-dpi", "300", page, work / "deskewed.pdf"]
    return commands


class Measured:
    """A level's pages: ours by step, the others as a whole, milliseconds a page."""

    def __init__(self, level, words, work):
        folder = work / level
        run([words.build / "samples/maker/sohoa-maker", "pages", "--out", folder, "--count", words.pages, "--kinds",
             "quyet_dinh", "--levels", level, "--seed", 1])
        pages = sorted(folder.glob(f"*.{level}.jpg"))
        ours = json.loads(run([words.build / "benchmarks/imaging_speed", words.repetitions, *pages]))
        self.steps = ours["steps"]
        self.megabytes = ours["megabytes_above_page"]
        self.others = {}
        for page in pages:
            for name, command in commands_of(page, work).items():
                repetitions = words.repetitions if name == TESSERACT else 1
                taken = least_milliseconds(command, repetitions) / len(pages)
                self.others[name] = self.others.get(name, 0) + taken

    def total(self):
        return sum(self.steps.values())


def table(by_level):
    def row(name, value):
        return f"| {name} | " + " | ".join(value(measured) for measured in by_level.values()) + " |"

    steps = list(dict.fromkeys(step for measured in by_level.values() for step in measured.steps))
    others = list(next(iter(by_level.values())).others)
    lines = ["| ms a page | " + " | ".join(by_level) + " |", "|---" * (len(by_level) + 1) + "|"]
    lines += [row(step, lambda measured: f"{measured.steps.get(step, 0):.1f}") for step in steps]
    lines.append(row("**imaging, decode included**", lambda measured: f"**{measured.total():.0f}**"))
    lines += [row(name, lambda measured: f"{measured.others[name]:.0f}") for name in others]
    lines.append(row("imaging by Tesseract", lambda measured: f"{measured.total() / measured.others[TESSERACT]:.2f}"))
    lines.append(row("MB above the page", lambda measured: f"{measured.megabytes:.0f}"))
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--levels", default=LEVELS)
    parser.add_argument("--pages", type=int, default=3)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    words = parser.parse_args()
    run(["cmake", "--build", words.build, "--target", "imaging_speed", "sohoa-maker"])
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as work:
        by_level = {level: Measured(level, words, pathlib.Path(work)) for level in words.levels.split(",")}
    first = lambda command: compare.output_of(command).split("\n")[0].strip()
    print(f"- Machine: {compare.machine_name()}; load before the runs {load:.1f}")
    print(f"- Versions: {first(['tesseract', '--version'])}, OCRmyPDF {first([compare.ocrmypdf(False), '--version'])}"
          + (f", unpaper {first(['unpaper', '--version'])}" if shutil.which("unpaper") else ""))
    print(f"- Pages: {words.pages} of each level, A4, 300 dpi, colour; the least of {words.repetitions} runs, of unpaper and OCRmyPDF one\n")
    print(table(by_level))


if __name__ == "__main__":
    try:
        main()
    except compare.Trouble as trouble:
        sys.exit(str(trouble))
