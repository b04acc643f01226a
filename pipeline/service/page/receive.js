// Files dropped, chosen, photographed or pasted wait in the tray until the clerk says what they are and sends them.
import {knownLimits} from './api.js';
import {button, element, find, put} from './dom.js';
import {refuseHere, upload} from './uploads.js';
import {onLanguage, t} from './words.js';

let tray = [];  // {file, picture}: picture is the address of a small view, or ''
let asOne = false;
let words = {dossier_code: '', procedure: ''};
let fromCamera = false;

const natural = new Intl.Collator('vi', {numeric: true});

function add(files, {camera = false} = {}) {
  const wanted = [...files].sort((a, b) => natural.compare(a.name, b.name));
  if (wanted.length === 0) return;
  fromCamera = camera;
  for (const file of wanted) {
    const limit = knownLimits()?.upload_bytes ?? Infinity;
    if (file.size > limit) {
      const inMegabytes = (bytes) => Math.round(bytes / 1048576);
      refuseHere(file.name, t('too_large', {size: inMegabytes(file.size), limit: inMegabytes(limit)}));
      continue;
    }
    // A browser shows these itself; others (TIFF, HEIC, PDF) go without a view.
    const shown = /^image\/(jpeg|png|webp|gif)$/.test(file.type);
    tray.push({file, picture: shown ? URL.createObjectURL(file) : ''});
  }
  document.body.dataset.shows = 'list';
  show();
  find('send')?.focus();
}

function drop(entry) {
  if (entry.picture) URL.revokeObjectURL(entry.picture);
  tray = tray.filter((each) => each !== entry);
}

function clear() {
  tray.forEach(drop);
  show();
}

function send(event) {
  event.preventDefault();
  keepWords();
  const files = tray.map((each) => each.file);
  if (files.length === 0) return;
  const given = {...words};
  if (asOne && files.length > 1) upload(files, given);
  else files.forEach((file) => upload([file], given));
  asOne = false;
  put(find('tray'));
  words = {dossier_code: '', procedure: ''};  // the next papers may be another citizen's
  clear();
  find('choose').focus();
}

function keepWords() {
  for (const name of Object.keys(words)) words[name] = find(name)?.value ?? words[name];
}

function fileRow(entry, index) {
  const name = entry.file.name;
  const up = index > 0 && tray.length > 1 && button('↑', () => {
    tray.splice(index - 1, 0, ...tray.splice(index, 1));
    show();
    find('send').focus();
  }, {class: 'quiet', 'aria-label': t('earlier', {name}), title: t('earlier', {name})});
  const out = button('×', () => { drop(entry); show(); find('send')?.focus(); }, {class: 'quiet', 'aria-label': t('leave_out', {name}), title: t('leave_out', {name})});
  return element('li', {}, entry.picture ? element('img', {src: entry.picture, alt: ''}) : element('span', {class: 'no-view'}),
                 element('span', {class: 'name'}, name), up, out);
}

function wordField(name) {
  const input = element('input', {id: name, maxlength: 60, autocomplete: 'off', spellcheck: 'false'});
  input.value = words[name];
  return element('div', {}, element('label', {for: name}, t(name === 'dossier_code' ? 'dossier' : 'procedure')), input);
}

function choice(value, text) {
  const input = element('input', {type: 'radio', name: 'as', id: value ? 'as-one' : 'as-many', onchange: () => { asOne = value; }});
  input.checked = asOne === value;
  return element('label', {class: 'check'}, input, ' ', text);
}

function show() {
  const form = find('tray');
  keepWords();
  form.hidden = tray.length === 0;
  if (form.hidden) return put(form);
  return put(form,
    element('h2', {}, tray.length === 1 ? t('tray_title_one') : t('tray_title', {n: tray.length})),
    element('ol', {}, ...tray.map(fileRow)),
    tray.length > 1 && element('fieldset', {}, choice(false, t('each_own')), choice(true, t('all_one'))),
    element('div', {class: 'words'}, wordField('dossier_code'), wordField('procedure')),
    element('div', {class: 'answers'},
      element('button', {id: 'send', class: 'primary'}, t('send')),
      fromCamera && button(t('another'), () => find('camera').click()),
      button(t('do_not_send'), clear, {id: 'discard'})));
}

function takeDrops() {
  const veil = find('veil');
  const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
  let depth = 0;
  const enter = (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    ++depth;
    veil.hidden = false;
  };
  const leave = () => { if (--depth <= 0) { depth = 0; veil.hidden = true; } };
  addEventListener('dragenter', enter);
  addEventListener('dragleave', leave);
  addEventListener('dragover', (event) => { if (hasFiles(event)) event.preventDefault(); });
  addEventListener('drop', (event) => {
    depth = 0;
    veil.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    add(event.dataTransfer.files);
  });
}

/// A pasted picture is called "image.png" by every browser; the time tells one from the next.
function named(file) {
  const known = /^image\.(png|jpe?g)$/.exec(file.name);
  if (!known) return file;
  const time = new Date().toTimeString().slice(0, 8).replaceAll(':', '');
  return new File([file], `dan-${time}.${known[1]}`, {type: file.type});
}

export function startReceiving() {
  takeDrops();
  addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    add(files.map(named));
  });
  for (const [opener, input] of [['choose', 'files'], ['take', 'camera']]) {
    find(opener).addEventListener('click', () => find(input).click());
    find(input).addEventListener('change', (event) => {
      add(event.target.files, {camera: input === 'camera'});
      event.target.value = '';  // so that the same file can be chosen again
    });
  }
  find('tray').addEventListener('submit', send);
  onLanguage(show);
}
