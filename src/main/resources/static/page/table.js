import { count } from './format.js';
import { el } from './dom.js';

const PAGE = 25;

/**
 * A table that renders one page at a time, so that thousands of rows cost nothing.
 *
 * columns: {name, value(row) to sort by, cell(row) to show, number, wide}
 * options: sort (column), descending, rowClass(row), empty
 */
export class PagedTable {
  constructor(caption, columns, options = {}) {
    this.columns = columns;
    this.options = options;
    this.rows = [];
    this.page = 0;
    this.sort = options.sort ?? 0;
    this.descending = options.descending ?? false;
    this.head = el('tr', {}, columns.map((column, i) => this.header(column, i)));
    this.body = el('tbody');
    this.pager = el('div', { class: 'pager' });
    const table = el('table', {}, el('caption', { class: 'visually-hidden' }, caption), el('thead', {}, this.head), this.body);
    this.element = el('div', {},
      el('div', { class: 'table-wrap', tabIndex: 0, role: 'group', 'aria-label': caption }, table), this.pager);
  }

  header(column, i) {
    const name = column.value
      ? el('button', { type: 'button', onclick: () => this.sortBy(i) }, column.name)
      : column.name;
    return el('th', { scope: 'col', class: column.number ? 'number' : null }, name);
  }

  sortBy(i) {
    this.descending = this.sort === i ? !this.descending : Boolean(this.columns[i].number);
    this.sort = i;
    this.show(this.rows);
  }

  show(rows) {
    const { value } = this.columns[this.sort];
    const sign = this.descending ? -1 : 1;
    this.rows = [...rows].sort((a, b) => sign * compare(value(a), value(b)));
    this.page = 0;
    this.render();
  }

  /** Turns to the page that contains a row. */
  turnTo(row) {
    this.page = Math.max(0, Math.floor(this.rows.indexOf(row) / PAGE));
    this.render();
  }

  render() {
    [...this.head.children].forEach((th, i) => {
      if (i === this.sort) th.setAttribute('aria-sort', this.descending ? 'descending' : 'ascending');
      else th.removeAttribute('aria-sort');
    });
    const shown = this.rows.slice(this.page * PAGE, (this.page + 1) * PAGE);
    this.body.replaceChildren(...shown.map((row) => this.row(row)));
    if (!shown.length) {
      this.body.append(el('tr', {}, el('td', { colSpan: this.columns.length }, this.options.empty ?? 'No rows.')));
    }
    this.renderPager();
  }

  row(row) {
    return el('tr', { class: this.options.rowClass?.(row) ?? null },
      this.columns.map((column) => el('td', { class: column.number ? 'number' : column.wide ? 'wide' : null }, column.cell(row))));
  }

  renderPager() {
    const pages = Math.ceil(this.rows.length / PAGE);
    this.pager.hidden = pages < 2;
    const turn = (by) => () => {
      this.page += by;
      this.render();
      this.pager.querySelectorAll('button')[by < 0 ? 0 : 1].focus();
    };
    this.pager.replaceChildren(
      el('button', { type: 'button', class: 'small', disabled: this.page === 0, onclick: turn(-1) }, 'Previous'),
      el('button', { type: 'button', class: 'small', disabled: this.page >= pages - 1, onclick: turn(1) }, 'Next'),
      el('span', {}, `${this.page * PAGE + 1}–${Math.min((this.page + 1) * PAGE, this.rows.length)} of ${count(this.rows.length, 'row')}`));
  }
}

function compare(a, b) {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  return a < b ? -1 : 1;
}
