import uPlot from '../webjars/uplot/dist/uPlot.esm.js';
import { colour, el } from './dom.js';
import { numbers } from './axes.js';

const COLOURS = ['line-1', 'line-2', 'limit', 'soft', 'fault'];

/**
 * Creates a figure with both axes from 0 to 1.
 *
 * curves: {name, points: [[x, y]], marks: whether to draw the points, line: whether to connect them}
 */
export function unitPlot(title, caption, xName, yName, curves, diagonal) {
  const box = el('div');
  const element = el('figure', { role: 'group', 'aria-label': title }, el('h3', {}, title), box,
    el('div', { class: 'key' }, curves.map((curve, i) => el('span', {}, swatch(colour(COLOURS[i % COLOURS.length]), curve), curve.name))),
    el('figcaption', {}, caption));
  const draw = (width) => {
    const all = diagonal ? [...curves, { points: [[0, 0], [1, 1]], line: true, diagonal: true }] : curves;
    const xs = [...new Set(all.flatMap((curve) => curve.points.map(([x]) => x)))].sort((a, b) => a - b);
    const columns = all.map((curve) => {
      const at = new Map(curve.points);
      return xs.map((x) => at.get(x) ?? null);
    });
    return new uPlot({
      width,
      height: width * 0.75,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: [0, 1] }, y: { range: [0, 1] } },
      axes: [{ ...numbers(44), label: xName, labelSize: 18, labelFont: '12px system-ui', size: 26, space: 50 },
        { ...numbers(36), label: yName, labelSize: 18, labelFont: '12px system-ui', space: 40 }],
      series: [{}, ...all.map((curve, i) => ({
        stroke: curve.diagonal ? colour('rule') : colour(COLOURS[i % COLOURS.length]),
        width: curve.line ? 1.5 : 0,
        spanGaps: true,
        points: { show: Boolean(curve.marks), size: 6, fill: curve.diagonal ? undefined : colour(COLOURS[i % COLOURS.length]) },
      }))],
    }, [xs, ...columns], box);
  };
  return { element, draw };
}

function swatch(color, curve) {
  const canvas = el('canvas', { width: 20, height: 10, 'aria-hidden': 'true' });
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = color;
  if (curve.line) ctx.fillRect(0, 4, 20, 2);
  if (curve.marks) ctx.fillRect(7, 2, 6, 6);
  return canvas;
}
