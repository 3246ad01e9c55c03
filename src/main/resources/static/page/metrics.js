import { fixed } from './format.js';
import { unitPlot } from './curves.js';

/** Precision over recall of one regime: the whole curve where the bundle has it. */
export function precisionRecall(regime, metrics) {
  const report = metrics.regimes[regime];
  const curve = metrics.precisionRecall?.[regime] ?? [];
  const point = (score) => [score.recall, score.precision];
  const curves = [];
  if (curve.length) curves.push({ name: 'all thresholds', points: curve.map(point), line: true });
  const { pooled } = report.events.gap;
  const rates = Object.entries(report.atFalseAlarmRates ?? {}).map(([, rate]) => point(rate.pooled));
  if (rates.length) curves.push({ name: `at ${Object.keys(report.atFalseAlarmRates).join(', ')} false alarms a year`, points: rates, marks: true, line: !curve.length });
  curves.push({ name: `greatest F1, ${fixed(pooled.bestF1.f1, 2)}`, points: [point(pooled.bestF1)], marks: true });
  return unitPlot(`${regime}: precision over recall`,
    `${pooled.events} maneuvers, matched in their gap.${curve.length ? '' : ' The bundle holds no whole curve, only these points.'}`,
    'recall', 'precision', curves, false);
}

/** Whether probabilities mean what they say. */
export function reliability(regime, metrics) {
  const report = metrics.regimes[regime];
  const bins = (curve) => curve.bins.map((bin) => [bin.meanProbability, bin.observedFrequency]);
  const curves = [{ name: 'detections', points: bins(report.reliability), marks: true, line: true }];
  for (const [days, window] of Object.entries(report.windows ?? {})) {
    curves.push({ name: `${days}-day windows`, points: bins(window.reliability), marks: true, line: true });
  }
  return unitPlot(`${regime}: reliability`,
    'Bins of equal count; on the diagonal a probability is what is observed.',
    'mean probability', 'observed frequency', curves.filter((curve) => curve.points.length), true);
}
