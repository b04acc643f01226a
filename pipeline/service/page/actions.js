// What is done with a whole document: open its PDF, save its data, delete it.
import {call} from './api.js';
import {confirmed} from './dialogs.js';
import {notice} from './dom.js';
import {t} from './words.js';

const long = 10 * 60 * 1000;  // a file opened stays at hand so many milliseconds

function addressOf(blob) {
  const address = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(address), long);
  return address;
}

/// "don.jpg" and ".json" → "don.json".
function fileName(view, suffix) {
  const name = view.files[0]?.file ?? 'sohoa';
  return name.replace(/\.[^.]{1,5}$/, '') + suffix;
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = addressOf(blob);
  link.download = name;
  link.click();
}

/// In a tab of its own. The tab is opened at once, since browsers refuse one that comes later than the click.
export async function openPdf(view) {
  const tab = window.open('', '_blank');
  try {
    const blob = await call(`/v1/documents/${view.id}/pdf`, {as: 'blob'});
    if (!tab || tab.closed) return save(blob, fileName(view, '.pdf'));
    tab.opener = null;
    tab.location.replace(addressOf(new Blob([blob], {type: 'application/pdf'})));
  } catch (refusal) {
    tab?.close();
    notice(refusal.words ?? String(refusal));
  }
  return undefined;
}

/// `what`: json or text.
export async function saveAs(view, what) {
  try {
    save(await call(`/v1/documents/${view.id}/${what}`, {as: 'blob'}), fileName(view, what === 'json' ? '.json' : '.txt'));
  } catch (refusal) {
    notice(refusal.words ?? String(refusal));
  }
}

/// Whether the document was deleted.
export async function removeDocument(view) {
  const name = view.files[0]?.file ?? view.id;
  if (!await confirmed(t('remove_title'), t('remove_what', {name}), t('remove_yes'), {dangerous: true})) return false;
  try {
    await call(`/v1/documents/${view.id}`, {method: 'DELETE', as: 'nothing'});
    return true;
  } catch (refusal) {
    notice(refusal.words ?? String(refusal));
    return false;
  }
}
