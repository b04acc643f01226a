// Pictures of pages, fetched with the key. A few are kept: each takes some 20 MB once it is decoded.
import {call} from './api.js';

const most = 6;
const kept = new Map();  // address → Promise<ImageBitmap>, the oldest first

/// Width in pixels that shows small print well; the most the service gives is `finest`.
export const usual = 2000;
export const finest = 3000;

/// The picture of page `number` (from 1), as delivered, no wider than `width`.
export function pictureOf(id, number, width = usual) {
  const address = `/v1/documents/${id}/pages/${number}.jpg?width=${width}`;
  const known = kept.get(address);
  kept.delete(address);
  const picture = known ?? call(address, {as: 'blob'}).then((blob) => createImageBitmap(blob));
  kept.set(address, picture);
  picture.catch(() => kept.delete(address));
  for (const [oldest] of kept) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return picture;
}

export function forgetPictures() {
  kept.clear();
}
