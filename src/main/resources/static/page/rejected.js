import { count } from './format.js';
import { el } from './dom.js';
import { PagedTable } from './table.js';

/** The rejected records, with reasons. */
export function rejectedView(results) {
  if (!results.rejectedCount) return null;
  const place = (each) => (each.line === undefined ? each.index : each.line);
  const table = new PagedTable('Rejected records', [
    { name: results.rejected[0].line === undefined ? 'Record' : 'Line', number: true, value: place, cell: (each) => String(place(each)) },
    { name: 'Field', value: (each) => each.field, cell: (each) => each.field },
    { name: 'Found', cell: (each) => (each.value === undefined ? '' : el('code', {}, each.value)) },
    { name: 'Reason', wide: true, value: (each) => each.reason, cell: (each) => each.reason },
  ]);
  table.show(results.rejected);
  const more = results.rejectedCount - results.rejected.length;
  return el('details', { class: 'block', id: 'rejected' },
    el('summary', {}, `${count(results.rejectedCount, 'record')} rejected`), table.element,
    more ? el('p', { class: 'note' }, `and ${more} more`) : null);
}
