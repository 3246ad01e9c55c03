import { change, view } from './view.js';
import { el } from './dom.js';

/** What counts as a maneuver: the model's threshold for the regime, or one set by the user. */
export class Threshold {
  constructor(model, changed) {
    this.model = model;
    this.changed = changed;
    this.regime = 'LEO';
    const given = Number(view.threshold);
    this.own = view.threshold !== '' && given >= 0 && given <= 1 ? given : null;
    this.input = el('input', { type: 'range', id: 'threshold', min: 0, max: 1, step: 0.01, oninput: () => this.set(Number(this.input.value)) });
    this.output = el('output', { htmlFor: 'threshold' });
    this.reset = el('button', { type: 'button', id: 'model-threshold', onclick: () => this.set(null) }, 'Model’s threshold');
    this.element = el('div', { class: 'threshold' }, el('label', { htmlFor: 'threshold' }, 'Minimum confidence'), this.input, this.output, this.reset);
  }

  of(regime) {
    return this.own ?? this.model.thresholds.event[regime];
  }

  counts(object) {
    const least = this.of(object.regime);
    return object.maneuvers.filter((maneuver) => maneuver.confidence >= least);
  }

  show(regime) {
    this.regime = regime;
    const value = this.of(regime);
    this.input.value = value;
    this.output.textContent = value.toFixed(2);
    this.reset.setAttribute('aria-pressed', String(this.own === null));
  }

  set(value) {
    this.own = value;
    change({ threshold: value === null ? '' : String(value) });
    this.show(this.regime);
    this.changed();
  }
}
