// The key of the service: asked for once, kept for this tab, or on this machine where the clerk wishes it.
import {keyIsGood} from './api.js';
import {openDialog} from './dialogs.js';
import {element, put} from './dom.js';
import {t} from './words.js';

const place = 'sohoa-key';

export function currentKey() {
  return sessionStorage.getItem(place) || localStorage.getItem(place) || '';
}

export function forgetKey() {
  sessionStorage.removeItem(place);
  localStorage.removeItem(place);
}

function keep(key, onThisMachine) {
  forgetKey();
  (onThisMachine ? localStorage : sessionStorage).setItem(place, key);
}

let asking = null;

/// The key, as soon as the clerk has given one that the server takes. `refused`: the one that it no longer takes.
export function askForKey(refused = '') {
  if (refused && currentKey() && currentKey() !== refused) return Promise.resolve(currentKey());  // given meanwhile
  asking ??= ask(refused).finally(() => { asking = null; });
  return asking;
}

function ask(refused) {
  forgetKey();
  return new Promise((done) => {
    const input = element('input', {id: 'key', type: 'password', autocomplete: 'off', spellcheck: 'false', required: true});
    const stay = element('input', {id: 'keep-key', type: 'checkbox'});
    const wrong = element('p', {id: 'key-wrong', class: 'wrong', role: 'alert'}, refused ? t('key_refused') : '');
    const send = element('button', {class: 'primary'}, t('key_use'));
    const dialog = openDialog(t('key_title'), [
      element('p', {}, t('key_where')),
      element('label', {for: 'key'}, t('key_label')), input,
      element('label', {class: 'check'}, stay, ' ', t('key_keep')),
      wrong,
    ], [send], {mustAnswer: true});
    const tryIt = async () => {
      const key = input.value.trim();
      const shown = (text) => { put(wrong, text); send.disabled = false; input.select(); input.focus(); };
      if (!/^[\x21-\x7e]+$/.test(key)) return shown(t('key_wrong'));
      send.disabled = true;
      try {
        if (!await keyIsGood(key)) return shown(t('key_wrong'));
      } catch (refusal) {
        return shown(refusal.words);
      }
      keep(key, stay.checked);
      dialog.end();
      return done(key);
    };
    dialog.form.addEventListener('submit', tryIt);
    input.focus();
  });
}
