// The whole page beside its fields, upright, with the place of the current field outlined.
import {button, element, find, put} from './dom.js';
import {corners, uprightMatrix, uprightSize, writtenIn} from './geometry.js';
import {finest, pictureOf, usual} from './pictures.js';
import {onLanguage, t} from './words.js';

const zooms = [1, 1.5, 2, 3, 4];

let shown = null;  // {id, pages}: pages are those of the outline
let number = 1;
let zoom = 0;      // index into zooms
let marked = null; // {page, box}
let drawn = '';    // what the canvas shows
let parts = null;

function build() {
  const space = 'http://www.w3.org/2000/svg';
  const outline = document.createElementNS(space, 'svg');
  const polygon = document.createElementNS(space, 'polygon');
  outline.setAttribute('aria-hidden', 'true');
  outline.append(polygon);
  parts = {
    outline, polygon,
    canvas: element('canvas', {role: 'img'}),
    label: element('span', {class: 'label', 'aria-live': 'polite'}),
    before: button('‹', () => turn(-1), {class: 'quiet'}),
    after: button('›', () => turn(1), {class: 'quiet'}),
    out: button('−', () => zoomBy(-1), {class: 'quiet'}),
    into: button('+', () => zoomBy(1), {class: 'quiet', id: 'zoom-in'}),
    fit: button('', () => zoomBy(-zooms.length), {class: 'quiet'}),
    state: element('p', {class: 'state'}),
  };
  parts.sheet = element('div', {class: 'sheet'}, parts.canvas, parts.outline);
  parts.frame = element('div', {class: 'frame', tabindex: 0}, parts.state, parts.sheet);
  const tools = element('div', {class: 'tools'}, parts.before, parts.label, parts.after,
                        element('span', {class: 'stretch'}), parts.out, parts.into, parts.fit);
  put(find('paper'), tools, parts.frame);
  write();
  addEventListener('resize', size);
}

function write() {
  if (!parts) return;
  for (const [name, word] of [['before', 'page_before'], ['after', 'page_after'], ['out', 'zoom_out'], ['into', 'zoom_in']]) {
    parts[name].setAttribute('aria-label', t(word));
    parts[name].title = t(word);
  }
  put(parts.fit, t('zoom_fit'));
  parts.frame.setAttribute('aria-label', t('paper_name'));
  if (shown) label();
}

function label() {
  put(parts.label, t('page_of', {n: number, all: shown.pages.length}));
  parts.canvas.setAttribute('aria-label', t('page_of', {n: number, all: shown.pages.length}));
  parts.before.disabled = number <= 1;
  parts.after.disabled = number >= shown.pages.length;
  parts.out.disabled = zoom === 0;
  parts.into.disabled = zoom === zooms.length - 1;
}

const page = () => shown.pages[number - 1];

/// The width that shows the whole page, times the zoom.
function size() {
  if (!shown || !page()) return;
  const {width, height} = uprightSize(page());
  const frame = parts.frame;
  const room = {width: Math.max(50, frame.clientWidth - 16), height: Math.max(50, frame.clientHeight - 16)};
  const narrow = Math.min(room.width, room.height > 120 ? room.height * width / height : room.width);
  // Legible before whole: a page may be a little higher than its frame, much higher than a low one.
  const fit = zoom === 0 ? Math.min(room.width, Math.max(narrow * 1.2, room.width * 0.6)) : room.width;
  parts.sheet.style.width = `${Math.round(fit * zooms[zoom])}px`;
  parts.sheet.style.aspectRatio = `${width} / ${height}`;
  parts.outline.setAttribute('viewBox', `0 0 ${width} ${height}`);
}

async function draw() {
  label();
  size();
  outlineMark();
  const wanted = zooms[zoom] >= 2 && page().width > usual ? finest : usual;
  const name = `${shown.id}/${number}/${wanted}`;
  if (drawn === name) return;
  const of = {id: shown.id, page: page(), number};
  if (!drawn.startsWith(`${shown.id}/${number}/`)) {
    parts.sheet.hidden = true;
    put(parts.state, t('page_loading'));
  }
  try {
    const picture = await pictureOf(of.id, of.number, wanted);
    if (!shown || shown.id !== of.id || number !== of.number) return;  // turned meanwhile
    const scale = picture.width / of.page.width;
    const {width, height} = uprightSize(of.page);
    parts.canvas.width = Math.round(width * scale);
    parts.canvas.height = Math.round(height * scale);
    const pen = parts.canvas.getContext('2d');
    pen.scale(scale, scale);
    pen.transform(...uprightMatrix(of.page));
    pen.drawImage(picture, 0, 0, of.page.width, of.page.height);
    drawn = name;
    put(parts.state);
    parts.sheet.hidden = false;
    size();
    outlineMark();
  } catch (refusal) {
    put(parts.state, refusal.words ?? String(refusal));
  }
}

function outlineMark() {
  const here = marked && marked.page === number;
  parts.outline.toggleAttribute('hidden', !here);
  if (!here) return;
  const written = writtenIn(page(), marked.box);
  const points = corners(written, Math.max(6, written.height * 0.2));
  parts.polygon.setAttribute('points', points.map((point) => point.join(',')).join(' '));
  const {width, height} = uprightSize(page());
  const {sheet, frame} = parts;
  frame.scrollTo({
    left: sheet.offsetLeft + written.x / width * sheet.offsetWidth - frame.clientWidth / 2,
    top: sheet.offsetTop + written.y / height * sheet.offsetHeight - frame.clientHeight / 2,
  });
}

/// Shows the pages of a document.
export function showPaper(id, pages) {
  if (!parts) build();
  find('paper').hidden = pages.length === 0;
  if (pages.length === 0) {
    shown = null;
    return;
  }
  shown = {id, pages};
  number = 1;
  zoom = 0;
  marked = null;
  draw();
}

export function hidePaper() {
  shown = null;
  drawn = '';
  find('paper').hidden = true;
}

/// Outlines a box [x, y, width, height] of a page, or nothing.
export function mark(place) {
  if (!shown || !parts) return;
  if (!place || !shown.pages[place.page - 1]) {
    marked = null;
    parts.outline.toggleAttribute('hidden', true);
    return;
  }
  marked = place;
  number = place.page;
  draw();
}

export function turn(step) {
  if (!shown || !shown.pages[number - 1 + step]) return;
  number += step;
  draw();
}

export function zoomBy(step) {
  if (!shown) return;
  zoom = Math.min(zooms.length - 1, Math.max(0, zoom + step));
  draw();
}

onLanguage(write);
