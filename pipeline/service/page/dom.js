// Elements made by hand. What the server says (names of files, words read on paper) only ever becomes text.

/// element('button', {type: 'button', class: 'quiet', onclick}, 'text', child…); undefined and null children are left out.
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  put(made, ...children);
  return made;
}

/// The children and nothing else.
export function put(parent, ...children) {
  parent.replaceChildren(...children.flat().filter((child) => ![undefined, null, false, ''].includes(child)));
  return parent;
}

export function button(text, onclick, properties = {}) {
  return element('button', {type: 'button', onclick, ...properties}, text);
}

export const find = (id) => document.getElementById(id);

/// Whether the keyboard is writing something there.
export function takesText(target) {
  return target instanceof Element && target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select');
}

/// Told to screen readers without moving the focus.
export function announce(text) {
  find('live').textContent = text;
}

let hiding = 0;
/// Something that went wrong outside of any row; stays for a while.
export function notice(text) {
  const place = find('notice');
  place.textContent = text;
  place.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { place.hidden = true; }, 12000);
}
