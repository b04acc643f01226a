#!/usr/bin/env python3
"""Trains the network that tells the glyphs of machine readable zones (glyphs.bin).

Prints lines of random characters with OCR B and, fewer, with other fonts of one pitch, spoils them as copiers, cameras
and compression do, cuts every cell out as ocr/codes/machine_zone_cells.cpp does, and fits a small convolutional network.

  python3 -m venv v && v/bin/pip install jax==0.10.2 numpy scipy opencv-python-headless pillow
  v/bin/python models/machine_zone/train_glyphs.py models/machine_zone/glyphs.bin

Needs Debian's fonts-ocr-b, fonts-liberation2, fonts-croscore, fonts-dejavu-core, fonts-freefont-ttf and fonts-noto-mono.
glyphs.bin: for each of the four layers, as numbers.h of the reader takes them: one float32 scale an output, one float32
bias an output, then the weights as int8, output by output. Little-endian.
"""
import argparse
import multiprocessing
import os

import cv2
import jax
import jax.numpy as jnp
import numpy
from PIL import Image, ImageDraw, ImageFont

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
OTHER = len(ALPHABET)  # no glyph of a zone, or one that is cut through
CLASSES = OTHER + 1
WIDTH, HEIGHT = 20, 24  # pixels of a cell
ACROSS, DOWN = 1.2, 1.6  # pitches and heights of capitals that a cell shows
FIRST, SECOND, HIDDEN = 12, 24, 48

SHARE = "/usr/share/fonts/"
OCR_B = [SHARE + "opentype/ocr-b/" + name for name in ("OCRB.otf", "OCRBS.otf")]
OTHERS = [SHARE + name for name in (
    "truetype/liberation2/LiberationMono-Regular.ttf", "truetype/liberation2/LiberationMono-Bold.ttf",
    "truetype/croscore/Cousine-Regular.ttf", "truetype/dejavu/DejaVuSansMono.ttf",
    "truetype/dejavu/DejaVuSansMono-Bold.ttf", "truetype/freefont/FreeMonoBold.ttf",
    "truetype/noto/NotoMono-Regular.ttf", "opentype/urw-base35/NimbusMonoPS-Bold.otf")]
FOREIGN = "abcdefghijklmnopqrstuvwxyz.,:;-/()ĐẢẠẦẾỊỌỘƯỞỮ«»*|_=+"


class Font:
    def __init__(self, path):
        self.font = ImageFont.truetype(path, 96)
        self.advance = self.font.getlength("0")
        box = self.font.getbbox("H")
        self.capital = box[3] - box[1]
        self.top = box[1]


def some_text(random, length):
    letters = []
    while len(letters) < length:
        kind = random.random()
        if kind < 0.35:
            letters += [random.choice(list("0123456789")) for _ in range(random.integers(1, 8))]
        elif kind < 0.55:
            letters += ["<"] * random.integers(1, 6)
        elif kind < 0.97:
            letters += [random.choice(list(ALPHABET[10:36])) for _ in range(random.integers(1, 6))]
        else:
            letters += [random.choice(list(FOREIGN)) for _ in range(random.integers(1, 3))]
    return letters[:length]


def line_picture(font, letters, random):
    """A line dark on light, 0 … 1, its pitch and height of capitals in pixels and where its first cell stands."""
    spread = random.uniform(0.92, 1.12) if random.random() < 0.8 else random.uniform(0.85, 1.3)
    capital = 44.0
    scale = capital / font.capital
    pitch = font.advance * scale * spread
    face = font.font.font_variant(size=round(96 * scale))
    margin = 40
    width = round(pitch * len(letters) + 2 * margin)
    height = round(capital + 2 * margin)
    picture = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(picture)
    for k, letter in enumerate(letters):
        x = margin + pitch * (k + 0.5) + random.normal(0, 0.012) * pitch
        y = margin + capital + random.normal(0, 0.012) * capital
        draw.text((x, y), letter, fill=0, font=face, anchor="ms")
    ink = 1 - numpy.asarray(picture, dtype=numpy.float32) / 255
    # Rows above and below, letters of other lines.
    if random.random() < 0.3:
        other = Image.new("L", (width, height), 255)
        write = ImageDraw.Draw(other)
        text = "".join(some_text(random, len(letters)))
        gap = random.uniform(1.35, 2.2) * capital
        write.text((margin, margin + capital + (gap if random.random() < 0.5 else -gap)), text, fill=0, font=face,
                   anchor="ls")
        ink = numpy.maximum(ink, 1 - numpy.asarray(other, dtype=numpy.float32) / 255)
    growth = random.integers(-1, 4)
    if growth:
        kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (abs(growth) + 1, abs(growth) + 1))
        ink = cv2.dilate(ink, kernel) if growth > 0 else cv2.erode(ink, kernel)
    return ink, pitch, capital, margin + pitch / 2, margin + capital / 2


def spoiled(ink, capital, random):
    """The line as a device sees it, and how many of its pixels one of the drawing became."""
    height, width = ink.shape
    ground = numpy.full(ink.shape, random.uniform(0.75, 1.0), numpy.float32)
    if random.random() < 0.5:  # a patterned ground
        for _ in range(random.integers(2, 14)):
            points = numpy.cumsum(random.normal(0, 1, (12, 2)), axis=0)
            points = (points - points.min(0)) / (numpy.ptp(points, axis=0) + 1e-3) * (width, height)
            tone = float(random.uniform(0.55, 0.95))
            cv2.polylines(ground, [points.astype(numpy.int32)], False, tone, int(random.integers(1, 5)), cv2.LINE_AA)
    ramp = numpy.linspace(random.uniform(0.75, 1.05), random.uniform(0.75, 1.05), width, dtype=numpy.float32)
    darkness = random.uniform(0.45, 1.0)
    picture = ground * ramp * (1 - darkness * ink)
    if random.random() < 0.15:  # glare
        centre = random.uniform(0, width)
        reach = random.uniform(0.05, 0.4) * width
        glare = random.uniform(0.2, 0.75) * numpy.exp(-(((numpy.arange(width) - centre) / reach) ** 2))
        picture = picture + (1 - picture) * glare[None, :].astype(numpy.float32)
    target = float(numpy.exp(random.uniform(numpy.log(8.5), numpy.log(34))))  # height of capitals the device sees
    factor = target / capital
    picture = cv2.GaussianBlur(picture, (0, 0), max(0.3, random.uniform(0.3, 0.55) / factor))
    small = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    blur = random.uniform(0, 0.075) * target
    if blur > 0.25:
        small = cv2.GaussianBlur(small, (0, 0), blur)
    if random.random() < 0.1:  # a shaken hand
        length = max(2, int(random.uniform(0.08, 0.2) * target))
        small = cv2.filter2D(small, -1, numpy.full((1, length) if random.random() < 0.5 else (length, 1), 1 / length))
    small = small + random.normal(0, random.uniform(0, 0.045), small.shape).astype(numpy.float32)
    small = numpy.clip(small, 0, 1)
    if random.random() < 0.6:
        quality = int(random.integers(45, 92))
        _, data = cv2.imencode(".jpg", (small * 255).astype(numpy.uint8), [cv2.IMWRITE_JPEG_QUALITY, quality])
        small = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE).astype(numpy.float32) / 255
    if random.random() < 0.3:  # enlarged by the device
        factor *= (again := random.uniform(1.2, 2.0))
        small = cv2.resize(small, None, fx=again, fy=again, interpolation=cv2.INTER_CUBIC)
    if random.random() < 0.05:
        _, small = cv2.threshold(small, float(numpy.clip(random.normal(0.55, 0.05), 0.3, 0.8)), 1, cv2.THRESH_BINARY)
    return small, factor


def cell(picture, x, y, pitch, capital, slope):
    """The cell about (x, y) of the picture."""
    across, down = ACROSS * pitch / WIDTH, DOWN * capital / HEIGHT
    # Where the picture is finer than the cell, pixels are averaged.
    if across > 1.5 or down > 1.5:
        picture = cv2.blur(picture, (max(1, round(across)), max(1, round(down))))
    to = numpy.array([[across, 0, x - across * (WIDTH - 1) / 2],
                      [slope * across, down, y - down * (HEIGHT - 1) / 2 - slope * across * (WIDTH - 1) / 2]])
    return cv2.warpAffine(picture, to, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                          borderMode=cv2.BORDER_REPLICATE)


def normal(cells):
    """Ink 1, ground 0, by the darkest and the common light of a line's cells."""
    ground = numpy.percentile(cells, 75)
    ink = numpy.percentile(cells, 3)
    return numpy.clip((ground - cells) / max(ground - ink, 0.06), -0.5, 1.5)


def samples(lines, seed):
    random = numpy.random.default_rng(seed)
    ocr_b = [Font(path) for path in OCR_B if os.path.exists(path)]
    others = [Font(path) for path in OTHERS if os.path.exists(path)]
    pictures, labels = [], []
    for _ in range(lines):
        fonts = ocr_b if random.random() < 0.7 else others
        font = fonts[random.integers(len(fonts))]
        letters = some_text(random, 14)
        ink, pitch, capital, x, y = line_picture(font, letters, random)
        picture, factor = spoiled(ink, capital, random)
        pitch, capital, x, y = pitch * factor, capital * factor, x * factor, y * factor
        row, names = [], []
        wide, high = random.normal(1, 0.06), random.normal(1, 0.06)
        down = random.normal(0, 0.045) * capital
        slope = random.normal(0, 0.015)
        for k, letter in enumerate(letters):
            off = random.normal(0, 0.05)
            label = ALPHABET.find(letter) if letter in ALPHABET else OTHER
            if random.random() < 0.04:
                off = random.uniform(0.4, 0.6) * (1 if random.random() < 0.5 else -1)
                label = OTHER
            row.append(cell(picture, x + (k + off) * pitch, y + down, wide * pitch, high * capital, slope))
            names.append(label)
        if random.random() < 0.1:  # nothing printed
            row.append(cell(picture, x + len(letters) * pitch / 2, y - 1.2 * capital, pitch, capital, 0))
            names.append(OTHER)
        pictures.append(normal(numpy.stack(row)))
        labels += names
    return numpy.concatenate(pictures).astype(numpy.float16), numpy.array(labels, numpy.int32)


def begin(key):
    keys = jax.random.split(key, 4)

    def layer(key, shape, inputs):
        return jax.random.normal(key, shape) * jnp.sqrt(2 / inputs), jnp.zeros(shape[0])

    flat = SECOND * (HEIGHT // 4) * (WIDTH // 4)
    return [layer(keys[0], (FIRST, 1, 3, 3), 9), layer(keys[1], (SECOND, FIRST, 3, 3), 9 * FIRST),
            layer(keys[2], (HIDDEN, flat), flat), layer(keys[3], (CLASSES, HIDDEN), HIDDEN)]


def pooled(x):
    return jax.lax.reduce_window(x, -jnp.inf, jax.lax.max, (1, 1, 2, 2), (1, 1, 2, 2), "VALID")


def logits(layers, x):
    x = x[:, None]
    for weights, bias in layers[:2]:
        x = jax.lax.conv_general_dilated(x, weights, (1, 1), "SAME", dimension_numbers=("NCHW", "OIHW", "NCHW"))
        x = pooled(jax.nn.relu(x + bias[None, :, None, None]))
    x = x.reshape(x.shape[0], -1)
    x = jax.nn.relu(x @ layers[2][0].T + layers[2][1])
    return x @ layers[3][0].T + layers[3][1]


def loss(layers, x, y):
    smooth = 0.02
    logp = jax.nn.log_softmax(logits(layers, x))
    picked = jnp.take_along_axis(logp, y[:, None], 1)[:, 0]
    return -((1 - smooth) * picked + smooth * logp.mean(1)).mean()


@jax.jit
def step(layers, moments, x, y, rate, count):
    gradient = jax.grad(loss)(layers, x, y)

    def adam(w, g, m):
        first, second = 0.9 * m[0] + 0.1 * g, 0.999 * m[1] + 0.001 * g * g
        change = rate * (first / (1 - 0.9**count)) / (jnp.sqrt(second / (1 - 0.999**count)) + 1e-8)
        return w - change - rate * 1e-3 * w, (first, second)

    both = [[adam(w, g, m) for w, g, m in zip(*each)] for each in zip(layers, gradient, moments)]
    return [tuple(w for w, _ in each) for each in both], [tuple(m for _, m in each) for each in both]


def quantised(layers):
    parts, whole = [], []
    for weights, bias in layers:
        weights = numpy.asarray(weights, numpy.float32)
        rows = weights.reshape(weights.shape[0], -1)
        scale = numpy.abs(rows).max(1) / 127 + 1e-12
        small = numpy.clip(numpy.round(rows / scale[:, None]), -127, 127).astype(numpy.int8)
        bias = numpy.asarray(bias, numpy.float32)
        parts.append(scale.astype("<f4").tobytes() + bias.astype("<f4").tobytes() + small.tobytes())
        whole.append((jnp.asarray((small * scale[:, None]).reshape(weights.shape)), jnp.asarray(bias)))
    return b"".join(parts), whole


def main():
    words = argparse.ArgumentParser()
    words.add_argument("out")
    words.add_argument("--lines", type=int, default=20000)
    words.add_argument("--epochs", type=int, default=10)
    words.add_argument("--workers", type=int, default=2)
    options = words.parse_args()
    with multiprocessing.get_context("spawn").Pool(options.workers) as pool:
        parts = pool.starmap(samples, [(500, seed) for seed in range(options.lines // 500)])
    held = max(1, len(parts) // 20)
    x = numpy.concatenate([part[0] for part in parts[held:]])
    y = numpy.concatenate([part[1] for part in parts[held:]])
    tx = jnp.asarray(numpy.concatenate([part[0] for part in parts[:held]]), jnp.float32)
    ty = numpy.concatenate([part[1] for part in parts[:held]])
    layers = begin(jax.random.PRNGKey(1))
    moments = [tuple((jnp.zeros_like(w), jnp.zeros_like(w)) for w in each) for each in layers]
    random = numpy.random.default_rng(2)
    batch = 256
    total = options.epochs * (len(x) // batch)
    count = 0
    for epoch in range(options.epochs):
        order = random.permutation(len(x))
        for k in range(len(x) // batch):
            count += 1
            rate = 2e-3 * 0.5 * (1 + numpy.cos(numpy.pi * count / total))
            take = order[k * batch:(k + 1) * batch]
            layers, moments = step(layers, moments, jnp.asarray(x[take], jnp.float32), y[take], rate, float(count))
        said = numpy.asarray(logits(layers, tx)).argmax(1)
        print(f"epoch {epoch + 1}: {(said != ty).mean() * 100:.3f} % of {len(ty)} cells wrong", flush=True)
    data, whole = quantised(layers)
    said = numpy.asarray(logits(whole, tx)).argmax(1)
    wrong = [(ALPHABET + "?")[a] + (ALPHABET + "?")[b] for a, b in zip(ty, said) if a != b]
    pairs = sorted({(wrong.count(pair), pair) for pair in wrong}, reverse=True)[:20]
    print(f"in eight bits: {(said != ty).mean() * 100:.3f} % wrong; most: {pairs}")
    with open(options.out, "wb") as file:
        file.write(data)
    print(f"{options.out}: {len(data)} bytes")


if __name__ == "__main__":
    main()
