// Files on their way to the server. Each upload has a key of its own (Idempotency-Key), so that sending it again after
// the network was lost can never make a second document.
import {Refusal, parsed} from './api.js';
import {announce, button, element, find, put} from './dom.js';
import {askForKey, currentKey} from './key.js';
import {shape} from './shapes.js';
import {onLanguage, t} from './words.js';

const together = 2;
const waits = [2, 4, 8, 15, 30];  // seconds after the network was lost; then every 30
let uploads = [];
let accepted = () => {};

/// `listener` gets {id, name} of each document that the server has taken.
export function onAccepted(listener) {
  accepted = listener;
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `page-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/// One document of these files, with words {dossier_code, procedure}.
export function upload(files, words) {
  const name = files.length === 1 ? files[0].name : t('pages_of_one', {name: files[0].name, n: files.length - 1});
  uploads.push({key: newKey(), files, words, name, state: 'waiting', tries: 0, percent: 0, row: null});
  goOn();
}

export const isSending = () => uploads.some((each) => each.state !== 'refused');

function goOn() {
  const free = together - uploads.filter((each) => each.state === 'sending').length;
  uploads.filter((each) => each.state === 'waiting').slice(0, Math.max(0, free)).forEach(send);
  show();
}

/// One request; resolves to the server's answer, throws a Refusal.
function request(one, key) {
  const form = new FormData();
  for (const [name, value] of Object.entries(one.words)) if (value) form.append(name, value);
  for (const file of one.files) form.append('file', file, file.name);
  return new Promise((done, fail) => {
    const sending = new XMLHttpRequest();
    one.abort = () => sending.abort();
    sending.open('POST', '/v1/documents');
    sending.setRequestHeader('Authorization', `Bearer ${key}`);
    sending.setRequestHeader('Idempotency-Key', one.key);
    sending.upload.addEventListener('progress', (event) => {
      one.percent = event.total ? Math.floor(100 * event.loaded / event.total) : 0;
      showRow(one);
    });
    sending.addEventListener('load', () => {
      const said = parsed(sending.responseText);
      if (sending.status === 202) done(said);
      else fail(new Refusal(sending.status, said, Number(sending.getResponseHeader('Retry-After')) || 0));
    });
    for (const lost of ['error', 'timeout', 'abort']) sending.addEventListener(lost, () => fail(new Refusal(0)));
    sending.send(form);
  });
}

async function send(one) {
  one.state = 'sending';
  one.percent = 0;
  try {
    const key = currentKey() || await askForKey();
    const {id} = await request(one, key);
    uploads = uploads.filter((each) => each !== one);
    announce(t('sent', {name: one.name}));
    accepted({id, name: one.name});
  } catch (refusal) {
    await takeRefusal(one, refusal);
  }
  goOn();
}

async function takeRefusal(one, refusal) {
  if (!uploads.includes(one)) return;  // given up meanwhile
  if (refusal.status === 401) {
    one.state = 'asking';
    await askForKey(currentKey());
    one.state = 'waiting';
  } else if ([429, 503].includes(refusal.status)) {
    waitAndSend(one, refusal.retryAfter || 15, refusal.problem.detail ? refusal : null);
  } else if (refusal.status === 0) {
    waitAndSend(one, waits[Math.min(one.tries++, waits.length - 1)], refusal);
  } else {
    one.state = 'refused';
    one.refusal = refusal;
    announce(t('refused', {name: one.name, why: refusal.words}));
  }
}

function waitAndSend(one, seconds, refusal) {
  one.state = 'pausing';
  one.refusal = refusal;
  one.until = Date.now() + seconds * 1000;
  one.timer = setTimeout(() => wake(one), seconds * 1000);
}

function wake(one) {
  clearTimeout(one.timer);
  if (one.state !== 'pausing') return;
  one.state = 'waiting';
  goOn();
}

function giveUp(one) {
  clearTimeout(one.timer);
  uploads = uploads.filter((each) => each !== one);
  if (one.abort) one.abort();
  show();
}

function lineOf(one) {
  switch (one.state) {
    case 'sending':
      return one.percent >= 100 ? t('storing') : t('sending', {percent: one.percent});
    case 'pausing': {
      const why = one.refusal?.status ? one.refusal.words.split('. ')[0].replace(/\.$/, '') : t(one.refusal ? 'unreachable' : 'server_busy');
      return t('send_again_in', {why, seconds: Math.max(0, Math.ceil((one.until - Date.now()) / 1000))});
    }
    case 'refused':
      return one.refusal.words;
    default:
      return t('waiting_to_send');
  }
}

const shapes = {sending: 'run', pausing: 'wait', refused: 'bad', waiting: 'wait', asking: 'wait'};

function showRow(one) {
  const parts = one.row.parts;
  put(parts.shape, shape(shapes[one.state]));
  put(parts.line, lineOf(one));
  parts.bar.hidden = one.state !== 'sending';
  parts.bar.value = one.percent;
  parts.now.hidden = one.state !== 'pausing';
  put(parts.now, t('send_now'));
  put(parts.drop, t('dismiss'));
  one.row.className = `upload ${one.state}`;
}

function rowOf(one) {
  if (!one.row) {
    const parts = {
      shape: element('span', {class: 'place'}), line: element('p', {class: 'line'}), bar: element('progress', {max: 100, 'aria-label': one.name}),
      now: button('', () => wake(one), {class: 'quiet'}), drop: button('', () => giveUp(one), {class: 'quiet'}),
    };
    one.row = element('li', {}, parts.shape, element('div', {}, element('p', {class: 'name'}, one.name), parts.line, parts.bar,
                                                      element('div', {class: 'answers'}, parts.now, parts.drop)));
    one.row.parts = parts;
  }
  showRow(one);
  return one.row;
}

function show() {
  put(find('uploads'), uploads.map(rowOf));
}

/// A file too large is told before it is sent, since a browser that is cut off cannot say why.
export function refuseHere(name, words) {
  uploads.push({files: [], words: {}, name, state: 'refused', refusal: {words}, percent: 0, row: null});
  show();
}

export function startUploads() {
  setInterval(() => uploads.filter((each) => each.state === 'pausing').forEach(showRow), 1000);
  addEventListener('online', () => uploads.filter((each) => each.state === 'pausing').forEach(wake));
  addEventListener('beforeunload', (event) => { if (isSending()) event.preventDefault(); });
  onLanguage(show);
}
