// The list of documents, newest first: looked up again every second while something is being read, every five seconds
// else, not at all while nobody sees it.
import {call} from './api.js';
import {announce, element, find, put} from './dom.js';
import {shape} from './shapes.js';
import {isUnderWay, nameOf, statusOf} from './status.js';
import {countOfPages, onLanguage, shortTime, t} from './words.js';

const pageSize = 30;
const mostAtOnce = 120;  // what is looked up again; older entries of a long list stand as they are

let documents = [];
let next = '';        // cursor of what follows
let words = '';       // looked for
let reviewOnly = false;
let openId = '';
let timer = 0;
let asked = 0;        // counts requests, so that a late answer to an old question is passed over
const rows = new Map();
const listeners = {open: () => {}, changed: () => {}};

/// `open(id)`: the clerk chose a document. `changed(entry)`: a document of the list is not as it was.
export function onQueue(open, changed) {
  Object.assign(listeners, {open, changed});
}

function address(limit, after = '') {
  const query = new URLSearchParams({limit});
  if (words) query.set('q', words);
  if (reviewOnly) query.set('state', 'review');
  if (after) query.set('after', after);
  return `/v1/documents?${query}`;
}

async function lookUp() {
  clearTimeout(timer);
  const number = ++asked;
  try {
    const limit = Math.min(mostAtOnce, Math.max(pageSize, documents.length));
    const answer = await call(address(limit));
    if (number !== asked) return;
    take(answer, limit);
    find('connection').hidden = true;
  } catch (refusal) {
    if (number !== asked) return;
    put(find('connection'), refusal.status === 0 ? t('connection_lost') : refusal.words);
    find('connection').hidden = false;
  }
  plan();
}

function plan() {
  clearTimeout(timer);
  if (document.hidden) return;
  timer = setTimeout(lookUp, documents.some(isUnderWay) ? 1000 : 5000);
}

/// Puts an answer in the place of the entries it covers; what was loaded beyond stays.
function take(answer, limit) {
  const before = new Map(documents.map((each) => [each.id, each]));
  const fresh = new Set(answer.documents.map((each) => each.id));
  const beyond = documents.length > limit ? documents.slice(limit).filter((each) => !fresh.has(each.id)) : [];
  documents = [...answer.documents, ...beyond];
  if (beyond.length === 0) next = answer.next ?? '';
  for (const each of answer.documents) {
    const old = before.get(each.id);
    if (old && old.status === each.status && old.state === each.state && old.progress.done === each.progress.done) continue;
    if (old && isUnderWay(old) && !isUnderWay(each)) {
      announce(t('is_done', {what: nameOf(each), status: statusOf(each).text}));
    }
    listeners.changed(each);
  }
  show();
}

async function showMore() {
  const number = ++asked;
  const known = new Set(documents.map((each) => each.id));
  try {
    const answer = await call(address(pageSize, next));
    if (number !== asked) return;
    const more = answer.documents.filter((each) => !known.has(each.id));
    documents = [...documents, ...more];
    next = answer.next ?? '';
    show();
    if (more.length > 0) rows.get(more[0].id).button.focus();
  } catch (refusal) {
    put(find('connection'), refusal.words);
    find('connection').hidden = false;
  }
  plan();
}

function details(one) {
  const parts = [one.owner?.full_name, one.pages ? countOfPages(one.pages) : '', one.dossier_code && t('dossier_is', {code: one.dossier_code})];
  return parts.filter(Boolean).join(' · ');
}

function fillRow(row, one) {
  const {shape: drawing, text} = statusOf(one);
  put(row.button,
    element('span', {class: 'pair'}, element('span', {class: 'name'}, nameOf(one)),
            element('time', {datetime: one.accepted_at}, shortTime(one.accepted_at))),
    element('span', {class: 'details'}, details(one)),
    element('span', {class: 'pair'}, element('span', {class: `status ${drawing}`}, shape(drawing), ' ', text),
            one.status === 'done' && element('span', {class: 'file'}, one.files[0]?.file)),
    one.snippet?.text && element('span', {class: 'found'}, one.snippet.text));
  row.button.setAttribute('aria-current', one.id === openId ? 'true' : 'false');
}

function rowOf(one) {
  let row = rows.get(one.id);
  if (!row) {
    const button = element('button', {type: 'button', onclick: () => listeners.open(one.id)});
    row = {button, item: element('li', {}, button), shown: ''};
    rows.set(one.id, row);
  }
  const shown = JSON.stringify(one) + (one.id === openId) + document.documentElement.lang;
  if (shown !== row.shown) fillRow(row, one);  // left alone else: a screen reader may be reading it
  row.shown = shown;
  return row.item;
}

function show() {
  const items = documents.map(rowOf);
  const place = find('documents');
  const inOrder = items.length === place.children.length && items.every((item, k) => place.children[k] === item);
  if (!inOrder) {
    const focused = place.contains(document.activeElement) ? document.activeElement : null;
    place.replaceChildren(...items);
    if (focused?.isConnected) focused.focus();
  }
  for (const id of [...rows.keys()]) if (!documents.some((each) => each.id === id)) rows.delete(id);
  find('more').hidden = !next;
  find('nothing').hidden = documents.length > 0;
  put(find('nothing'), t(words ? 'nothing_found' : reviewOnly ? 'nothing_to_review' : 'nothing_yet'));
}

/// Looks at once, and waits for it: after an upload, a change, a deletion.
export const refresh = () => lookUp();

/// Marks the open document.
export function markOpen(id) {
  openId = id;
  show();
}

export function forget(id) {
  documents = documents.filter((each) => each.id !== id);
  show();
}

/// The id of the next document that wants eyes, after `current` from newest to oldest and then from the newest again;
/// '' where there is none.
export async function nextToReview(current) {
  const {documents: wanting} = await call('/v1/documents?state=review&status=done&limit=200');
  const others = wanting.filter((each) => each.id !== current?.id);
  const older = others.find((each) => current && each.accepted_at <= current.accepted_at);
  return (older ?? others[0])?.id ?? '';
}

function filterBy(review) {
  reviewOnly = review;
  find('show-all').setAttribute('aria-pressed', String(!review));
  find('show-review').setAttribute('aria-pressed', String(review));
  documents = [];
  lookUp();
}

function moveInList(event) {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!step) return;
  const buttons = [...find('documents').querySelectorAll('button')];
  const target = buttons[buttons.indexOf(document.activeElement) + step];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

export function startQueue() {
  let typing = 0;
  find('search').addEventListener('input', (event) => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      words = event.target.value.trim();
      documents = [];
      lookUp();
    }, 250);
  });
  find('search').addEventListener('keydown', (event) => {
    if (event.isComposing || !['ArrowDown', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    find('documents').querySelector('button')?.focus();
  });
  find('documents').addEventListener('keydown', moveInList);
  find('show-all').addEventListener('click', () => filterBy(false));
  find('show-review').addEventListener('click', () => filterBy(true));
  find('more').addEventListener('click', showMore);
  document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(timer) : lookUp()));
  onLanguage(show);
  return lookUp();
}
