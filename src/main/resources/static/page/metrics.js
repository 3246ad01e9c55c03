import { count, fixed } from './format.js';
import { unitPlot } from './curves.js';

/** The precision-recall plot of one regime: the full curve if the bundle has it. */
export function precisionRecall(regime, metrics) {
  const report = metrics.regimes[regime];
  const curve = metrics.precisionRecall?.[regime] ?? [];
  const point = (score) => [score.recall, score.precision];
  const curves = [];
  if (curve.length) curves.push({ name: 'all thresholds', points: curve.map(point), line: true });
  const { pooled } = report.events.gap;
  const rates = Object.entries(report.atFalseAlarmRates ?? {}).map(([, rate]) => point(rate.pooled));
  if (rates.length) curves.push({ name: `at ${Object.keys(report.atFalseAlarmRates).join(', ')} false alarms per year`, points: rates, marks: true, line: !curve.length });
  curves.push({ name: `best F1 (in hindsight), ${fixed(pooled.bestF1.f1, 2)}`, points: [point(pooled.bestF1)], marks: true });
  return unitPlot(`${regime}: precision and recall`,
    `${count(pooled.events, 'event')}, each matched within its gap.${curve.length ? '' : ' The bundle has only these points, not the full curve.'}`,
    'recall', 'precision', curves, false);
}

/** The reliability plot of one regime: predicted probability against observed frequency. */
export function reliability(regime, metrics) {
  const report = metrics.regimes[regime];
  const bins = (curve) => curve.bins.map((bin) => [bin.meanProbability, bin.observedFrequency]);
  const curves = [{ name: 'detections', points: bins(report.reliability), marks: true, line: true }];
  for (const [days, window] of Object.entries(report.windows ?? {})) {
    curves.push({ name: `${days}-day windows`, points: bins(window.reliability), marks: true, line: true });
  }
  return unitPlot(`${regime}: reliability`,
    'Bins of equal count. On the diagonal, the predicted probability equals the observed frequency.',
    'mean probability', 'observed frequency', curves.filter((curve) => curve.points.length), true);
}
