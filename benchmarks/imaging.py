#!/usr/bin/env python3
"""What imaging costs beside bare Tesseract, unpaper and OCRmyPDF's deskew, on the same pages, one after the other, on one core.

  benchmarks/imaging.py [--pages 5] [--repetitions 3] [--level office] [--build build/release]

Pages are made by sohoa-maker: A4, 300 dpi, colour. Prints a Markdown table: milliseconds a page by step of ours, and the
others'. Tesseract reads grey pages of 200 dpi that were rendered before; times are the least of the repetitions."""
import argparse
import json
import os
import pathlib
import platform
import shutil
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ONE_THREAD = dict(os.environ, OMP_THREAD_LIMIT="1", OMP_NUM_THREADS="1")


def least_seconds(command, repetitions):
    times = []
    for _ in range(repetitions):
        begun = time.monotonic()
        subprocess.run(command, check=True, env=ONE_THREAD, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.monotonic() - begun)
    return min(times)


def mean_milliseconds(commands, repetitions):
    return 1000 * sum(least_seconds(command, repetitions) for command in commands) / len(commands)


def rivals(pages, work, repetitions):
    grey = []
    for page in pages:
        subprocess.run(["convert", page, "-colorspace", "gray", "-resize", "66.6667%", "-density", "200", f"{work}/{page.stem}.png"], check=True)
        subprocess.run(["convert", page, "-colorspace", "gray", f"{work}/{page.stem}.pgm"], check=True)
        grey.append(page.stem)
    found = {"tesseract -l vie, grey 200 dpi": mean_milliseconds([["tesseract", f"{work}/{stem}.png", f"{work}/{stem}", "-l", "vie"] for stem in grey], repetitions)}
    if shutil.which("unpaper"):
        found["unpaper"] = mean_milliseconds([["unpaper", "--overwrite", f"{work}/{stem}.pgm", f"{work}/{stem}.clean.pgm"] for stem in grey], repetitions)
    if shutil.which("ocrmypdf"):
        found["ocrmypdf --deskew, no text"] = mean_milliseconds(
            [["ocrmypdf", "--deskew", "--tesseract-timeout", "0", "--output-type", "pdf", "-j", "1", "-O", "0", "--image-dpi", "300", str(page), f"{work}/{page.stem}.pdf"] for page in pages], repetitions)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=5)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--level", default="office")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    words = parser.parse_args()
    subprocess.run(["cmake", "--build", words.build, "--target", "imaging_speed", "sohoa-maker"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as work:
        made = [words.build / "samples/maker/sohoa-maker", "pages", "--out", f"{work}/pages", "--count", str(words.pages), "--kinds", "quyet_dinh", "--levels", words.level, "--seed", "1"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        pages = sorted(pathlib.Path(work, "pages").glob(f"*.{words.level}.jpg"))
        load = os.getloadavg()[0]
        ours = json.loads(subprocess.run([words.build / "benchmarks/imaging_speed", str(words.repetitions), *pages], check=True, env=ONE_THREAD, capture_output=True, text=True).stdout)
        others = rivals(pages, work, words.repetitions)
    total = sum(ours["steps"].values())
    print(f"- Machine: {platform.machine()}, {os.cpu_count()} cores, {platform.platform()}; load before {load:.1f}")
    print(f"- Pages: {len(pages)}, A4, 300 dpi, colour, level {words.level}; milliseconds a page, least of {words.repetitions}\n")
    print("| step | ms |\n|---|---|")
    for step, milliseconds in ours["steps"].items():
        print(f"| {step} | {milliseconds:.1f} |")
    print(f"| **imaging, decode included** | **{total:.0f}** |")
    for name, milliseconds in others.items():
        print(f"| {name} | {milliseconds:.0f} |")
    tesseract = next(iter(others.values()))
    print(f"\nImaging takes {total / tesseract:.2f} of a bare Tesseract page, and {ours['megabytes_above_page']:.0f} MB above the decoded page.")


if __name__ == "__main__":
    main()
