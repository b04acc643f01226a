// The keyboard. Letters alone work outside of text fields; with Alt they work everywhere.
import {openPdf} from './actions.js';
import {told} from './dialogs.js';
import {element, find, takesText} from './dom.js';
import {turn, zoomBy} from './paper.js';
import {confirmRest, focusCurrent, goToNext, openView, showCurrentHistory} from './review.js';
import {t} from './words.js';

const table = [
  ['Enter', 'keys_enter'], ['Esc', 'keys_escape'], ['↑ ↓ / Tab', 'keys_move'], ['Ctrl+Enter', 'keys_rest'],
  ['Alt+1 … 3', 'keys_other'], ['Alt+H', 'keys_history'], ['Alt+P', 'keys_pdf'], ['N, Alt+N', 'keys_next'], ['/, Alt+/', 'keys_search'],
  ['Alt+T', 'keys_add'], ['Alt+= Alt+−', 'keys_zoom'], ['Alt+PgUp PgDn', 'keys_pages'], ['?, F1', 'keys_help'],
];

export function showKeys() {
  const lines = table.map(([keys, word]) => element('tr', {}, element('th', {scope: 'row'}, element('kbd', {}, keys)), element('td', {}, t(word))));
  told(t('keys_title'), [element('table', {class: 'keys'}, ...lines), element('p', {}, t('keys_plain'))], {wide: true});
}

function search() {
  document.body.dataset.shows = 'list';
  find('search').focus();
  find('search').select();
}

const pdf = () => { if (openView()?.status === 'done') openPdf(openView()); };

const withAlt = {
  KeyP: pdf, KeyN: goToNext, KeyH: showCurrentHistory, KeyT: () => find('files').click(), Slash: search,
  Equal: () => zoomBy(1), NumpadAdd: () => zoomBy(1), Minus: () => zoomBy(-1), NumpadSubtract: () => zoomBy(-1),
  PageUp: () => turn(-1), PageDown: () => turn(1),
};
const alone = {'/': search, '?': showKeys, n: goToNext, N: goToNext, '+': () => zoomBy(1), '-': () => zoomBy(-1)};

function actionOf(event) {
  if (event.key === 'F1') return showKeys;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return confirmRest;
  if (event.ctrlKey || event.metaKey || event.getModifierState('AltGraph')) return null;
  if (event.altKey) return Object.hasOwn(withAlt, event.code) ? withAlt[event.code] : null;
  if (event.target === find('document') && /^Arrow(Up|Down)$/.test(event.key)) return focusCurrent;
  return !takesText(event.target) && Object.hasOwn(alone, event.key) ? alone[event.key] : null;
}

export function startKeys() {
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    action();
  });
  find('show-keys').addEventListener('click', showKeys);
}
