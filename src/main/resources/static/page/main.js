import { afterPaint, announce, byId } from './dom.js';
import { change, onAddress, view } from './view.js';
import { clearProblem, showProblem } from './problem.js';
import { example, intake } from './intake.js';
import { listModels, model, offer } from './models.js';
import { analyse } from './analysis.js';
import { count } from './format.js';
import { HistoryView } from './history-view.js';
import { Problem } from './api.js';
import { progress } from './progress.js';
import { showModel } from './model-view.js';

let running = null;
let shown = null;
let models = null;

async function modelChosen() {
  models ??= await listModels();
  const name = models.names.includes(view.model) ? view.model : models.defaultName;
  offer(models.names, name);
  return model(name);
}

function explain(fault) {
  if (fault.name === 'AbortError') announce('Cancelled');
  else if (fault instanceof Problem) showProblem(fault.body);
  else {
    showProblem({ title: 'This page failed', detail: String(fault.message ?? fault), errors: [] });
    throw fault;
  }
}

/** Analyzes the input that {@link read} returns, and replaces the results shown. */
async function take(read, source) {
  running?.abort();
  const abort = new AbortController();
  running = abort;
  clearProblem();
  try {
    const results = await analyse(await read(), await modelChosen(), abort.signal, (state) => {
      if (running === abort) progress(state);
    });
    if (running !== abort) return;
    performance.mark('answered');
    change({ source });
    shown?.end();
    shown = new HistoryView(results);
    shown.begin();
    announce(`${count(results.objects.length, 'object')} analyzed`);
    afterPaint(() => performance.measure('painted', 'answered'));
  } catch (fault) {
    if (running === abort) explain(fault);
  } finally {
    if (running === abort) {
      running = null;
      progress(null);
    }
  }
}

async function show() {
  const isModel = view.show === 'model';
  byId('history-view').hidden = isModel;
  byId('model-view').hidden = !isModel;
  byId('show-history').toggleAttribute('aria-current', false);
  byId('show-model').toggleAttribute('aria-current', false);
  byId(isModel ? 'show-model' : 'show-history').setAttribute('aria-current', 'page');
  try {
    const chosen = await modelChosen();
    if (isModel) await showModel(chosen, models.names, pickModel);
  } catch (fault) {
    explain(fault);
  }
}

function pickModel(name) {
  change({ model: name === models.defaultName ? '' : name });
  return show();
}

byId('show-history').addEventListener('click', () => {
  change({ show: 'history' });
  show();
});
byId('show-model').addEventListener('click', () => {
  change({ show: 'model' });
  show();
});
byId('cancel').addEventListener('click', () => running?.abort());
byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('main').focus();
});
byId('model-choice').addEventListener('change', (event) => pickModel(event.target.value));
onAddress(async () => {
  await show();
  if (view.source === 'example') await take(example, 'example');
});
intake((read, source) => {
  change({ object: '', from: '', to: '' });
  take(read, source);
});
await show();
if (view.source === 'example') await take(example, 'example');
