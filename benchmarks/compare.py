#!/usr/bin/env python3
"""The same pages through OCRmyPDF, sohoa and a bare Tesseract loop, in turn on the same machine: speed, memory, size and
error beside each other, as Markdown on standard output.

  benchmarks/compare.py                        ten dense A4 pages made by sohoa-maker, one PDF of 300-dpi colour
  benchmarks/compare.py --input SCANS.pdf      a paper of yours; its text in SCANS.txt or SCANS.truth.json, if there is any
  benchmarks/compare.py --input FOLDER         images <stem>.<level>.jpg with <stem>.truth.json, as sohoa-maker makes them

Needs the packages in packaging/debian-packages-benchmarks.txt, and PyPI for OCRmyPDF at the first run."""
import argparse
import json
import os
import pathlib
import platform
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile

from measure import measured

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "sohoa" / "ocrmypdf"
LEVEL = "office"
TESSERACT_DPI = 200  # where Tesseract is fastest and errs least on body text


class Trouble(Exception):
    pass


def say(text):
    print(text, file=sys.stderr, flush=True)


def output_of(command):
    result = subprocess.run(command, capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL)
    if result.returncode != 0:
        raise Trouble(f"{shlex.join(map(str, command))}: exit code {result.returncode}\n{result.stderr[-1500:]}")
    return result.stdout or result.stderr


def program(given, *places):
    for place in [given] if given else places:
        found = shutil.which(str(place))
        if found:
            return found
    raise Trouble(f"no such program: {given or places[0]}; build it with ./sohoa setup, or name it")


# --- OCRmyPDF --------------------------------------------------------------------------------------------------------

def ocrmypdf(upgrade):
    """The newest OCRmyPDF of PyPI in an environment of its own; fetched once, and again when asked."""
    python = CACHE / "bin" / "python"
    if upgrade or not (CACHE / "bin" / "ocrmypdf").exists():
        say(f"fetching OCRmyPDF into {CACHE}")
        if not python.exists():
            output_of([sys.executable, "-m", "venv", str(CACHE)])
        for attempt in range(3):
            try:
                output_of([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--upgrade", "ocrmypdf"])
                break
            except Trouble:
                if attempt == 2:
                    raise
    return str(CACHE / "bin" / "ocrmypdf")


# --- pages -----------------------------------------------------------------------------------------------------------

class Pages:
    """One PDF, and what it says where that is known."""

    def __init__(self, pdf, truth_text, made_by):
        self.pdf = pdf
        self.truth_text = truth_text
        self.made_by = made_by
        self.count = int(next(line.split()[1] for line in output_of(["pdfinfo", str(pdf)]).splitlines()
                              if line.startswith("Pages:")))


def text_of(truth_path):
    truth = json.loads(truth_path.read_text())
    text = truth.get("text") or ""
    beside = truth_path.with_name(truth_path.name.removesuffix(".truth.json") + ".txt")
    return text or (beside.read_text() if beside.exists() else "")


def joined(images, work, made_by):
    """The images as they are, one a page, and the truth of each one after the other."""
    pdf = work / "pages.pdf"
    output_of([str(CACHE / "bin" / "img2pdf"), "--output", str(pdf)] + [str(image) for image in images])
    texts = []
    for image in images:
        truth = image.with_name(image.name.removesuffix(image.suffix).rsplit(".", 1)[0] + ".truth.json")
        if not truth.exists():
            truth = image.with_suffix(".truth.json")
        texts.append(text_of(truth) if truth.exists() else None)
    known = all(text is not None for text in texts)
    return Pages(pdf, "\n".join(texts) if known else None, made_by)


def made_pages(words, work):
    maker = program(words.maker, ROOT / "build/release/samples/maker/sohoa-maker", "sohoa-maker")
    folder = work / "made"
    command = [maker, "pages", "-o", str(folder), "--count", str(words.pages), "--kinds", "quyet_dinh", "--levels", LEVEL,
               "--seed", str(words.seed)]
    output_of(command)
    images = sorted(path for path in folder.rglob(f"*.{LEVEL}.*") if path.suffix in (".jpg", ".png"))
    if not images:
        raise Trouble(f"{shlex.join(command)} made no page")
    return joined(images[:words.pages], work, shlex.join(["sohoa-maker"] + command[1:3] + ["DIR"] + command[4:]))


def given_pages(path, work):
    path = pathlib.Path(path)
    if path.is_dir():
        images = sorted(p for p in path.rglob("*") if p.suffix.lower() in (".jpg", ".jpeg", ".png"))
        if not images:
            raise Trouble(f"no image under {path}")
        return joined(images, work, str(path))
    pdf = work / "pages.pdf"
    shutil.copyfile(path, pdf)
    truth = path.with_suffix(".truth.json")
    text = path.with_suffix(".txt")
    known = text_of(truth) if truth.exists() else text.read_text() if text.exists() else None
    return Pages(pdf, known, str(path))


# --- programs --------------------------------------------------------------------------------------------------------

class Contestant:
    """A way to read the pages: the command to measure, and what it leaves."""

    def __init__(self, name, command, pdf=None, text=None, environment=None):
        self.name = name
        self.command = command
        self.pdf = pdf            # what it wrote; None when it writes text alone
        self.text = text          # answers the text it read, after the run
        self.environment = environment
        self.costs = []
        self.error = None

    def run(self):
        cost = measured(self.command, self.environment)
        if cost.code != 0:
            raise Trouble(f"{self.name}: exit code {cost.code}\n{shlex.join(self.command)}\n{cost.errors}")
        self.costs.append(cost)


def rival(pages, work, jobs, words):
    out = work / "ocrmypdf.pdf"
    command = [ocrmypdf(words.upgrade), "--deskew", "--rotate-pages", "--output-type", "pdfa", "-l", "vie", "-j", str(jobs),
               str(pages.pdf), str(out)]
    return Contestant("OCRmyPDF", command, out, lambda: output_of(["pdftotext", str(out), "-"]))


def ours(pages, work, jobs, words):
    out = work / "sohoa"
    command = [program(words.sohoa, ROOT / "build/release/pipeline/cli/sohoa", "sohoa"), "digitize", str(pages.pdf), "-o",
               str(out), "--jobs", str(jobs), "--force"]
    return Contestant("sohoa", command, out / "pages.pdf", lambda: (out / "pages.txt").read_text())


def bare_tesseract(pages, work, jobs):
    """Pages are rendered before the clock starts: this is what recognition alone costs."""
    folder = work / "rendered"
    folder.mkdir()
    output_of(["pdftoppm", "-r", str(TESSERACT_DPI), "-gray", str(pages.pdf), str(folder / "page")])
    images = sorted(folder.glob("*.pgm"))
    loop = 'printf "%s\\0" "$@" | xargs -0 -P "$0" -I{} tesseract {} {} -l vie --dpi ' + str(TESSERACT_DPI)
    return Contestant(f"Tesseract loop, {TESSERACT_DPI} dpi", ["sh", "-c", loop, str(jobs)] + [str(i) for i in images], None,
                      lambda: "\n".join(pathlib.Path(f"{i}.txt").read_text() for i in images), {"OMP_THREAD_LIMIT": "1"})


# --- scores ----------------------------------------------------------------------------------------------------------

def error_of(contestant, pages, work, sohoa):
    """CER by the same program for all: `sohoa evaluate --text-only` on one paper of all pages."""
    folder = work / "score" / contestant.name.split()[0]
    (folder / "truth").mkdir(parents=True)
    (folder / "out").mkdir()
    truth = {"kind": "", "fields": {}, "text": pages.truth_text}
    (folder / "truth" / "pages.truth.json").write_text(json.dumps(truth, ensure_ascii=False))
    (folder / "out" / f"pages.{LEVEL}.txt").write_text(contestant.text().replace("\f", "\n"))
    output_of([sohoa, "evaluate", str(folder / "truth"), str(folder / "out"), "--text-only"])
    return json.loads((folder / "out" / "evaluation.json").read_text())["all"]


def machine_name():
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
                 platform.processor())
    memory = next(int(line.split()[1]) for line in open("/proc/meminfo") if line.startswith("MemTotal:")) / 2**20
    release = next((line.split("=", 1)[1].strip().strip('"') for line in open("/etc/os-release")
                    if line.startswith("PRETTY_NAME=")), "?")
    return f"{model}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB, {release}, Linux {platform.release()}"


def machine(words, jobs):
    first = lambda command: output_of(command).splitlines()[0].strip()
    lines = [f"- Machine: {machine_name()}; "
             f"load before the runs {os.getloadavg()[0]:.1f}",
             f"- Versions: sohoa {first([program(words.sohoa, ROOT / 'build/release/pipeline/cli/sohoa', 'sohoa'), '--version'])}, "
             f"OCRmyPDF {first([ocrmypdf(False), '--version'])}, {first(['tesseract', '--version'])}, "
             f"Ghostscript {first(['gs', '--version'])}"]
    return lines


def spread(values, form):
    middle = form.format(statistics.median(values))
    return middle if len(values) == 1 else f"{middle} ({form.format(min(values))}–{form.format(max(values))})"


def row(contestant, pages):
    costs = contestant.costs
    cells = [contestant.name,
             spread([60 * pages.count / cost.wall for cost in costs], "{:.1f}"),
             spread([cost.wall for cost in costs], "{:.1f}"),
             spread([cost.processor for cost in costs], "{:.1f}"),
             f"{max(cost.one_process for cost in costs) / 2**20:.0f}",
             f"{max(cost.together for cost in costs) / 2**20:.0f}",
             f"{contestant.pdf.stat().st_size / 1024 / pages.count:.0f}" if contestant.pdf else "–"]
    for name in ("cer", "line_free_cer"):
        share = (contestant.error or {}).get(name)
        cells.append("–" if not share or share["value"] is None else
                     f"{100 * share['value']:.2f} [{100 * share['low']:.2f}–{100 * share['high']:.2f}]")
    return "| " + " | ".join(cells) + " |"


def tell(contestants, pages, words, jobs, work):
    print("\n".join(machine(words, jobs)))
    characters = next((c.error["characters"] for c in contestants if c.error), None)
    print(f"- Pages: {pages.count}, {pages.pdf.stat().st_size / 1024 / pages.count:.0f} KiB each, from `{pages.made_by}`"
          + (f"; truth {characters} characters" if characters else "; no truth, so no CER"))
    print(f"- Runs: {words.repetitions} of each, in turn; medians (least–most), memory the most of all runs\n")
    print("| program | pages/min | wall s | CPU s | peak MiB, one process | peak MiB, together | KiB a page | CER % [95 %] "
          "| CER %, each line anywhere |")
    print("|---|---|---|---|---|---|---|---|---|")
    for contestant in contestants:
        print(row(contestant, pages))
    print("\nCommands:\n")
    for contestant in contestants:
        # The loop's images are named once.
        shown = contestant.command if contestant.pdf else contestant.command[:4] + ["page-*.pgm"]
        spelled = " ".join(f"{k}={v}" for k, v in (contestant.environment or {}).items()) + " " + shlex.join(shown)
        print(f"    {spelled.strip().replace(str(work), '.')}")


def compare(words, work):
    jobs = words.jobs or len(os.sched_getaffinity(0))
    sohoa = program(words.sohoa, ROOT / "build/release/pipeline/cli/sohoa", "sohoa")
    for needed in ("pdfinfo", "pdftotext", "pdftoppm", "tesseract", "gs", "xargs"):
        program(needed)
    ocrmypdf(words.upgrade)
    words.upgrade = False
    pages = given_pages(words.input, work) if words.input else made_pages(words, work)
    contestants = [rival(pages, work, jobs, words), ours(pages, work, jobs, words), bare_tesseract(pages, work, jobs)]
    pages.pdf.read_bytes()  # in the disk cache for the first as for the last
    for repetition in range(words.repetitions):
        for k in range(len(contestants)):
            contestant = contestants[(k + repetition) % len(contestants)]
            say(f"run {repetition + 1} of {words.repetitions}: {contestant.name}")
            if contestant.name == "sohoa":
                shutil.rmtree(work / "sohoa", ignore_errors=True)
            contestant.run()
    if pages.truth_text:
        for contestant in contestants:
            contestant.error = error_of(contestant, pages, work, sohoa)
    tell(contestants, pages, words, jobs, work)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", help="a PDF or a folder of images; without it pages are made")
    parser.add_argument("--pages", type=int, default=10, help="how many to make (10)")
    parser.add_argument("--seed", type=int, default=1, help="of the pages made (1)")
    parser.add_argument("--repetitions", type=int, default=1, help="runs of each program, in turn (1)")
    parser.add_argument("--jobs", type=int, help="processes at once (all cores)")
    parser.add_argument("--sohoa", help="path of the program (build/release)")
    parser.add_argument("--maker", help="path of sohoa-maker (build/release)")
    parser.add_argument("--upgrade", action="store_true", help="fetch the newest OCRmyPDF again")
    parser.add_argument("--keep", help="folder to work in and to leave everything in")
    words = parser.parse_args()
    try:
        if words.keep:
            folder = pathlib.Path(words.keep)
            folder.mkdir(parents=True, exist_ok=False)
            compare(words, folder)
        else:
            with tempfile.TemporaryDirectory(prefix="sohoa-compare-") as folder:
                compare(words, pathlib.Path(folder))
    except (Trouble, OSError) as trouble:
        say(f"compare: {trouble}")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
