// Status is told by a word and a shape, never by colour alone.

const drawings = {
  wait: [['circle', {cx: 8, cy: 8, r: 5.5, fill: 'none'}]],
  run: [['circle', {cx: 8, cy: 8, r: 5.5, fill: 'none'}], ['path', {d: 'M8 2.5a5.5 5.5 0 0 1 0 11z', fill: 'currentColor'}]],
  look: [['path', {d: 'M8 1.5 14.5 8 8 14.5 1.5 8z', fill: 'currentColor'}]],
  fine: [['path', {d: 'M3 8.5 6.5 12 13 4.5', fill: 'none'}]],
  confirmed: [['circle', {cx: 8, cy: 8, r: 6.5, fill: 'currentColor'}],
              ['path', {d: 'M4.8 8.3 7 10.5 11.3 5.6', fill: 'none', stroke: '#fff'}]],
  bad: [['path', {d: 'M3.5 3.5l9 9M12.5 3.5l-9 9', fill: 'none'}]],
  warning: [['path', {d: 'M8 2 14.5 13.5h-13z', fill: 'none'}], ['path', {d: 'M8 6.5v3.5M8 11.5v.6', fill: 'none'}]],
};

export function shape(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const add = (tag, attributes) => {
    const part = document.createElementNS(space, tag);
    for (const [key, value] of Object.entries({stroke: 'currentColor', 'stroke-width': 1.8, ...attributes})) part.setAttribute(key, value);
    svg.append(part);
  };
  for (const [key, value] of Object.entries({viewBox: '0 0 16 16', class: `shape ${name}`, 'aria-hidden': 'true'})) svg.setAttribute(key, value);
  for (const [tag, attributes] of drawings[name]) add(tag, attributes);
  return svg;
}
