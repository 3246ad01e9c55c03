import uPlot from '../webjars/uplot/dist/uPlot.esm.js';
import { colour } from './dom.js';

const FONT = '11px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const MOST_CHARACTERS = 9;
const EARTH_RADIUS_KM = 6378.135;
const SIGMAS = [0, 1, 3, 10, 100, 1000, 1e4, 1e5].flatMap((each) => (each ? [each, -each] : [0]));

/** Times are in UTC regardless of the browser's time zone. */
export const utc = (seconds) => uPlot.tzDate(new Date(seconds * 1e3), 'Etc/UTC');

function common() {
  return { font: FONT, stroke: colour('soft'), grid: { stroke: colour('grid'), width: 1 }, ticks: { stroke: colour('grid'), width: 1, size: 4 }, gap: 4 };
}

const DAY = 86_400;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Labels ticks by year, month, day or time; below the first one of each year or day, that year or day. */
function dates(u, splits, axis, space, step) {
  let above = '';
  return splits.map((seconds) => {
    const date = new Date(seconds * 1e3);
    const month = MONTHS[date.getUTCMonth()];
    const year = String(date.getUTCFullYear());
    const day = `${date.getUTCDate()} ${month}`;
    const [own, of] = step >= 300 * DAY ? [year, ''] : step >= 28 * DAY ? [month, year]
      : step >= DAY ? [day, year] : [date.toISOString().slice(11, 16), `${day} ${year}`];
    const label = of === above ? own : `${own}\n${of}`;
    above = of;
    return label;
  });
}

export function timeAxis(labelled) {
  return { ...common(), space: 70, size: labelled ? 36 : 4, values: labelled ? dates : (u, splits) => splits.map(() => '') };
}

/** Uses as many decimals as the distance between ticks requires and the axis has room for. */
function asNeeded(u, splits, axis, space, step) {
  let digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  if (Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) > 1e-6) digits += 1;
  const whole = Math.max(0, ...splits.map((value) => value.toFixed(0).length));
  const room = Math.max(0, MOST_CHARACTERS - whole - 1);
  return splits.map((value) => value.toFixed(Math.min(digits, room)));
}

export const numbers = (size) => ({ ...common(), size, space: 24, values: asNeeded });

/** The scale of the semi-major axis, labelled by altitude above the equatorial radius. */
export function altitudes(size) {
  return {
    ...common(),
    side: 1,
    size,
    space: 24,
    grid: { show: false },
    splits: (u, axis, min, max, step) => {
      const splits = [];
      for (let i = Math.ceil((min - EARTH_RADIUS_KM) / step); i * step + EARTH_RADIUS_KM <= max; i += 1) {
        splits.push(i * step + EARTH_RADIUS_KM);
      }
      return splits;
    },
    values: (u, splits, axis, space, step) => asNeeded(u, splits.map((value) => value - EARTH_RADIUS_KM), axis, space, step),
  };
}

/** Reserves the space that the right axis takes up in another plot. */
export const nothing = (size) => ({ side: 1, size, grid: { show: false }, ticks: { show: false }, values: (u, splits) => splits.map(() => '') });

/** Draws standard deviations by their arsinh: linear near 0, logarithmic far from it. */
export const compressed = (sigmas) => (sigmas === null ? null : Math.asinh(sigmas));

export function sigmas(size) {
  return {
    ...common(),
    size,
    splits: (u, axis, min, max) => {
      const inside = SIGMAS.filter((each) => Math.asinh(each) >= min && Math.asinh(each) <= max);
      const tens = inside.filter((each) => Math.abs(each) !== 3 && (inside.length < 8 || Math.abs(each) !== 1));
      return (inside.length < 6 ? inside : tens).map(Math.asinh).sort((a, b) => a - b);
    },
    values: (u, splits) => splits.map((each) => {
      const value = Math.round(Math.sinh(each));
      return Math.abs(value) >= 1e4 ? `${value / 1000}k` : String(value);
    }),
  };
}
