// What stands beside a document: how far it is, as a shape and words.
import {t} from './words.js';

/// {shape, text} of a document of the list or of the open one.
export function statusOf(document) {
  const {status, state, progress, field_counts: counts} = document;
  if (status === 'queued') return {shape: 'wait', text: t('queued')};
  if (status === 'running') {
    return {shape: 'run', text: progress.pages ? t('running_pages', progress) : t('running')};
  }
  if (status === 'failed') return {shape: 'bad', text: t('failed')};
  if (state === 'review') return {shape: 'look', text: counts.review ? t('review', {n: counts.review}) : t('review_other')};
  return {shape: state === 'read' || state === 'received' ? 'fine' : 'confirmed', text: t(state === 'received' ? 'read' : state)};
}

export const isUnderWay = (document) => document.status === 'queued' || document.status === 'running';

/// "Giấy khai sinh", or the name of the file until the kind is known.
export function nameOf(document) {
  const file = document.files[0]?.file ?? '';
  if (document.status !== 'done') return file || t('unread_kind');
  return document.kind.id && document.kind.id !== 'unknown' ? document.kind.label : t('unknown_kind');
}
