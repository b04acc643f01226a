// The fields of a document as rows, those of one person or thing together.
import {element} from './dom.js';
import {FieldRow, placeOf} from './field_row.js';
import {labelOf} from './labels.js';
import {t} from './words.js';

/// Fields with the same value from the same place (the child's name, and whose paper it is) are looked at once.
function twins(fields) {
  const byPlace = new Map();
  for (const field of fields) {
    const place = placeOf(field);
    const key = place && field.value ? JSON.stringify([field.value, field.normalized, place.page, place.box]) : field.name;
    byPlace.set(key, [...(byPlace.get(key) ?? []), field]);
  }
  // The most telling name comes first: that of a person or thing rather than the paper's own.
  const rank = (field) => (field.name.startsWith('owner.') ? 2 : field.name.startsWith('registration.') ? 1 : 0);
  return [...byPlace.values()].map((each) => [...each].sort((a, b) => rank(a) - rank(b)));
}

const notFound = (name) => [{name, value: '', normalized: '', confidence: 0, status: 'missing', evidence: [], alternatives: []}];

/// {list, rows}: `list` is the element with a heading for each group.
export function buildRows(fields, missing, drafts, told) {
  const known = new Set(fields.map((field) => field.name));
  const all = [...twins(fields), ...missing.filter((name) => !known.has(name)).map(notFound)];
  const groups = new Map();
  for (const each of all) {
    const {group} = labelOf(each[0].name);
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  const list = element('ol', {class: 'fields'});
  const rows = [];
  for (const [group, members] of groups) {
    if (groups.size > 1) list.append(element('li', {class: 'group'}, element('h3', {}, group || t('general'))));
    for (const each of members) {
      const row = new FieldRow(each, drafts.get(each[0].name), told);
      rows.push(row);
      list.append(row.element);
    }
  }
  return {list, rows};
}
