"""Makes pages for text_outputs.sh, and checks that the outputs of every document in a folder agree.

    text_outputs.py make BAO-CAO.pdf FOLDER    a turned page with tables, a blank page, a page with a signature panel
    text_outputs.py check FOLDER LOG           what disagrees goes to stderr (exit 1), figures to LOG

Places in the PDF are told by the image as its content stream draws it, not by sohoa's own account of the page.
"""
import json
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
import zlib

ALTO = "{http://www.loc.gov/standards/alto/ns-v4#}"
XHTML = "{http://www.w3.org/1999/xhtml}"

# How far a word's middle in the PDF may be from its box's, in heights of the word: lines that still lean on the page that is
# shown are written level (pipeline/pdf/text_layer.cpp, farthest_from_ink). And what share of the width of both is common.
MIDDLE_WITHIN = 0.6
MOST_WITHIN = 0.3
WIDTH_SHARED = 0.5


def png(path, width, height, grey):
    rows = b"".join(b"\0" + grey[y * width:(y + 1) * width] for y in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    dots_per_metre = round(200 / 0.0254)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
                     chunk(b"pHYs", struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)) +
                     chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b""))


def pdf_with_panel(path):
    body = ["Kinh gui: Uy ban nhan dan phuong Hoa Binh", "Can cu bien ban hop ngay 12 thang 6 nam 2024,",
            "phong chuyen mon bao cao ket qua thuc hien cong tac", "trong thang va ke hoach cua thang sau nhu sau.",
            "Cac ho gia dinh da nop du ho so va duoc huong dan."]
    panel = ["Nguoi ky: Van phong", "Co quan: Phuong Hoa Binh", "Thoi gian ky: 14.06.2024 09:15:32 +07:00"]
    text = "".join(f"BT /F 14 Tf 70 {560 - 26 * k} Td ({line}) Tj ET\n" for k, line in enumerate(body))
    text += "".join(f"BT /F 9 Tf 390 {800 - 11 * k} Td ({line}) Tj ET\n" for k, line in enumerate(panel))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
               f"<</Length {len(text)}>>stream\n{text}endstream",
               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n".encode()
    path.write_bytes(data)


def make(bao_cao, folder):
    picture = subprocess.run(["pdftoppm", "-r", "200", "-gray", "-f", "2", "-l", "2", bao_cao], stdout=subprocess.PIPE,
                             check=True).stdout
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
    width, height = int(head[1]), int(head[2])
    grey = picture[head.end():]
    # A quarter turn counter-clockwise: the last column becomes the first row.
    turned = b"".join(grey[x::width] for x in range(width - 1, -1, -1))
    png(folder / "xoay.png", height, width, turned)
    png(folder / "ngược.png", width, height, grey[::-1])
    png(folder / "trắng.png", width, height, b"\xff" * len(grey))
    pdf_with_panel(folder / "ký số.pdf")


class Check:
    def __init__(self):
        self.failures, self.figures = [], {}

    def that(self, holds, what):
        if not holds:
            self.failures.append(what)

    def most(self, name, value):
        self.figures[name] = max(self.figures.get(name, 0), value)

    def least(self, name, value):
        self.figures[name] = min(self.figures.get(name, 1e9), value)

    def count(self, name, more=1):
        self.figures[name] = self.figures.get(name, 0) + more


def same(check, where, got, wanted):
    if got == wanted:
        return
    at = next((k for k, (a, b) in enumerate(zip(got, wanted)) if a != b), min(len(got), len(wanted)))
    check.that(False, f"{where}: {len(got)} words, wanted {len(wanted)}; from word {at}: {got[at:at + 5]}, wanted {wanted[at:at + 5]}")


def words_of(page):
    return [word for block in page["blocks"] for line in block["lines"] for word in line["words"]]


def inside(check, where, box, page, what):
    x, y, w, h = box
    check.that(x >= 0 and y >= 0 and w > 0 and h > 0 and x + w <= page["width"] and y + h <= page["height"],
               f"{where}: {what} {box} leaves the page of {page['width']} x {page['height']}")


def check_json(check, where, page, text):
    words = [word["text"] for word in words_of(page)]
    for block in page["blocks"]:
        for line in block["lines"]:
            same(check, f"{where}: text of a line", line["text"].split(" "), [word["text"] for word in line["words"]])
            inside(check, where, line["box"], page, "line")
    for word in words_of(page):
        inside(check, where, word["box"], page, f"word {word['text']}")
        check.that(word["text"] and word["text"] == unicodedata.normalize("NFC", word["text"]), f"{where}: no NFC: {word['text']!r}")
        check.that(0 <= word["confidence"] <= 1, f"{where}: confidence {word['confidence']}")
    same(check, f"{where}: .txt", text.split(), words)
    check.that(text == unicodedata.normalize("NFC", text), f"{where}: .txt is no NFC")


def alto_box(element):
    return [int(element.get(name)) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT")]


def check_alto(check, stem, document):
    root = ElementTree.parse(f"{stem}.alto.xml").getroot()
    where = f"{stem.name}.alto.xml"
    ids = [element.get("ID") for element in root.iter() if element.get("ID")]
    check.that(len(ids) == len(set(ids)), f"{where}: IDs that stand twice")
    for element in root.iter():
        for name in ("TAGREFS", "PROCESSINGREFS"):
            for reference in (element.get(name) or "").split():
                check.that(reference in ids, f"{where}: nothing has the ID {reference}")
    check.that(root.find(f"{ALTO}Description/{ALTO}MeasurementUnit").text == "pixel", f"{where}: unit")
    software = root.find(f"{ALTO}Description/{ALTO}Processing/{ALTO}processingSoftware")
    check.that(software.find(f"{ALTO}softwareName").text == "sohoa", f"{where}: name of the software")
    check.that(software.find(f"{ALTO}softwareVersion").text == document["made_by"]["version"], f"{where}: its version")
    name = root.find(f"{ALTO}Description/{ALTO}sourceImageInformation/{ALTO}fileName").text
    check.that(name == document["source"]["file"].replace("\n", ""), f"{where}: file name {name!r}")
    pages = root.findall(f"{ALTO}Layout/{ALTO}Page")
    check.that(len(pages) == len(document["pages"]), f"{where}: {len(pages)} pages")
    for number, (element, page) in enumerate(zip(pages, document["pages"]), 1):
        at = f"{where} page {number}"
        check.that([element.get(n) for n in ("PHYSICAL_IMG_NR", "WIDTH", "HEIGHT", "ROTATION", "LANG")] ==
                   [str(number), str(page["width"]), str(page["height"]), str(page["orientation"]), "vi"], f"{at}: {element.attrib}")
        strings = list(element.iter(f"{ALTO}String"))
        same(check, at, [string.get("CONTENT") for string in strings], [word["text"] for word in words_of(page)])
        for string, word in zip(strings, words_of(page)):
            check.that(alto_box(string) == word["box"], f"{at}: box of {word['text']}")
            check.that(0 <= float(string.get("WC")) <= 1 and abs(float(string.get("WC")) - word["confidence"]) < 1e-4,
                       f"{at}: confidence of {word['text']}")
            check.that((string.find(f"{ALTO}Shape") is not None) == ("quad" in word), f"{at}: corners of {word['text']}")
        lines = [line for block in page["blocks"] for line in block["lines"] if line["words"]]
        for element_line, line in zip(element.iter(f"{ALTO}TextLine"), lines):
            check.that(alto_box(element_line) == line["box"], f"{at}: box of line {line['text']}")
            numbers = [float(n) for n in re.split("[ ,]", element_line.get("BASELINE"))]
            check.that(numbers == line["baseline"], f"{at}: baseline of {line['text']}")
            check.that(len(element_line.findall(f"{ALTO}SP")) == len(line["words"]) - 1, f"{at}: blanks of {line['text']}")
        for block in list(element.iter(f"{ALTO}TextBlock")) + list(element.iter(f"{ALTO}Illustration")):
            inside(check, at, alto_box(block), page, block.tag)
        tables = sum(block.get("role") == "table" for block in page["blocks"])
        composed = element.findall(f"{ALTO}PrintSpace/{ALTO}ComposedBlock[@TYPE='table']")
        check.that(len(composed) == tables, f"{at}: {len(composed)} tables, wanted {tables}")
        check.count("tables", tables)
        for table in composed:
            check.that(len(table) > 1, f"{at}: a table of {len(table)} cells")
        seals = sum(region["kind"] == "seal" for region in page["regions"])
        check.that(len(element.findall(f".//{ALTO}Illustration[@TYPE='seal']")) == seals, f"{at}: seals")


def properties(title):
    """Properties of a title: name -> list of values; quoted values may hold anything but a double quote."""
    found, rest = {}, title
    while rest:
        match = re.match(r'([a-z_]+)((?: (?:"[^"]*"|[^ ";]+))+)(?:; |$)', rest)
        if not match:
            raise ValueError(f"no hOCR property: {rest!r}")
        if match[1] in found:
            raise ValueError(f"twice: {match[1]}")
        found[match[1]] = re.findall(r'"[^"]*"|[^ "]+', match[2])
        rest = rest[match.end():]
    return found


def bbox(element):
    x0, y0, x1, y1 = map(int, properties(element.get("title"))["bbox"])
    return [x0, y0, x1 - x0, y1 - y0]


def check_hocr(check, stem, document):
    root = ElementTree.parse(f"{stem}.hocr").getroot()
    where = f"{stem.name}.hocr"
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    check.that((root.tag, language, root.get("lang")) == (f"{XHTML}html", "vi", "vi"), f"{where}: {root.tag} {root.attrib}")
    meta = {element.get("name"): element.get("content") for element in root.iter(f"{XHTML}meta")}
    check.that(meta["ocr-system"] == f"sohoa {document['made_by']['version']}", f"{where}: {meta['ocr-system']}")
    check.that(meta["ocr-number-of-pages"] == str(len(document["pages"])), f"{where}: number of pages")
    able = set(meta["ocr-capabilities"].split())
    used = {element.get("class") for element in root.iter() if element.get("class")}
    check.that(used <= able, f"{where}: classes that are not announced: {used - able}")
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    check.that(len(ids) == len(set(ids)), f"{where}: ids that stand twice")
    nesting = {"ocr_page": {None}, "ocr_par": {"ocr_carea", "ocr_header", "ocr_footer", "ocr_table"},
               "ocr_line": {"ocr_par"}, "ocrx_word": {"ocr_line"}}
    for parent in root.iter():
        for child in parent:
            if child.get("class"):
                wanted = nesting.get(child.get("class"), {"ocr_page"})
                check.that(parent.get("class") in wanted, f"{where}: {child.get('class')} within {parent.get('class')}")
    files = document["source"].get("files", [document["source"]])
    sources = [file["file"] for file in files for _ in range(file["pages"])]
    pages = root.findall(f"{XHTML}body/{XHTML}div")
    check.that(len(pages) == len(document["pages"]), f"{where}: {len(pages)} pages")
    for number, (element, page) in enumerate(zip(pages, document["pages"]), 1):
        at = f"{where} page {number}"
        facts = properties(element.get("title"))
        check.that(facts["bbox"] == ["0", "0", str(page["width"]), str(page["height"])], f"{at}: {facts}")
        check.that(facts["ppageno"] == [str(number - 1)], f"{at}: {facts}")
        check.that(facts["scan_res"] == [str(round(page["dpi"]))] * 2, f"{at}: {facts}")
        name = '"' + sources[number - 1].replace('"', "'").replace("\n", "") + '"'
        check.that(facts["image"] == [name] and facts["x_source"] == [name, f'"{page["source_page"]}"'], f"{at}: {facts}")
        spans = element.findall(f".//{XHTML}span[@class='ocrx_word']")
        same(check, at, [span.text for span in spans], [word["text"] for word in words_of(page)])
        check.that(" ".join("".join(element.itertext()).split()) == " ".join(w["text"] for w in words_of(page)), f"{at}: text without markup")
        for span, word in zip(spans, words_of(page)):
            check.that(bbox(span) == word["box"], f"{at}: box of {word['text']}")
            conf = float(properties(span.get("title"))["x_wconf"][0])
            check.that(0 <= conf <= 100 and abs(conf - 100 * word["confidence"]) <= 0.51, f"{at}: confidence of {word['text']}")
        lines = [line for block in page["blocks"] for line in block["lines"] if line["words"]]
        found = element.findall(f".//{XHTML}span[@class='ocr_line']")
        check.that(len(found) == len(lines), f"{at}: {len(found)} lines")
        for span, line in zip(found, lines):
            facts = properties(span.get("title"))
            check.that(bbox(span) == line["box"], f"{at}: box of {line['text']}")
            x0, y0, x1, y1 = line["baseline"]
            if "baseline" in facts:
                slope, constant = map(float, facts["baseline"])
                for x, y in ((x0, y0), (x1, y1)):
                    off = abs(int(facts["bbox"][3]) + constant + slope * (x - int(facts["bbox"][0])) - y)
                    check.most("hOCR baseline off, pixels", off)
                    check.that(off < 1, f"{at}: baseline of {line['text']} is off by {off:.1f}")
            else:
                turn = int(facts["textangle"][0])
                check.that({0: x1 > x0, 90: y1 < y0, 180: x1 < x0, 270: y1 > y0}[turn], f"{at}: textangle {turn} of {line['text']}")
                check.count("turned lines")


def times(m, n):
    """First m, then n (PDF's row vectors)."""
    a, b, c, d, e, f = m
    g, h, i, j, k, l = n
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l)


def images_of(pdf):
    """For each page: the matrix that draws its largest image, the sheet (MediaBox) and the page's /Rotate."""
    with tempfile.TemporaryDirectory() as folder:
        plain = pathlib.Path(folder) / "plain.pdf"
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(pdf), str(plain)], check=True)
        text = plain.read_bytes().decode("latin-1")
    pages = []
    heads = list(re.finditer(r"^%% Page (\d+)\n", text, re.M))
    for head in heads:
        dictionary = text[head.end():text.index("endobj", head.end())]
        sheet = [float(n) for n in re.search(r"/MediaBox \[([^]]*)\]", dictionary)[1].split()]
        turn = int((re.search(r"/Rotate (-?\d+)", dictionary) or [0, "0"])[1]) % 360
        largest, now, stack = (0.0,) * 6, (1, 0, 0, 1, 0, 0), []
        for contents in re.finditer(rf"^%% Contents for page {head[1]}\n", text, re.M):
            start = text.index("stream\n", contents.end()) + len("stream\n")
            stream = text[start:text.index("endstream", start)]
            for token in re.finditer(r"((?:-?[\d.]+\s+){6})cm\b|\b(q|Q)\b|/\S+\s+(Do)\b", stream):
                if token[1]:
                    now = times(tuple(map(float, token[1].split())), now)
                elif token[2] == "q":
                    stack.append(now)
                elif token[2] == "Q":
                    now = stack.pop() if stack else (1, 0, 0, 1, 0, 0)
                elif abs(now[0] * now[3] - now[1] * now[2]) > abs(largest[0] * largest[3] - largest[1] * largest[2]):
                    largest = now
        pages.append((largest, sheet, turn))
    return pages


def shown(point, page, image):
    """Where a pixel of the scan is seen on the page: points from the top left."""
    (a, b, c, d, e, f), (left, bottom, right, top), turn = image
    u, v = point[0] / page["width"], 1 - point[1] / page["height"]
    x, y = a * u + c * v + e - left, b * u + d * v + f - bottom
    width, height = right - left, top - bottom
    return {0: (x, height - y), 90: (y, x), 180: (width - x, y), 270: (height - y, width - x)}[turn]


def check_pdf(check, stem, document):
    pdf = f"{stem}.pdf"
    if not document["pages"]:
        return
    raw = subprocess.run(["pdftotext", "-raw", pdf, "-"], stdout=subprocess.PIPE, check=True).stdout.decode().split("\f")
    places = subprocess.run(["pdftotext", "-raw", "-bbox", pdf, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    boxes = ElementTree.fromstring(re.sub(r"<meta[^>]*>|<!DOCTYPE[^>]*>", "", places)).findall(f".//{XHTML}page")
    images = images_of(pdf)
    check.that(len(raw) - 1 == len(boxes) == len(images) == len(document["pages"]), f"{pdf}: pages")
    for number, (page, text, box_page, image) in enumerate(zip(document["pages"], raw, boxes, images), 1):
        at = f"{stem.name}.pdf page {number}"
        words = words_of(page)
        # Panels of digital signatures are no part of the text, but are found in the PDF; they come last.
        panels = [word for region in page["regions"] for word in region.get("text", "").split()]
        check.count("words of panels", len(panels))
        same(check, at, text.split(), [word["text"] for word in words] + panels)
        check.that(text == unicodedata.normalize("NFC", text), f"{at}: no NFC")
        for word, found in zip(words, box_page):
            if (found.text or "") != word["text"]:
                check.that(False, f"{at}: order of boxes: {found.text} for {word['text']}")
                break
            quad = word.get("quad")
            x, y, w, h = word["box"]
            corners = list(zip(quad[::2], quad[1::2])) if quad else [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
            seen = [shown(corner, page, image) for corner in corners]
            left, right = min(x for x, _ in seen), max(x for x, _ in seen)
            top, bottom = min(y for _, y in seen), max(y for _, y in seen)
            x0, y0, x1, y1 = (float(found.get(name)) for name in ("xMin", "yMin", "xMax", "yMax"))
            # In line heights: a full stop is no yardstick for how far the eye sees it from its ink.
            height = max(bottom - top, (y1 - y0) / 2)
            off = abs((y0 + y1) / 2 - (top + bottom) / 2) / height
            shared = (min(right, x1) - max(left, x0)) / (max(right, x1) - min(left, x0))
            check.most("PDF word's middle off, of its height", off)
            check.least("PDF word's width shared", shared)
            check.count("words", 1)
            check.count(f"words within {MOST_WITHIN} of their height", off <= MOST_WITHIN)
            check.count("words of which 0.9 of the width is shared", shared >= 0.9)
            check.that(off <= MIDDLE_WITHIN, f"{at}: {word['text']} stands {off:.2f} of its height from its ink")
            check.that(shared >= WIDTH_SHARED, f"{at}: {word['text']} shares {shared:.2f} of its width with its ink")


def check_folder(folder, log):
    check = Check()
    for path in sorted(folder.rglob("*.json")):
        if path.name == "dossier.json":
            continue
        stem = path.with_suffix("")
        document = json.loads(path.read_text())
        texts = pathlib.Path(f"{stem}.txt").read_text().split("\f")
        check.that(len(texts) == len(document["pages"]), f"{stem.name}.txt: {len(texts)} pages")
        for number, (page, text) in enumerate(zip(document["pages"], texts), 1):
            check_json(check, f"{stem.name} page {number}", page, text)
            check.count("pages")
            check.count("turned pages", page["orientation"] != 0)
            check.count("pages of several sheets", bool(page.get("parts")))
            check.count("blank pages", page["blank"])
            check.count("pages askew", abs(page["skew"]) > 1)
        check_alto(check, stem, document)
        check_hocr(check, stem, document)
        check_pdf(check, stem, document)
    for name in ("pages", "turned pages", "pages of several sheets", "blank pages", "pages askew", "tables", "words of panels",
                 "turned lines", "words"):
        check.that(check.figures.get(name, 0) > 0, f"no {name} among what was tried")
    log.write_text("".join(f"{name}: {value:.5g}\n" for name, value in check.figures.items()))
    print("\n".join(check.failures), file=sys.stderr)
    return 1 if check.failures else 0


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], pathlib.Path(sys.argv[3]))
    else:
        sys.exit(check_folder(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))
