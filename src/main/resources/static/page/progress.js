import { announce, byId } from './dom.js';

/** Shows the progress of an analysis. */
export function progress(state) {
  const bar = byId('progress-bar');
  byId('progress').hidden = state === null;
  if (state === null) return;
  byId('progress-text').textContent = state.total ? `${state.phase}: ${state.done} of ${state.total}` : state.phase;
  if (state.total > 1) {
    bar.max = state.total;
    bar.value = state.done;
  } else {
    bar.removeAttribute('value');
  }
  if (state.done === 0) announce(state.phase);
}
