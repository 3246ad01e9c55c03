import { byId, el } from './dom.js';
import { change, view } from './view.js';
import { maneuversCsv, save } from './download.js';
import { ObjectsView } from './objects-view.js';
import { ObjectView } from './object-view.js';
import { rejectedView } from './rejected.js';
import { Threshold } from './threshold.js';

/** The results for one input. */
export class HistoryView {
  constructor(results) {
    this.results = results;
    this.threshold = new Threshold(results.model, () => this.refresh());
    this.place = el('div');
    this.objects = results.objects.length > 1 ? new ObjectsView(results, this.threshold, (object) => this.open(object, true)) : null;
  }

  begin() {
    byId('result').replaceChildren(
      ...[this.downloads(), this.objects?.element, this.place, rejectedView(this.results)].filter(Boolean));
    const surest = [...this.results.objects].sort((a, b) => b.best - a.best)[0];
    this.open(this.results.find(view.object) ?? surest, false);
  }

  end() {
    this.shown?.end();
    byId('result').replaceChildren();
  }

  downloads() {
    const { name, model } = this.results;
    return el('div', { class: 'row apart block' },
      el('span', { class: 'note' }, `${name}, model ${model.name} ${model.version}`),
      el('span', { class: 'row' },
        el('button', { type: 'button', id: 'save-csv', onclick: () => save(maneuversCsv(this.results.objects, this.threshold), 'maneuvers.csv') }, 'Maneuvers CSV'),
        el('button', { type: 'button', id: 'save-json', onclick: () => save(this.results.document(), 'detections.json') }, 'All as JSON')));
  }

  open(object, byHand) {
    this.shown?.end();
    change({ object: this.objects ? String(object.noradId) : '', ...(byHand ? { from: '', to: '' } : {}) });
    this.shown = new ObjectView(object, this.threshold);
    this.place.replaceChildren(this.shown.element);
    this.shown.begin();
    this.objects?.choose(object);
    if (byHand) this.shown.heading.focus();
  }

  refresh() {
    this.objects?.refresh();
    this.shown.refresh();
  }
}
