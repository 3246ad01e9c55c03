import { count, fixed } from './format.js';
import { el } from './dom.js';
import { PagedTable } from './table.js';

/** The objects of the input, by descending confidence of their best maneuver; each opens its plots. */
export class ObjectsView {
  constructor(results, threshold, open) {
    this.results = results;
    this.chosen = null;
    this.table = new PagedTable('Objects', [
      { name: 'NORAD ID', number: true, value: (each) => each.noradId, cell: (each) => el('button', { type: 'button', onclick: () => open(each) }, String(each.noradId)) },
      { name: 'Name', value: (each) => each.name ?? '', cell: (each) => each.name ?? '' },
      { name: 'Regime', value: (each) => each.regime, cell: (each) => each.regime },
      { name: 'Element sets', number: true, value: (each) => each.elementSets, cell: (each) => String(each.elementSets) },
      { name: 'First epoch', value: (each) => each.first, cell: (each) => each.first.slice(0, 10) },
      { name: 'Last epoch', value: (each) => each.last, cell: (each) => each.last.slice(0, 10) },
      { name: 'Maneuvers', number: true, value: (each) => (each.error ? -1 : threshold.counts(each).length), cell: (each) => (each.error ? 'not searched' : String(threshold.counts(each).length)) },
      { name: 'Highest confidence', number: true, value: (each) => each.best, cell: (each) => fixed(each.best, 4) },
    ], { sort: 7, descending: true, rowClass: (each) => (each === this.chosen ? 'chosen' : null), empty: 'No object matches.' });
    this.filter = el('input', { type: 'search', id: 'filter', oninput: () => this.refresh() });
    this.regime = el('select', { id: 'regime', onchange: () => this.refresh() },
      ['All', ...new Set(results.objects.map((each) => each.regime))].map((each) => el('option', {}, each)));
    this.element = el('section', { class: 'block', id: 'objects', 'aria-label': 'Objects' },
      el('h2', {}, count(results.objects.length, 'object')),
      el('div', { class: 'controls' },
        el('label', { class: 'inline', htmlFor: 'filter' }, 'Name or NORAD ID ', this.filter),
        el('label', { class: 'inline', htmlFor: 'regime' }, 'Regime ', this.regime)),
      this.table.element);
    this.refresh();
  }

  refresh() {
    const text = this.filter.value.trim().toLowerCase();
    this.table.show(this.results.objects.filter((each) =>
      (this.regime.value === 'All' || each.regime === this.regime.value)
      && (`${each.noradId} ${(each.name ?? '').toLowerCase()}`.includes(text))));
  }

  choose(object) {
    this.chosen = object;
    this.table.render();
  }
}
