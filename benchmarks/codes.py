#!/usr/bin/env python3
"""What looking for codes costs beside a bare Tesseract page: the same pages, one after the other, on one core.

  benchmarks/codes.py [--repetitions 3] [--build build/release] FILE_OR_FOLDER...

Looks at every page of the files (PDF, JPEG, PNG, TIFF; folders are searched), by the program codes_speed; then Tesseract reads
the same page, grey, as it is stored. Without names the papers of samples/dossiers are taken. Writes a Markdown table: processor
time (user and system; of codes the least of the repetitions, of Tesseract once) of the pages on which no code is found, their
ratio on average and at worst, and the five dearest pages.

Needs the packages in packaging/debian-packages-benchmarks.txt."""
import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

import compare

ROOT = pathlib.Path(__file__).resolve().parent.parent
ONE_THREAD = dict(os.environ, OMP_THREAD_LIMIT="1", OMP_NUM_THREADS="1")
ENDINGS = {".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"}


def files_of(names):
    for name in map(pathlib.Path, names):
        if name.is_dir():
            yield from sorted(path for path in name.rglob("*") if path.suffix.lower() in ENDINGS)
        else:
            yield name


def run(command):
    return subprocess.run([str(word) for word in command], check=True, env=ONE_THREAD, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True).stdout


def spent():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def picture_of(file, page, width, work):
    """The page as a grey picture of so many pixels across."""
    picture = work / "page.pgm"
    if file.suffix.lower() == ".pdf":
        run(["pdftoppm", "-gray", "-f", page, "-l", page, "-scale-to-x", width, "-scale-to-y", -1, "-singlefile", file,
             work / "page"])
    else:
        run(["convert", f"{file}[{page - 1}]", "-auto-orient", "-colorspace", "gray", "-depth", "8", picture])
    return picture


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("names", nargs="*", default=[str(ROOT / "samples/dossiers")])
    options = parser.parse_args()
    build = ROOT / options.build
    subprocess.run(["cmake", "--build", build, "--target", "codes_speed"], check=True, stdout=subprocess.DEVNULL)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for file in files_of(options.names):
            try:
                pages = json.loads(run([build / "benchmarks/codes_speed", options.repetitions, file]))
            except subprocess.CalledProcessError:
                print(f"{file} cannot be read: left out", file=sys.stderr)
                continue
            for page in pages:
                if page["codes"]:
                    continue
                picture = picture_of(file, page["page"], page["width"], pathlib.Path(folder))
                before = spent()
                run(["tesseract", picture, "-", "-l", "vie"])
                rows.append((page["milliseconds"], 1000 * (spent() - before), f"{file.name} page {page['page']}"))
    if not rows:
        sys.exit("no page without codes")
    ours = sum(row[0] for row in rows) / len(rows)
    theirs = sum(row[1] for row in rows) / len(rows)
    dearest = sorted(rows, reverse=True)[:5]
    print(f"- Machine: {compare.machine_name()}; load before the runs {os.getloadavg()[0]:.1f}")
    print(f"- Pages without codes: {len(rows)}\n")
    print("| | codes, ms | Tesseract, ms | ratio |\n|---|---|---|---|")
    print(f"| average | {ours:.0f} | {theirs:.0f} | {ours / theirs:.3f} |")
    worst = max(rows, key=lambda row: row[0] / row[1])
    print(f"| worst ratio: {worst[2]} | {worst[0]:.0f} | {worst[1]:.0f} | {worst[0] / worst[1]:.3f} |")
    for mine, other, name in dearest:
        print(f"| {name} | {mine:.0f} | {other:.0f} | {mine / other:.3f} |")


if __name__ == "__main__":
    main()
