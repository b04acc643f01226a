#!/usr/bin/env python3
"""Draws docs/images/result.jpg: a bundled paper with the words found on it, and the fields read from it.

    ./sohoa digitize samples/dossiers -o out && docs/images/make_result.py out

Needs Pillow (apt: python3-pil) and the font Liberation Sans (apt: fonts-liberation2).
"""
import json
import pathlib
import sys

from PIL import Image, ImageDraw, ImageFont

HERE = pathlib.Path(__file__).resolve().parent
PAPER = "ho-tich-khai-sinh/giay-khai-sinh.skew"
HEIGHT = 1120
COLUMN = 330
FONTS = pathlib.Path("/usr/share/fonts/truetype/liberation2")
COLOURS = {"accepted": "#1a7f37", "review": "#9a6700"}


def wrapped(text, font, width):
    lines = [""]
    for word in text.split():
        longer = (lines[-1] + " " + word).strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def scan_with_words(page):
    scan = Image.open(HERE.parents[1] / "samples/dossiers" / (PAPER + ".jpg")).convert("RGB")
    scale = HEIGHT / page["height"]
    scan = scan.resize((round(page["width"] * scale), HEIGHT), Image.LANCZOS)
    draw = ImageDraw.Draw(scan, "RGBA")
    for block in page["blocks"]:
        for line in block["lines"]:
            for word in line["words"]:
                x, y, w, h = word["box"]
                corners = word.get("quad", [x, y, x + w, y, x + w, y + h, x, y + h])
                points = [(corners[k] * scale, corners[k + 1] * scale) for k in range(0, 8, 2)]
                draw.polygon(points, fill=(0, 90, 220, 28), outline=(0, 90, 220, 190))
    return scan


def main():
    found = next(pathlib.Path(sys.argv[1]).rglob(pathlib.Path(PAPER).name + ".json"))
    document = json.loads(found.read_text(encoding="utf-8"))
    scan = scan_with_words(document["pages"][0])
    plain = ImageFont.truetype(str(FONTS / "LiberationSans-Regular.ttf"), 15)
    small = ImageFont.truetype(str(FONTS / "LiberationSans-Regular.ttf"), 12)
    bold = ImageFont.truetype(str(FONTS / "LiberationSans-Bold.ttf"), 20)
    picture = Image.new("RGB", (scan.width + 2 * COLUMN + 20, HEIGHT), "white")
    picture.paste(scan, (0, 0))
    draw = ImageDraw.Draw(picture)
    x, y = scan.width + 20, 22
    draw.text((x, y), f"{document['kind']['label']} ({document['kind']['confidence']:.2f})", font=bold, fill="black")
    draw.text((x + COLUMN, y + 5), "● nhận ngay (accepted)", font=small, fill=COLOURS["accepted"])
    draw.text((x + COLUMN + 150, y + 5), "● cần xem (review)", font=small, fill=COLOURS["review"])
    top = y = y + 40
    for field in document["fields"]:
        lines = wrapped(field["normalized"], plain, COLUMN - 40)
        if y + 18 + 19 * len(lines) > HEIGHT - 10:
            x, y = x + COLUMN, top
        draw.text((x, y), field["name"], font=small, fill="#57606a")
        draw.text((x, y + 15), "●", font=small, fill=COLOURS.get(field["status"], "black"))
        for k, line in enumerate(lines):
            draw.text((x + 15, y + 14 + 19 * k), line, font=plain, fill="black")
        y += 19 + 19 * len(lines)
    picture.save(HERE / "result.jpg", quality=82, optimize=True)


main()
