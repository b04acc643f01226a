// Questions to the clerk.
import {button, element} from './dom.js';
import {t} from './words.js';

/// A dialog that is open: `form` sends its submit event on Enter, `end` closes it and gives the focus back.
export function openDialog(title, content, buttons, {mustAnswer = false, onleave = () => {}, wide = false} = {}) {
  const before = document.activeElement;
  const form = element('form', {method: 'dialog'}, element('h2', {id: 'dialog-title'}, title), ...content,
                       element('div', {class: 'answers'}, ...buttons));
  form.addEventListener('submit', (event) => event.preventDefault());
  const dialog = element('dialog', {'aria-labelledby': 'dialog-title', class: wide && 'wide'}, form);
  const end = () => {
    if (!dialog.isConnected) return;
    dialog.close();
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (mustAnswer) return;
    end();
    onleave();
  });
  // A browser closes on the second Escape whatever it is told.
  dialog.addEventListener('close', () => { if (mustAnswer && dialog.isConnected) dialog.showModal(); });
  document.body.append(dialog);
  dialog.showModal();
  return {dialog, form, end};
}

/// true where the clerk says yes. The safe answer has the focus where `dangerous`.
export function confirmed(title, text, yes, {dangerous = false} = {}) {
  return new Promise((done) => {
    let open;
    const answer = (value) => { open.end(); done(value); };
    const go = button(yes, () => answer(true), {class: dangerous ? 'danger' : 'primary', id: 'say-yes'});
    const no = button(t('cancel'), () => answer(false), {id: 'say-no'});
    open = openDialog(title, [].concat(text).map((each) => (each instanceof Node ? each : element('p', {}, each))), [go, no], {onleave: () => done(false)});
    (dangerous ? no : go).focus();
  });
}

/// Something to read.
export function told(title, content, {wide = false} = {}) {
  let open;
  const close = button(t('close'), () => open.end(), {class: 'primary'});
  open = openDialog(title, content, [close], {wide});
  close.focus();
}

const clerkPlace = 'sohoa-clerk';
export const clerkName = () => localStorage.getItem(clerkPlace) || '';

/// The clerk's name, asked for once; '' where none is given. `again`: to change it.
export function askClerk({again = false} = {}) {
  if (clerkName() && !again) return Promise.resolve(clerkName());
  return new Promise((done) => {
    const input = element('input', {id: 'clerk-name', maxlength: 60, autocomplete: 'name', required: true});
    input.value = clerkName();
    let open;
    const cancel = button(t('cancel'), () => { open.end(); done(''); });
    open = openDialog(t('clerk_title'), [
      element('p', {}, t('clerk_why')), element('label', {for: 'clerk-name'}, t('clerk_label')), input,
    ], [element('button', {class: 'primary'}, t('clerk_use')), cancel], {onleave: () => done('')});
    open.form.addEventListener('submit', () => {
      const name = input.value.trim().replace(/\s+/g, ' ');
      if (!name) return;
      localStorage.setItem(clerkPlace, name);
      open.end();
      document.dispatchEvent(new Event('clerk-changed'));
      done(name);
    });
    input.focus();
  });
}
