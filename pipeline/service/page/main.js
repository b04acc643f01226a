// The operator's page: papers are received, watched, looked through field by field, and opened as PDF.
import {keyIsGood} from './api.js';
import {askClerk, clerkName} from './dialogs.js';
import {find, put} from './dom.js';
import {askForKey, currentKey, forgetKey} from './key.js';
import {startKeys} from './keys.js';
import {onQueue, refresh, startQueue} from './queue.js';
import {startReceiving} from './receive.js';
import {closeDocument, documentChanged, openDocument, openView, startReview} from './review.js';
import {onAccepted, startUploads} from './uploads.js';
import {isUnderWay} from './status.js';
import {chooseLanguage, language, onLanguage, t} from './words.js';

function showClerk() {
  put(find('clerk'), clerkName() || t('clerk_none'));
}

function openFromAddress() {
  const id = location.hash.slice(1);
  if (/^[0-9a-f]{32}$/.test(id)) openDocument(id, {focus: true, remember: false});
  else closeDocument({remember: false});
}

/// A paper just sent is shown unless another is being looked through.
function showAccepted({id}) {
  refresh();
  const view = openView();
  const wide = matchMedia('(min-width: 45rem)').matches;
  if (wide && (!view || isUnderWay(view) === false && view.state !== 'review')) openDocument(id, {focus: true});
}

async function start() {
  find('language').addEventListener('click', () => chooseLanguage(language() === 'vi' ? 'en' : 'vi'));
  find('clerk').addEventListener('click', () => askClerk({again: true}));
  find('lock').addEventListener('click', () => {
    forgetKey();
    location.reload();
  });
  document.addEventListener('clerk-changed', showClerk);
  onLanguage(showClerk);
  showClerk();
  startReceiving();
  startUploads();
  startReview();
  startKeys();
  onAccepted(showAccepted);
  onQueue((id) => openDocument(id, {focus: true}), documentChanged);
  const key = currentKey();
  if (!key) await askForKey();
  else await keyIsGood(key).catch(() => {});  // the limits; a key that is refused is asked for by the list
  await startQueue();
  addEventListener('popstate', openFromAddress);
  if (location.hash) openFromAddress();
}

start();
