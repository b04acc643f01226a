// The piece of paper that a value came from, cut out upright.
import {uprightMatrix, writtenIn} from './geometry.js';

const tallest = 96;  // CSS pixels; of a single line:
const line = {least: 30, most: 40};
const magnified = 1.15;  // times its size on paper

/// How a piece is shown: {centre…, width, height} of the piece in page pixels with paper around it, `scale` CSS pixels a
/// page pixel. `room`: CSS pixels that may be filled.
export function planOf(page, box, room) {
  const written = writtenIn(page, box);
  const dpi = page.dpi || page.width / 8.27;
  const around = Math.min(written.height * 0.35, dpi * 0.08) + 2;
  const width = written.width + 4 * around;
  const height = written.height + 2 * around;
  const highest = written.width > 3 * written.height && written.height < dpi * 0.35 ? line.most : tallest;
  const wanted = Math.max(96 * magnified / dpi, line.least / height);
  return {...written, width, height, scale: Math.min(wanted, room / width, highest / height)};
}

/// Draws onto `canvas`, which gets the size it needs.
export function drawSnippet(canvas, picture, page, box, room) {
  const plan = planOf(page, box, room);
  const sharp = plan.scale * (window.devicePixelRatio || 1);
  canvas.width = Math.max(1, Math.round(plan.width * sharp));
  canvas.height = Math.max(1, Math.round(plan.height * sharp));
  canvas.style.width = `${Math.round(plan.width * plan.scale)}px`;
  canvas.style.height = `${Math.round(plan.height * plan.scale)}px`;
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.scale(sharp, sharp);
  pen.rotate(-plan.angle);
  pen.translate(-plan.x, -plan.y);
  pen.transform(...uprightMatrix(page));
  pen.drawImage(picture, 0, 0, page.width, page.height);
}
