// Where things are on a page. Boxes count in pixels of the scan as delivered; `orientation` is the clockwise turn in
// degrees that makes the page upright, and `skew` how far its lines of text then fall to the right.

/// {width, height} of a page once it is upright.
export function uprightSize({width, height, orientation = 0}) {
  return orientation % 180 === 0 ? {width, height} : {width: height, height: width};
}

/// [a, b, c, d, e, f] as CanvasRenderingContext2D.transform takes it: from the scan as delivered to the upright page.
export function uprightMatrix({width, height, orientation = 0}) {
  switch (((orientation % 360) + 360) % 360) {
    case 90:
      return [0, 1, -1, 0, height, 0];
    case 180:
      return [-1, 0, 0, -1, width, height];
    case 270:
      return [0, -1, 1, 0, 0, width];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}

/// The box [x, y, width, height] on the upright page.
export function uprightBox(page, [x, y, width, height]) {
  const [a, b, c, d, e, f] = uprightMatrix(page);
  const [x1, y1] = [a * x + c * y + e, b * x + d * y + f];
  const [x2, y2] = [a * (x + width) + c * (y + height) + e, b * (x + width) + d * (y + height) + f];
  return [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)];
}

const least = 8;  // pixels of a line of text

/// What is written in a box of the scan: {x, y: its centre on the upright page, width, height: along and across its
/// lines, angle: how far those fall to the right, in radians}. A box is the upright hull of slanted text, so on a skewed
/// page its own height is mostly slant: a line w by h under the angle s has the hull w·cos s + h·sin s by
/// w·sin s + h·cos s, which is solved for w and h. Where that gives no line, the hull itself stands.
export function writtenIn(page, box) {
  const [left, top, wide, high] = uprightBox(page, box);
  const whole = {x: left + wide / 2, y: top + high / 2, width: wide, height: high, angle: 0};
  const angle = (page.skew || 0) * Math.PI / 180;
  const [cosine, sine] = [Math.cos(Math.abs(angle)), Math.sin(Math.abs(angle))];
  const determinant = cosine * cosine - sine * sine;
  if (Math.abs(angle) < 0.003 || determinant < 0.5) return whole;
  const width = (wide * cosine - high * sine) / determinant;
  const height = (high * cosine - wide * sine) / determinant;
  if (width < least || height < least) return whole;
  return {...whole, width, height, angle};
}

/// Its corners on the upright page, clockwise from the top left, with `around` pixels of paper on every side.
export function corners({x, y, width, height, angle}, around = 0) {
  const [halfWidth, halfHeight] = [width / 2 + around, height / 2 + around];
  return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([right, down]) => {
    const [along, across] = [right * halfWidth, down * halfHeight];
    return [x + along * Math.cos(angle) - across * Math.sin(angle), y + along * Math.sin(angle) + across * Math.cos(angle)];
  });
}
