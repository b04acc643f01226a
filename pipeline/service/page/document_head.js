// The head of the open document: what it is, how far it is, what went wrong, what can be done with it.
import {button, element, put} from './dom.js';
import {shape} from './shapes.js';
import {isUnderWay, nameOf, statusOf} from './status.js';
import {countOfPages, language, shortTime, t} from './words.js';

function key(text) {
  return element('kbd', {}, text);
}

function facts(view) {
  const names = view.files.map((each) => each.file);
  const file = names.length > 1 ? t('pages_of_one', {name: names[0], n: names.length - 1}) : names[0];
  return [
    view.owner?.full_name, file, view.pages ? countOfPages(view.pages) : '', view.dossier_code && t('dossier_is', {code: view.dossier_code}),
    view.procedure && t('procedure_is', {code: view.procedure}), t('received_at', {time: shortTime(view.accepted_at)}),
  ].filter(Boolean).join(' · ');
}

function words(problem) {
  const english = language() === 'en';
  const said = (english && problem.message_en) || problem.message || problem.code;
  const remedy = (english && problem.remedy_en) || problem.remedy;
  const where = problem.page ? t('problem_page', {n: problem.page}) : '';
  return where + said + (remedy ? `. ${remedy}.` : '.');
}

function problemLine(problem) {
  const drawing = problem.severity === 'error' ? 'bad' : 'warning';
  return element('li', {class: problem.severity}, shape(drawing), element('span', {}, words(problem)));
}

/// Warnings and errors stand open, notes are folded away.
function problems(view) {
  const all = view.status === 'failed' && view.problems.length === 0 && view.reason ? [view.reason] : view.problems;
  const loud = all.filter((each) => each.severity !== 'note');
  const notes = all.filter((each) => each.severity === 'note');
  return [
    loud.length > 0 && element('ul', {class: 'problems'}, ...loud.map(problemLine)),
    notes.length > 0 && element('details', {class: 'notes'}, element('summary', {}, t('notes', {n: notes.length})),
                                element('ul', {class: 'problems'}, ...notes.map(problemLine))),
  ];
}

function way(view) {
  if (!isUnderWay(view)) return null;
  const {pages, done} = view.progress;
  const bar = element('progress', {max: pages || 1, 'aria-label': statusOf(view).text});
  if (pages) bar.value = done;
  return element('div', {class: 'way'}, element('p', {}, t('not_read_yet')), bar);
}

/// `does`: {back, pdf, json, text, remove}. Puts everything into `place` anew.
export function writeHead(place, view, does) {
  const {shape: drawing, text} = statusOf(view);
  const done = view.status === 'done';
  const inPlace = place.contains(document.activeElement) ? document.activeElement.id : '';
  put(place,
    element('div', {class: 'title'},
      button(t('back'), does.back, {class: 'quiet back', id: 'back'}),
      element('h2', {}, nameOf(view)),
      element('span', {class: `status ${drawing}`, id: 'state'}, shape(drawing), ' ', text)),
    element('p', {class: 'facts'}, facts(view)),
    element('div', {class: 'actions'},
      done && element('button', {type: 'button', id: 'open-pdf', onclick: does.pdf}, t('open_pdf'), ' ', key('Alt+P')),
      done && button(t('save_json'), does.json, {class: 'quiet', id: 'save-json'}),
      done && button(t('save_text'), does.text, {class: 'quiet', id: 'save-text'}),
      element('span', {class: 'stretch'}),
      button(t('remove'), does.remove, {class: 'quiet', id: 'remove'})),
    way(view), ...problems(view));
  if (inPlace) document.getElementById(inPlace)?.focus();
}
