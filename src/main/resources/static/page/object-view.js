import { count, day, fixed, minutes, seconds, title } from './format.js';
import { describe, detectionsTable } from './detections.js';
import { details } from './results.js';
import { el, onSchemeChange } from './dom.js';
import { change, view } from './view.js';
import { picture, save, seriesCsv } from './download.js';
import { gapPlots, windowPlots } from './object-plots.js';
import { Stack } from './stack.js';

const DAY = 86_400;
const CLOSE_UP_DAYS = 20;

/** The view of one object: its plots, its maneuvers, and the values at the cursor. */
export class ObjectView {
  constructor(object, threshold) {
    this.object = object;
    this.threshold = threshold;
    this.details = details(object);
    this.chosen = null;
    this.facts = el('p', { class: 'facts' });
    this.span = el('span', { class: 'note', id: 'span' });
    this.reading = el('div', { class: 'reading' });
    this.frame = el('div', { class: 'stack' }, this.reading);
    this.tabs = [['gaps', 'Elements and gaps'], ['windows', '30 and 60 days']].map(([plots, name]) =>
      el('button', { type: 'button', 'data-plots': plots, onclick: () => this.turn(plots) }, name));
    this.table = detectionsTable((maneuver) => this.goTo(maneuver), () => this.chosen);
    this.heading = el('h2', { tabIndex: -1 }, title(object));
    this.element = el('section', { class: 'block', id: 'object', 'aria-label': title(object) },
      this.heading, this.facts, this.controls(), this.frame,
      el('div', { class: 'block' }, el('h3', {}, 'Maneuvers'), this.table.element));
    this.stopListening = onSchemeChange(() => this.draw());
  }

  controls() {
    const button = (name, label, work) => el('button', { type: 'button', class: 'small', 'aria-label': label, title: label, onclick: work }, name);
    return el('div', { class: 'controls' },
      this.threshold.element,
      el('div', { class: 'row', role: 'group', 'aria-label': 'Plots' }, this.tabs),
      el('div', { class: 'row', role: 'group', 'aria-label': 'Time shown' },
        button('−', 'Zoom out', () => this.stack?.scale(2)),
        button('+', 'Zoom in', () => this.stack?.scale(0.5)),
        button('←', 'Earlier', () => this.stack?.scale(1, -0.5)),
        button('→', 'Later', () => this.stack?.scale(1, 0.5)),
        button('All', 'Entire history', () => this.stack?.show(null, null)),
        this.span),
      el('div', { class: 'row', role: 'group', 'aria-label': 'Download this object' },
        button('PNG', 'Plots as PNG', async () => this.stack && save(await picture(this.stack, title(this.object)), `${this.object.noradId}.png`)),
        button('Series CSV', 'Plotted series as CSV', () => save(seriesCsv(this.details), `${this.object.noradId}-points.csv`))));
  }

  begin() {
    this.draw();
    this.refresh();
  }

  end() {
    this.stopListening();
    this.stack?.end();
  }

  turn(plots) {
    change({ plots });
    this.draw();
  }

  draw() {
    this.stack?.end();
    this.stack?.element.remove();
    this.tabs.forEach((tab) => tab.setAttribute('aria-pressed', String(tab.dataset.plots === view.plots)));
    const specs = this.specs();
    this.frame.querySelector('.none')?.remove();
    this.stack = null;
    this.read(null);
    if (!specs.length) {
      this.frame.append(el('p', { class: 'none note' }, view.plots === 'windows' ? 'The history is shorter than a window.' : 'A plot needs at least two element sets.'));
      return;
    }
    this.stack = new Stack(title(this.object), specs, {
      detections: () => this.shown,
      chosen: () => this.chosen,
      cursor: (time) => this.read(time),
      zoom: (from, to) => this.zoomed(from, to),
    });
    this.frame.append(this.stack.element);
    this.stack.begin(view.from && view.to ? [seconds(view.from), seconds(view.to)] : null);
    this.showSpan();
  }

  specs() {
    if (view.plots === 'windows') return windowPlots(this.details, this.threshold.model.thresholds.window);
    const { times } = this.details;
    return times[0] === times.at(-1) ? [] : gapPlots(this.details, () => this.threshold.of(this.object.regime));
  }

  zoomed(from, to) {
    change({ from: from === null ? '' : day(from), to: to === null ? '' : day(to + DAY) });
    this.showSpan();
  }

  showSpan() {
    const [from, to] = this.stack.span();
    this.span.textContent = `${fixed((to - from) / DAY, 1)} days from ${day(from)}`;
  }

  get shown() {
    return this.threshold.counts(this.object);
  }

  /** Updates the view after the threshold has changed. */
  refresh() {
    this.threshold.show(this.object.regime);
    const { shown } = this;
    const provisional = shown.filter((each) => each.status === 'provisional').length;
    this.facts.textContent = `${this.object.regime}${this.object.measured ? '' : ' (the model’s accuracy was not measured in this regime)'}, ${count(this.object.elementSets, 'element set')} from ${this.object.first.slice(0, 10)} to ${this.object.last.slice(0, 10)}: `
      + (this.object.error
        ? `not searched, ${this.object.error.reason}`
        : `${count(shown.length, 'maneuver')}${provisional ? `, ${provisional} of them provisional` : ''}`)
      + (this.object.notes ?? []).map((note) => `; note: ${note.reason}`).join('');
    this.table.show(shown);
    this.stack?.redraw();
  }

  goTo(maneuver) {
    this.chosen = maneuver;
    const half = (CLOSE_UP_DAYS / 2) * DAY;
    this.stack?.show(Math.max(maneuver.at - half, this.details.times[0]), Math.min(maneuver.at + half, this.details.times.at(-1)));
    this.table.turnTo(maneuver);
    this.frame.scrollIntoView({ block: 'nearest' });
    this.read(null);
  }

  read(time) {
    const near = time === null ? this.chosen : this.shown.find((each) => time >= each.from - DAY && time <= each.to + DAY);
    this.reading.replaceChildren(
      el('span', {}, time === null ? 'Hover over the plots to read values; drag to zoom, double-click to show the entire history.' : el('strong', {}, `${minutes(time)} UTC`)),
      el('span', {}, near ? `Maneuver ${describe(near)}` : ''));
  }
}
