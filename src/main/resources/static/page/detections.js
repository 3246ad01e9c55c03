import { count, deltaV, fixed, minutes } from './format.js';
import { el } from './dom.js';
import { PagedTable } from './table.js';

/** The maneuvers of an object; each links to its place in the plots. */
export function detectionsTable(goTo, chosen) {
  return new PagedTable('Maneuvers', [
    {
      name: 'Epoch (UTC)',
      value: (each) => each.at,
      cell: (each) => el('button', { type: 'button', onclick: () => goTo(each) }, minutes(each.epoch)),
    },
    { name: 'Earliest', value: (each) => each.from, cell: (each) => minutes(each.earliest) },
    { name: 'Latest', value: (each) => each.to, cell: (each) => minutes(each.latest) },
    { name: 'Confidence', number: true, value: (each) => each.confidence, cell: (each) => fixed(each.confidence, 4) },
    { name: 'Status', value: (each) => each.status, cell: (each) => `${each.status}, ${count(each.elementSetsSince, 'element set')} since` },
    { name: 'Kind', value: (each) => each.kind, cell: (each) => kind(each) },
    { name: 'Type', value: (each) => each.type, cell: (each) => each.type },
    { name: 'Delta-v, m/s', number: true, value: (each) => each.deltaV?.total ?? -1, cell: (each) => deltaV(each.deltaV) },
  ], {
    rowClass: (each) => [each.status === 'provisional' ? 'provisional' : '', each === chosen() ? 'chosen' : ''].join(' ').trim() || null,
    empty: 'No maneuver reaches this confidence.',
  });
}

function kind(maneuver) {
  return maneuver.burns > 1 ? `${maneuver.burns} burns` : maneuver.kind.replace('-', ' ');
}

export function describe(maneuver) {
  return `${minutes(maneuver.epoch)} (${minutes(maneuver.earliest)} to ${minutes(maneuver.latest)}), `
    + `confidence ${fixed(maneuver.confidence, 3)}, ${maneuver.status}, ${kind(maneuver)}, ${maneuver.type}, delta-v `
    + `${deltaV(maneuver.deltaV)}${maneuver.deltaV ? ' m/s' : ''}`;
}
