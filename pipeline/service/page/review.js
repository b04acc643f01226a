// The open document: its fields, confirmed or corrected one by one.
import {openPdf, removeDocument, saveAs} from './actions.js';
import {call} from './api.js';
import {askClerk, confirmed, told} from './dialogs.js';
import {announce, button, element, find, notice, put, takesText} from './dom.js';
import {writeHead} from './document_head.js';
import {buildRows} from './field_list.js';
import {hidePaper, mark, showPaper} from './paper.js';
import {forget, markOpen, nextToReview, refresh} from './queue.js';
import {labelOf} from './labels.js';
import {isUnderWay} from './status.js';
import {longDate, onLanguage, t} from './words.js';

let open = null;           // {id, view, outline, rows, head, foot}
let current = null;        // the row that has the focus, or had it last
let saves = Promise.resolve();
const drafts = new Map();  // id → Map of field → what was typed and not sent yet

const draftsOf = (id) => drafts.get(id) ?? drafts.set(id, new Map()).get(id);
export const hasDrafts = () => [...drafts.values()].some((each) => each.size > 0);
export const openView = () => open?.view ?? null;

/// Opens a document. `focus`: the first field that wants eyes gets the keyboard, as soon as there is one.
export async function openDocument(id, {focus = false, remember = true} = {}) {
  if (remember && location.hash.slice(1) !== id) history.pushState(null, '', `#${id}`);
  document.body.dataset.shows = 'document';
  if (open?.id !== id) {
    open = {id, view: null, outline: null, rows: []};
    current = null;
    hidePaper();
    put(find('review'));
  }
  open.wantsFocus = focus;
  markOpen(id);
  await load();
}

async function load() {
  const of = open;
  try {
    const view = await call(`/v1/documents/${of.id}`);
    const outline = view.status === 'done' && !of.outline ? await call(`/v1/documents/${of.id}/outline`) : of.outline;
    if (open !== of) return;
    const same = of.view && of.outline === outline;
    of.view = view;
    of.outline = outline;
    if (same) takeView(view);
    else build();
    if (isUnderWay(view)) watch(of);
  } catch (refusal) {
    if (open !== of) return;
    if (refusal.status === 404) return closeDocument();
    if (refusal.status === 0 || (of.view && isUnderWay(of.view))) watch(of);
    notice(refusal.words ?? String(refusal));
  }
}

/// Looks again in a second, until it is done; not while nobody sees it.
function watch(of) {
  setTimeout(() => {
    if (open !== of) return;
    if (document.hidden) watch(of);
    else load();
  }, 1000);
}

/// Back to the list.
export function closeDocument({remember = true} = {}) {
  const id = open?.id;
  open = null;
  current = null;
  hidePaper();
  find('review').hidden = true;
  find('welcome').hidden = false;
  document.body.dataset.shows = 'list';
  if (remember && location.hash) history.pushState(null, '', location.pathname);
  markOpen('');
  if (id) find('documents').querySelector('button')?.focus();
}

function build() {
  find('welcome').hidden = true;
  const place = find('review');
  place.hidden = false;
  open.head = element('header', {class: 'head'});
  open.foot = element('footer', {class: 'foot', hidden: !open.outline});
  open.rows = [];
  const parts = [open.head];
  if (open.outline) {
    const {list, rows} = buildRows(open.view.fields, open.outline.missing, draftsOf(open.id), {
      keydown: onKey, focus: onFocus, input: onInput, history: showHistory, confirm, changed: hasHistory,
    });
    open.rows = rows;
    parts.push(rows.length > 0 ? list : element('p', {class: 'nothing'}, t('no_fields')));
  }
  put(place, ...parts, open.foot);
  writeHeadAndFoot();
  if (!open.outline) return;
  showPaper(open.id, open.outline.pages);
  drawPieces();
  const first = open.rows.find((row) => row.wantsEyes()) ?? open.rows[0];
  const idle = !takesText(document.activeElement) && !document.querySelector('dialog[open]');
  open.rows.forEach((row) => row.grow());
  if (first && open.wantsFocus && idle && !touch.matches) first.focus();
  else if (first?.place) mark(first.place);
}

function writeHeadAndFoot() {
  const {view, rows} = open;
  writeHead(open.head, view, {
    back: () => closeDocument(), pdf: () => openPdf(view), json: () => saveAs(view, 'json'), text: () => saveAs(view, 'text'), remove,
  });
  if (!open.outline) return;
  const waiting = rows.filter((row) => row.wantsEyes() || row.saving > 0);
  // Counted as in the list: by fields, though a row may hold several; those that were not found stand apart.
  const absent = waiting.filter((row) => row.missing).length;
  const left = waiting.reduce((sum, row) => sum + (row.missing ? 0 : Math.max(1, row.fields.filter((each) => each.status === 'review').length)), 0);
  const counts = [left && t('left', {n: left}), absent && t('left_absent', {n: absent})].filter(Boolean).join(', ');
  const held = open.foot.contains(document.activeElement) && document.activeElement.id;
  put(open.foot,
    element('span', {class: 'seen'}, counts || t('none_left_here')),
    rows.length > 0 && element('button', {type: 'button', id: 'confirm-rest', onclick: confirmRest}, t('confirm_rest'), ' ', element('kbd', {}, 'Ctrl+Enter')),
    element('button', {type: 'button', id: 'next', class: waiting.length === 0 && 'primary', onclick: () => goToNext()},
            t('next_document'), ' ', element('kbd', {}, 'Alt+N')));
  if (held) find(held)?.focus();
}

/// Page after page, so that few pictures are needed at a time.
async function drawPieces() {
  const of = open;
  const pages = [...new Set(of.rows.map((row) => row.place?.page ?? 0))].sort((a, b) => a - b);
  for (const page of pages) {
    if (open !== of) return;
    await Promise.all(of.rows.filter((row) => (row.place?.page ?? 0) === page).map((row) => row.draw(of.id, of.outline.pages)));
  }
}

function takeView(view) {
  open.view = view;
  const byName = new Map(view.fields.map((field) => [field.name, field]));
  for (const row of open.rows) {
    const fields = row.names.map((name) => byName.get(name)).filter(Boolean);
    if (fields.length > 0) row.take(fields);
  }
  writeHeadAndFoot();
}

function onFocus(row) {
  current = row;
  for (const each of open.rows) each.element.classList.toggle('current', each === row);
  mark(row.place);
}

function onInput(row) {
  const kept = draftsOf(open.id);
  if (row.isChanged()) kept.set(row.name, row.input.value);
  else kept.delete(row.name);
}

const touch = matchMedia('(pointer: coarse)');

/// On a telephone the keyboard comes up with the focus, and half the page goes: only where somebody is typing already.
function moveTo(row) {
  if (!row) return;
  if (!touch.matches || takesText(document.activeElement)) return row.focus();
  onFocus(row);
  return row.element.scrollIntoView({block: 'center'});
}

function goOn(from) {
  const at = open.rows.indexOf(from);
  const order = [...open.rows.slice(at + 1), ...open.rows.slice(0, at)];
  const target = order.find((row) => row.wantsEyes());
  if (target) return moveTo(target);
  writeHeadAndFoot();
  announce(t('all_seen'));
  return find('next').focus();
}

/// Whether an arrow key should leave the field: always, but within a longer text that is being edited.
function leaves(input, key) {
  const {selectionStart: start, selectionEnd: end, value} = input;
  if (start === 0 && end === value.length) return true;
  const oneLineHigh = input.scrollHeight < 2.2 * parseFloat(getComputedStyle(input).lineHeight);
  return oneLineHigh || (key === 'ArrowUp' ? end === 0 : start === value.length);
}

function onKey(row, event) {
  if (event.isComposing || event.keyCode === 229) return;  // an input method is still putting a letter together
  const at = open.rows.indexOf(row);
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    confirm(row);
  } else if (event.key === 'Escape') {
    event.preventDefault();
    if (row.isChanged() || row.wrong) {
      row.undo();
      onInput(row);
      row.input.select();
    } else {
      find('document').focus();
    }
  } else if (['ArrowUp', 'ArrowDown'].includes(event.key) && !event.shiftKey && leaves(row.input, event.key)) {
    event.preventDefault();
    moveTo(open.rows[at + (event.key === 'ArrowUp' ? -1 : 1)]);
  } else if (event.altKey && /^Digit[1-3]$/.test(event.code)) {
    const reading = row.readings[Number(event.code.at(-1)) - 1];
    if (reading === undefined) return;
    event.preventDefault();
    row.choose(reading);
  }
}

/// The changes that confirm a row, or null where there is nothing to send.
function changesOf(row) {
  const value = row.value;
  if (row.missing) return value ? row.names.map((name) => ({name, value, add: true})) : null;
  if (row.isChanged()) return row.names.map((name) => ({name, value}));
  return row.fields.some((each) => each.status !== 'confirmed') ? row.names.map((name) => ({name, confirm: true})) : null;
}

async function confirm(row) {
  if (row.saving > 0) return goOn(row);
  if (!row.missing && !row.value) {
    row.refuse(t('must_have_value'));
    return announce(t('must_have_value'));
  }
  if (row.missing && !row.value) row.passed = true;
  if (changesOf(row) && !await save([row])) return undefined;
  return goOn(row);
}

/// Sends what stands in the rows; false where the clerk gave no name. The answer is not waited for.
async function save(rows) {
  const by = await askClerk();
  if (!by) return false;
  const of = open;
  const sent = rows.map((row) => ({row, changes: changesOf(row), value: row.input.value})).filter((each) => each.changes);
  for (const {row} of sent) {
    ++row.saving;
    row.wrong = '';
    row.write();
  }
  const body = {by, fields: sent.flatMap((each) => each.changes)};
  saves = saves.then(() => patch(of, sent, body));
  return true;
}

async function patch(of, sent, body) {
  const names = sent.map(({row}) => row.label.full).join(', ');
  try {
    const view = await call(`/v1/documents/${of.id}/fields`, {method: 'PATCH', body});
    for (const {row, value} of sent) {
      --row.saving;
      if (row.input.value === value) draftsOf(of.id).delete(row.name);
    }
    if (open === of) takeView(view);
    announce(t('field_confirmed', {label: names}));
    if (view.state !== of.state) refresh();
    of.state = view.state;
  } catch (refusal) {
    const why = refusal.words ?? String(refusal);
    for (const {row} of sent) {
      --row.saving;
      row.refuse(why);
    }
    if (open === of) writeHeadAndFoot();
    if (open === of && sent.length === 1) announce(t('field_wrong', {label: names, why}));
    else notice(t('field_wrong', {label: names, why}));
  }
}

/// Everything that still wants eyes at once; where nothing does, everything that no clerk has confirmed.
export async function confirmRest() {
  if (!open || open.rows.length === 0) return;
  const filled = open.rows.filter((row) => row.value && row.saving === 0);
  const wanting = filled.filter((row) => row.wantsEyes());
  const rows = (wanting.length > 0 ? wanting : filled).filter((row) => changesOf(row));
  if (rows.length === 0) return;
  const lines = rows.map((row) => element('tr', {}, element('th', {scope: 'row'}, row.label.full), element('td', {}, row.value)));
  const values = element('div', {class: 'values', tabindex: 0}, element('table', {}, ...lines));
  const yes = await confirmed(t('rest_title'), [t('rest_what', {n: rows.length}), values], t('rest_yes', {n: rows.length}));
  if (!yes || !await save(rows)) return;
  for (const row of open.rows) if (row.missing && !row.value) row.passed = true;
  goOn(open.rows.at(-1));
}

export async function goToNext() {
  try {
    await saves;
    const id = await nextToReview(open?.view);
    if (id) await openDocument(id, {focus: true});
    else announceAndTell(t('none_left'));
  } catch (refusal) {
    notice(refusal.words ?? String(refusal));
  }
}

function announceAndTell(text) {
  announce(text);
  notice(text);
}

async function remove() {
  const of = open;
  if (!await removeDocument(of.view)) return;
  drafts.delete(of.id);
  forget(of.id);
  announce(t('removed'));
  if (open === of) closeDocument();
  refresh();
}

const changesIn = (row) => open.view.history.filter((each) => row.names.includes(each.name));
const hasHistory = (row) => changesIn(row).length > 0;

function showHistory(row) {
  const changes = changesIn(row);
  const heading = element('tr', {}, ...['when', 'who', 'before', 'after'].map((word) => element('th', {scope: 'col'}, t(word))));
  const lines = changes.map((each) => element('tr', {},
    ...[longDate(each.at), each.by, longDate(each.old_normalized), longDate(each.new_normalized)].map((text) => element('td', {}, text))));
  told(t('history_of', {label: labelOf(row.name).full}),
       [changes.length > 0 ? element('table', {class: 'history'}, heading, ...lines) : element('p', {}, t('history_none'))], {wide: true});
}

export function showCurrentHistory() {
  if (current && open?.rows.includes(current)) showHistory(current);
}

/// The list says that a document is not as it was: somebody else may have confirmed it.
export function documentChanged(entry) {
  const settled = open?.view && open.id === entry.id && !isUnderWay(open.view);
  if (settled && open.rows.every((row) => row.saving === 0)) load();
}

/// Back into the fields from the frame around them.
export function focusCurrent() {
  moveTo(current ?? open?.rows[0]);
}

let resizing = 0;
export function startReview() {
  addEventListener('resize', () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => {
      if (!open?.outline) return;
      open.rows.forEach((row) => row.grow());
      drawPieces();
    }, 200);
  });
  addEventListener('beforeunload', (event) => { if (hasDrafts()) event.preventDefault(); });
  onLanguage(() => { if (open?.view) build(); });
}
