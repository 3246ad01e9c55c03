import uPlot from '../webjars/uplot/dist/uPlot.esm.js';
import { el, perFrame } from './dom.js';
import { nothing, timeAxis, utc } from './axes.js';
import { drawBands, drawLimit } from './bands.js';
import { keyboard } from './stack-keys.js';

const SYNC = 'time';
const NARROW_PX = 600;
const AXIS_PX = 66;

/**
 * Plots that share a time axis, a cursor and a zoom.
 *
 * specs: {name, times, lines: [{values, color}], axis(size), right(size), range, height, read(i), limit()}
 * on: detections(), chosen(), cursor(time or null), zoom(from, to or null)
 */
export class Stack {
  constructor(label, specs, on) {
    this.specs = specs;
    this.on = on;
    this.moving = false;
    this.plots = [];
    this.element = el('div', { class: 'plots', tabIndex: 0, role: 'group', 'aria-label': `${label}. Arrow keys move the cursor, plus and minus zoom, 0 shows the entire history.` });
    this.element.addEventListener('keydown', (event) => keyboard(this, event));
    this.redraw = perFrame(() => this.plots.forEach((plot) => plot.redraw(false)));
    this.observer = new ResizeObserver(() => this.resize());
  }

  /** Draws once the element is in the document, where its width is known. */
  begin(range) {
    const width = this.element.clientWidth;
    this.plots = this.specs.map((spec, i) => this.plot(spec, i, width));
    if (range) this.zoom(...range);
    this.observer.observe(this.element);
  }

  end() {
    this.observer.disconnect();
    this.plots.forEach((plot) => plot.destroy());
    this.plots = [];
  }

  plot(spec, i, width) {
    const narrow = width < NARROW_PX;
    const now = el('span', { class: 'now' });
    const box = el('div', { class: 'plot' }, el('div', { class: 'plot-title' }, el('b', {}, spec.name), now));
    this.element.append(box);
    const last = i === this.specs.length - 1;
    const right = narrow ? [] : [(spec.right ?? nothing)(AXIS_PX)];
    return new uPlot({
      width,
      height: spec.height + (last ? 34 : 0),
      padding: [6, narrow ? 20 : 0, 0, 0],
      tzDate: utc,
      legend: { show: false },
      cursor: {
        y: false,
        drag: { x: true, y: false },
        points: { size: 7 },
        sync: { key: SYNC, setSeries: false, filters: { pub: (type) => type === 'mousemove' || type === 'mouseleave' } },
      },
      scales: { y: spec.range ? { range: spec.range } : {} },
      axes: [timeAxis(last), spec.axis(AXIS_PX), ...right.map((axis) => ({ ...axis, scale: 'y' }))],
      series: [{}, ...spec.lines.map((line) => ({ stroke: line.color, width: 1.25, spanGaps: true, points: { size: 4 }, fill: line.fill }))],
      hooks: {
        drawAxes: [(u) => drawBands(u, this.on.detections(), this.on.chosen())],
        draw: [(u) => (spec.limit ? drawLimit(u, spec.limit()) : undefined)],
        setCursor: [(u) => this.read(u, spec, now)],
        setScale: [(u, scale) => (scale === 'x' ? this.follow(u) : undefined)],
      },
    }, [spec.times, ...spec.lines.map((line) => line.values)], box);
  }

  read(u, spec, now) {
    const { idx } = u.cursor;
    const here = idx === null || idx === undefined ? null : spec.times[idx];
    now.textContent = here === null ? '' : spec.read(idx);
    if (u === this.plots[0]) this.on.cursor(here);
  }

  follow(u) {
    if (this.moving || !this.plots.length) return;
    const { min, max } = u.scales.x;
    this.zoom(min, max);
    const whole = min <= this.first() && max >= this.last();
    this.on.zoom(...(whole ? [null, null] : [min, max]));
  }

  span() {
    const { min, max } = this.plots[0].scales.x;
    return [min ?? this.first(), max ?? this.last()];
  }

  first = () => this.specs[0].times[0];

  last = () => this.specs[0].times.at(-1);

  zoom(min, max) {
    this.moving = true;
    this.plots.forEach((plot) => plot.batch(() => plot.setScale('x', { min, max })));
    this.moving = false;
  }

  /** Shows a time span; nulls stand for the entire history. */
  show(min, max) {
    this.zoom(min ?? this.first(), max ?? this.last());
    this.on.zoom(min ?? null, max ?? null);
  }

  /** Zooms by a factor about the center, or shifts by a fraction of the visible span. */
  scale(factor, shift = 0) {
    const { min, max } = this.plots[0].scales.x;
    const half = ((max - min) / 2) * factor;
    const middle = (min + max) / 2 + shift * (max - min);
    if (half * 2 >= this.last() - this.first()) this.show(null, null);
    else this.show(Math.max(middle - half, this.first()), Math.min(middle + half, this.last()));
  }

  resize() {
    const width = this.element.clientWidth;
    if (width && this.plots.some((plot) => plot.width !== width)) {
      this.plots.forEach((plot) => plot.setSize({ width, height: plot.height }));
    }
  }
}
