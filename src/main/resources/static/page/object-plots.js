import { altitudes, compressed, numbers, sigmas } from './axes.js';
import { colour } from './dom.js';
import { fixed } from './format.js';

const CERTAIN = [0, 1];

/** Plots of an object's elements and gaps; a plot without values is omitted. */
export function gapPlots({ times, series }, least) {
  const line = (values) => [{ values, color: colour('line-1') }];
  return [
    {
      name: 'Semi-major axis and altitude, km',
      times,
      lines: line(series.semiMajorAxis),
      axis: numbers,
      right: altitudes,
      height: 150,
      read: (i) => `${fixed(series.semiMajorAxis[i], 3)} km, ${fixed(series.altitude[i], 3)} km altitude`,
    },
    { name: 'Inclination, deg', times, lines: line(series.inclination), axis: numbers, height: 92, read: (i) => `${fixed(series.inclination[i], 4)}°` },
    { name: 'Eccentricity', times, lines: line(series.eccentricity), axis: numbers, height: 92, read: (i) => fixed(series.eccentricity[i], 7) },
    {
      name: 'Along-track residual against SGP4, σ (positive: ahead; compressed scale)',
      times,
      lines: line(series.alongTrackResidual.map(compressed)),
      axis: sigmas,
      height: 110,
      read: (i) => (series.alongTrackResidual[i] === null ? 'not compared' : `${fixed(series.alongTrackResidual[i], 1)} σ`),
    },
    {
      name: 'Probability of a burn in the preceding gap',
      times,
      lines: [{ values: series.gapProbability, color: colour('line-2') }],
      axis: numbers,
      range: CERTAIN,
      limit: least,
      height: 110,
      read: (i) => fixed(series.gapProbability[i], 4),
    },
  ].filter(({ lines }) => lines.some(({ values }) => values.some((value) => value !== null)));
}

/** Plots of the probability of a burn in the days before each day. */
export function windowPlots({ windows30, windows60 }, thresholds) {
  return [[windows30, 30, 'line-1'], [windows60, 60, 'line-2']].filter(([windows]) => windows.times.length).map(([windows, days, color]) => ({
    name: `Probability of a burn in the preceding ${days} days`,
    times: windows.times,
    lines: [{ values: windows.probability, color: colour(color) }],
    axis: numbers,
    range: CERTAIN,
    limit: () => thresholds[days],
    height: 190,
    read: (i) => fixed(windows.probability[i], 4),
  }));
}
