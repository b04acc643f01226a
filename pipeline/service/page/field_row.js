// One field: its name, the piece of paper it was read from, its value to confirm or correct.
import {button, element, put} from './dom.js';
import {labelOf, spokenValue} from './labels.js';
import {usual, pictureOf} from './pictures.js';
import {shape} from './shapes.js';
import {drawSnippet} from './snippet.js';
import {isWord, longDate, t} from './words.js';

const shapes = {review: 'look', accepted: 'fine', confirmed: 'confirmed', missing: 'wait', changed: 'look', saving: 'run', wrong: 'warning'};
const readable = ['text', 'mrz', 'barcode', 'qr', 'register'];  // where a person can read the value, best first

const oneLine = (text) => text.trim().replace(/\s+/g, ' ');

/// Where on the paper a field stands: {page, box}, or null.
export function placeOf(field) {
  const seen = field.evidence.filter((each) => each.page > 0 && each.box[2] > 0 && each.box[3] > 0);
  const rank = (each) => (readable.indexOf(each.source) + readable.length + 1) % (readable.length + 1);
  return seen.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

export class FieldRow {
  /// `fields`: those that stand at the same place with the same value; the first gives the name. `draft`: a value typed
  /// earlier. `told`: {keydown, focus, input, history, confirm,
  /// changed (whether the field has a history)}, each called with the row. What its buttons do, keys do too.
  constructor(fields, draft, told) {
    this.told = told;
    this.missing = fields[0].status === 'missing';
    this.passed = false;  // a missing field that the clerk left empty
    this.saving = 0;
    this.wrong = '';
    this.name = fields[0].name;
    this.names = fields.map((each) => each.name);
    this.input = element('textarea', {rows: 1, spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', maxlength: 3900,
      oninput: () => this.typed(), onkeydown: (event) => told.keydown(this, event), onfocus: () => told.focus(this)});
    this.canvas = element('canvas', {class: 'snippet'});
    this.parts = {
      label: element('label', {class: 'label'}), status: element('span', {class: 'status'}), from: element('span', {class: 'from'}),
      kept: element('span', {class: 'kept'}), others: element('span', {class: 'others'}), wrong: element('p', {class: 'wrong'}),
      history: button('', () => told.history(this), {class: 'quiet history', tabindex: -1}),
      confirm: button('✓', () => told.confirm(this), {class: 'confirm', tabindex: -1}),
    };
    const {label, status, from, kept, others, wrong, history, confirm} = this.parts;
    this.paper = element('div', {class: 'piece', onclick: () => told.focus(this)}, this.canvas);
    this.element = element('li', {class: 'field'},
      element('div', {class: 'what'}, label, status, from, history),
      element('div', {class: 'value'}, this.paper, element('div', {class: 'entry'}, this.input, confirm),
              element('div', {class: 'under'}, kept, others), wrong));
    // Every row has names of its own for the label and the description.
    const id = `field-${this.name}`;
    this.input.id = id;
    label.htmlFor = id;
    status.id = `${id}-status`;
    wrong.id = `${id}-wrong`;
    this.input.setAttribute('aria-describedby', `${status.id} ${wrong.id}`);
    this.take(fields);
    if (draft !== undefined) this.input.value = draft;
    this.write();
  }

  /// What the server knows of the fields now.
  take(fields) {
    const untouched = !this.field || !this.isChanged();
    this.fields = fields;
    this.field = fields[0];
    this.missing = this.field.status === 'missing';
    this.place = placeOf(this.field) ?? this.place ?? null;
    if (untouched) this.input.value = this.original;
    this.write();
  }

  /// The value as the field has it; a date that came from a code is shown as people write it.
  get original() { return oneLine(longDate(this.field.value)); }
  get value() { return oneLine(this.input.value); }
  isChanged() { return this.value !== this.original; }
  /// Whether the clerk still has to look at it.
  wantsEyes() {
    if (this.saving > 0) return false;
    if (this.wrong || this.isChanged()) return true;
    return this.missing ? !this.passed : this.fields.some((each) => each.status === 'review');
  }

  get label() { return labelOf(this.name); }
  get status() {
    if (this.saving > 0) return 'saving';
    if (this.wrong) return 'wrong';
    if (this.isChanged()) return 'changed';
    if (this.missing) return 'missing';
    return this.fields.some((each) => each.status === 'review') ? 'review' : this.field.status;
  }

  typed() {
    this.wrong = '';
    this.write();
    this.told.input(this);
  }

  undo() {
    this.input.value = this.original;
    this.wrong = '';
    this.write();
  }

  /// Shows it as wrong, with the reason.
  refuse(why) {
    this.wrong = why;
    this.write();
  }

  choose(value) {
    this.input.value = value;
    this.typed();
    this.input.focus();
  }

  write() {
    const {label, status, from, kept, others, wrong, history, confirm} = this.parts;
    const {label: own, full} = this.label;
    const name = this.status;
    put(label, own);
    this.input.setAttribute('aria-label', full);
    put(status, shape(shapes[name]), ' ', t(`status_${name}`));
    status.className = `status ${name}`;
    this.element.className = `field ${name}`;
    put(from, this.sources());
    from.hidden = !from.textContent;
    const normal = this.field.normalized;
    const same = !normal || this.isChanged() || [normal, longDate(normal)].some((each) => each.toLocaleLowerCase('vi') === this.value.toLocaleLowerCase('vi'));
    const twins = this.names.slice(1).map((each) => labelOf(each).full).join(', ');
    put(kept, [same ? '' : t('kept_as', {value: spokenValue(normal)}), twins && t('also', {names: twins})].filter(Boolean).join(' · '));
    put(others, this.others());
    put(wrong, this.wrong);
    put(history, t('history'));
    confirm.title = `${t(this.isChanged() ? 'save_field' : 'confirm_field')} (Enter)`;
    confirm.setAttribute('aria-label', `${t(this.isChanged() ? 'save_field' : 'confirm_field')}: ${full}`);
    confirm.disabled = !['review', 'changed', 'wrong', 'accepted'].includes(name);
    history.hidden = !this.told.changed(this);
    this.grow();
  }

  sources() {
    const sources = [...new Set(this.field.evidence.map((each) => each.source))].filter((each) => each !== 'operator');
    if (sources.length === 0 || (sources.length === 1 && sources[0] === 'text')) return '';
    return t('from', {sources: sources.map((each) => (isWord(`source_${each}`) ? t(`source_${each}`) : each)).join(' + ')});
  }

  /// What else was read there.
  get readings() {
    const {value, normalized, alternatives} = this.field;
    return [...new Set([value, ...alternatives].map((each) => oneLine(longDate(each))))].filter((each) => each && each !== this.value && each !== normalized).slice(0, 3);
  }

  others() {
    if (this.field.status !== 'review' && !this.isChanged()) return [];
    const readings = this.readings;
    if (readings.length === 0) return [];
    return [t('or'), ...readings.map((each, k) => button(each, () => this.choose(each), {class: 'reading', tabindex: -1, title: `Alt+${k + 1}`}))];
  }

  /// As high as what stands in it.
  grow() {
    this.input.style.height = 'auto';
    if (this.input.scrollHeight > 0) this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  focus() {
    this.input.focus();
    this.input.select();
    this.element.scrollIntoView({block: 'nearest'});
  }

  /// Cuts the piece out of its page. `pages`: those of the outline.
  async draw(id, pages) {
    const page = this.place && pages[this.place.page - 1];
    this.paper.classList.toggle('none', !page);
    if (!page) return put(this.paper, t('no_snippet'));
    put(this.paper, this.canvas);
    this.canvas.setAttribute('role', 'img');
    this.canvas.setAttribute('aria-label', this.label.full);
    try {
      const picture = await pictureOf(id, this.place.page, usual);
      if (!this.element.isConnected) return undefined;
      drawSnippet(this.canvas, picture, page, this.place.box, Math.max(120, this.paper.clientWidth - 2));
    } catch (refusal) {
      put(this.paper, refusal.words ?? String(refusal));
    }
    return undefined;
  }
}
