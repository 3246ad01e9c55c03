import { announce, byId } from './dom.js';

/** Shows the progress of an analysis. */
export function progress(told) {
  const bar = byId('progress-bar');
  byId('progress').hidden = told === null;
  if (told === null) return;
  byId('progress-text').textContent = told.total ? `${told.phase}: ${told.done} of ${told.total}` : told.phase;
  if (told.total > 1) {
    bar.max = told.total;
    bar.value = told.done;
  } else {
    bar.removeAttribute('value');
  }
  if (told.done === 0) announce(told.phase);
}
