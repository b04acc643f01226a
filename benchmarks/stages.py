#!/usr/bin/env python3
"""What a page costs by stage, from the scan's bytes to the PDF, beside a bare Tesseract page: the same pages on one core.

  benchmarks/stages.py [--levels office,skew,stamp,photocopy,phone] [--pages 3] [--repetitions 3] [--build build/release]

Pages are made by sohoa-maker: A4, 300 dpi, colour. Writes a Markdown table: milliseconds of processor time a page, the least
of the repetitions. Fields, joining pages and starting processes come on top. Tesseract reads grey pages of 200 dpi.

Needs the packages in packaging/debian-packages-benchmarks.txt."""
import argparse
import json
import os
import pathlib
import sys
import tempfile

import compare
import imaging

STAGES_OF_TEXT = ("first_reading", "torn_lines", "tight_lines", "missed_text", "cut_marks", "second_reading",
                  "corrections", "layout", "language", "text")


class Measured:
    def __init__(self, level, words, work):
        folder = work / level
        imaging.run([words.build / "samples/maker/sohoa-maker", "pages", "--out", folder, "--count", words.pages, "--kinds",
                     "quyet_dinh", "--levels", level, "--seed", 1])
        pages = sorted(folder.glob(f"*.{level}.jpg"))
        self.stages = json.loads(imaging.run([words.build / "benchmarks/page_stages", words.repetitions, *pages]))
        self.tesseract = sum(imaging.least_milliseconds(imaging.commands_of(page, work)[imaging.TESSERACT], words.repetitions)
                             for page in pages) / len(pages)

    def stage(self, name):
        return self.stages.get(name, 0)


def table(by_level):
    def row(name, value):
        return f"| {name} | " + " | ".join(value(measured) for measured in by_level.values()) + " |"

    lines = ["| ms a page | " + " | ".join(by_level) + " |", "|---" * (len(by_level) + 1) + "|"]
    for stage in ("decode", "codes", "imaging", *STAGES_OF_TEXT, "pdf"):
        lines.append(row(stage, lambda measured: f"{measured.stage(stage):.0f}"))
    lines.append(row("**all**", lambda measured: f"**{sum(measured.stages.values()):.0f}**"))
    lines.append(row(imaging.TESSERACT, lambda measured: f"{measured.tesseract:.0f}"))
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--levels", default=imaging.LEVELS)
    parser.add_argument("--pages", type=int, default=3)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--build", type=pathlib.Path, default=imaging.ROOT / "build/release")
    words = parser.parse_args()
    imaging.run(["cmake", "--build", words.build, "--target", "page_stages", "sohoa", "sohoa-maker"])
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as work:
        by_level = {level: Measured(level, words, pathlib.Path(work)) for level in words.levels.split(",")}
    print(f"- Machine: {compare.machine_name()}; load before the runs {load:.1f}")
    print(f"- Versions: {compare.output_of(['tesseract', '--version']).splitlines()[0].strip()}")
    print(f"- Pages: {words.pages} of each level, A4, 300 dpi, colour; the least of {words.repetitions} runs\n")
    print(table(by_level))


if __name__ == "__main__":
    try:
        main()
    except compare.Trouble as trouble:
        sys.exit(str(trouble))
