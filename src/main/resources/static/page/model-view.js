import { byId, el, onSchemeChange } from './dom.js';
import { fixed } from './format.js';
import { precisionRecall, reliability } from './metrics.js';
import { PagedTable } from './table.js';
import { request } from './api.js';

const FIGURE_PX = 300;
const GAP_PX = 16;
const FRAME_PX = 18;
const FROM_LOW_TO_HIGH = ['LEO', 'MEO', 'GEO', 'HEO'];

let stopListening = () => {};

/** The regimes with metrics, and their metrics. */
function measured(metrics) {
  return Object.entries(metrics?.regimes ?? {}).sort(([a], [b]) => FROM_LOW_TO_HIGH.indexOf(a) - FROM_LOW_TO_HIGH.indexOf(b));
}

/** Shows what a model is, how accurate it is, and which features it takes. */
export async function showModel(model, names, pick) {
  const card = await (await request(`/models/${encodeURIComponent(model.name)}/card`)).text();
  const place = byId('model-view');
  const figures = el('div', { class: 'figures' });
  place.replaceChildren(
    el('div', { class: 'row apart' },
      el('h2', {}, `${model.name} ${model.version}`),
      el('label', { class: 'inline' }, 'Model ', el('select', { id: 'model-shown', onchange: (event) => pick(event.target.value) },
        names.map((name) => el('option', { selected: name === model.name }, name))))),
    el('p', { class: 'facts' }, facts(model)),
    figures,
    headline(model.metrics),
    schema(model.features),
    el('details', { class: 'block', id: 'card' }, el('summary', {}, 'Model card'), cardOf(card)));
  const draw = () => drawFigures(figures, model.metrics);
  draw();
  stopListening();
  stopListening = onSchemeChange(draw);
}

function facts({ architecture, features, windowDays, thresholds }) {
  const events = Object.entries(thresholds.event).map(([regime, value]) => `${regime} ${fixed(value, 2)}`).join(', ');
  return `${architecture.type}, ${features.channels.length} channels, ${features.sampling}; windows of ${windowDays.join(' and ')} days; confidence thresholds: ${events}`;
}

function drawFigures(place, metrics) {
  const plots = measured(metrics).flatMap(([regime]) => [precisionRecall(regime, metrics), reliability(regime, metrics)]);
  place.replaceChildren(...plots.map((plot) => plot.element));
  const across = Math.max(1, Math.min(plots.length, Math.floor(place.clientWidth / FIGURE_PX)));
  const width = Math.min(400, (place.clientWidth + GAP_PX) / across - GAP_PX - FRAME_PX);
  plots.forEach((plot) => plot.draw(width));
}

function headline(metrics) {
  const regimes = measured(metrics);
  if (!regimes.length) return el('p', { class: 'note' }, 'Not measured: the bundle has no metrics on held-out satellites. Training on fewer than four satellites holds none out.');
  const rows = regimes.flatMap(([regime, report]) => Object.entries(report.events).map(([match, { pooled }]) => ({ regime, match, pooled })));
  const table = new PagedTable('Events found', [
    { name: 'Regime', value: (each) => each.regime, cell: (each) => each.regime },
    { name: 'Match', value: (each) => each.match, cell: (each) => (each.match === 'gap' ? 'within the gap' : `within ${each.match}`) },
    { name: 'Best F1 (in hindsight)', number: true, value: (each) => each.pooled.bestF1.f1, cell: (each) => fixed(each.pooled.bestF1.f1, 3) },
    { name: 'Recall at 1 false alarm per year', number: true, value: (each) => each.pooled.atFalseAlarmRate.recall, cell: (each) => fixed(each.pooled.atFalseAlarmRate.recall, 3) },
    { name: 'Median timing error, h', number: true, value: (each) => each.pooled.medianTimingErrorHours, cell: (each) => fixed(each.pooled.medianTimingErrorHours, 1) },
  ]);
  table.show(rows);
  return el('section', { class: 'block' }, el('h2', {}, 'Events found'), el('p', { class: 'note' }, metrics.protocol), table.element);
}

function schema(features) {
  const table = new PagedTable('Channels', [
    { name: 'Channel', value: (each) => each.at, cell: (each) => el('code', {}, each.name) },
    { name: 'Unit', value: (each) => each.unit, cell: (each) => each.unit },
    { name: 'Nullable', value: (each) => each.nullable, cell: (each) => (each.nullable ? 'yes' : 'no') },
    { name: 'Meaning', wide: true, value: (each) => each.meaning, cell: (each) => each.meaning },
  ]);
  table.show(features.channels.map((channel, at) => ({ ...channel, at })));
  return el('details', { class: 'block', id: 'schema' }, el('summary', {}, `Feature schema ${features.name}: ${features.channels.length} channels`), table.element);
}

/** The service rendered it from Markdown, with any HTML escaped; scripts would not run anyway. */
function cardOf(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const card = el('div', { class: 'card' }, ...parsed.body.childNodes);
  card.querySelectorAll('table').forEach((table) => {
    table.tabIndex = 0;
  });
  return card;
}
