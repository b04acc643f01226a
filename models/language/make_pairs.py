#!/usr/bin/env python3
"""Makes pairs.txt anew: which Vietnamese words are known to follow each other.

    models/language/make_pairs.py > models/language/pairs.txt

Sources, fetched by name and version:
- npm @tesseract.js-data/vie 1.0.0, file 4.0.0/vie.traineddata.gz, component bigram-dawg: pairs of words seen often on
  the web, collected for Tesseract (github.com/tesseract-ocr/tessdata, Apache-2.0).
- PyPI pyvi 0.1.1, file pyvi/models/words.txt: a dictionary of Vietnamese words (MIT).

Needs npm, pip and the Debian package tesseract-ocr (combine_tessdata, dawg2wordlist).
"""
import collections
import gzip
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

ONSET = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x|"
NUCLEUS = ("iê|yê|ươ|uô|oă|oa|oe|oo|uâ|uê|uy|uơ|ia|ya|ưa|ua|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|oai|oay|oeo|uây|"
           "uôi|ươi|ươu|iêu|yêu|uya|uyu|uyê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y")
CODA = "ch|c|ng|nh|n|m|p|t|"
SYLLABLE = re.compile(f"(?:{ONSET})(?:{NUCLEUS})(?:{CODA})")
TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook, dot below


def split(word):
    """Letters without tone, and the tone."""
    tone = ""
    letters = []
    for c in unicodedata.normalize("NFD", word):
        if c in TONES:
            tone += c
        else:
            letters.append(c)
    return unicodedata.normalize("NFC", "".join(letters)), tone


def new_placement(word):
    """hòa → hoà, thủy → thuỷ, as sohoa compares words (base/vietnamese.h)."""
    letters, tone = split(word)
    if tone and not word.startswith("qu") and letters[-2:] in ("oa", "oe", "uy"):
        return unicodedata.normalize("NFC", letters + tone)
    return word


def key(word):
    """The word as it stands in the table; None for what is no Vietnamese syllable."""
    word = unicodedata.normalize("NFC", word).lower()
    letters, tone = split(word)
    if len(tone) > 1 or not SYLLABLE.fullmatch(letters):
        return None
    return new_placement(word)


def run(*words, **options):
    subprocess.run(words, check=True, stdout=sys.stderr, **options)


def web_pairs(folder):
    run("npm", "pack", "--silent", "@tesseract.js-data/vie@1.0.0", cwd=folder)
    run("tar", "xzf", "tesseract.js-data-vie-1.0.0.tgz", cwd=folder)
    with gzip.open(folder / "package/4.0.0/vie.traineddata.gz") as packed, open(folder / "vie.traineddata", "wb") as out:
        shutil.copyfileobj(packed, out)
    run("combine_tessdata", "-u", "vie.traineddata", "part.", cwd=folder)
    run("dawg2wordlist", "part.unicharset", "part.bigram-dawg", "pairs", cwd=folder)
    for line in open(folder / "pairs", encoding="utf-8"):
        words = line.split()
        if len(words) == 2:
            yield words


def dictionary_pairs(folder):
    run("pip", "download", "--quiet", "--no-deps", "--dest", str(folder), "pyvi==0.1.1")
    with zipfile.ZipFile(next(folder.glob("pyvi*.whl"))) as wheel:
        for line in wheel.read("pyvi/models/words.txt").decode("utf-8").splitlines():
            words = line.split()
            yield from zip(words, words[1:])


def main():
    pairs = collections.defaultdict(dict)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for mark, source in (("", web_pairs), ("+", dictionary_pairs)):
            for first, second in source(folder):
                first, second = key(first), key(second)
                if first and second:
                    pairs[first][second] = mark
    print("# Made by make_pairs.py, which names the sources. A word, then those that follow it; + from the dictionary.")
    for first in sorted(pairs):
        print(first, " ".join(mark + second for second, mark in sorted(pairs[first].items())))


if __name__ == "__main__":
    main()
