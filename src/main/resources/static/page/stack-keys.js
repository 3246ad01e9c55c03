import { announce } from './dom.js';
import { minutes } from './format.js';

/** Reads and zooms the plots with the keyboard. */
export function keyboard(stack, event) {
  const actions = {
    ArrowRight: () => step(stack, event.shiftKey ? 10 : 1),
    ArrowLeft: () => step(stack, event.shiftKey ? -10 : -1),
    Home: () => step(stack, -Infinity),
    End: () => step(stack, Infinity),
    '+': () => stack.scale(0.5),
    '=': () => stack.scale(0.5),
    '-': () => stack.scale(2),
    0: () => stack.show(null, null),
    Escape: () => stack.show(null, null),
  };
  const action = actions[event.key];
  if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    action();
  }
}

function step(stack, by) {
  const [plot] = stack.plots;
  const { times } = stack.specs[0];
  const { min, max } = plot.scales.x;
  const first = times.findIndex((time) => time >= min);
  const last = times.findLastIndex((time) => time <= max);
  const at = Math.min(Math.max((plot.cursor.idx ?? first) + by, first), last);
  stack.plots.forEach((each) => each.setCursor({ left: each.valToPos(times[at], 'x'), top: 10 }));
  announce(`${minutes(times[at])}. ${stack.specs.filter((spec) => spec.times === times).map((spec) => `${spec.name} ${spec.read(at)}`).join('; ')}`);
}
