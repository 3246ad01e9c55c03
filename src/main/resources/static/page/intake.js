import { byId } from './dom.js';
import { ofFiles, ofText } from './payload.js';

/** Listens for element sets that are dropped, chosen or pasted, and for the example. */
export function intake(take) {
  const drop = byId('drop');
  const files = byId('files');
  const paste = byId('paste');
  byId('choose').addEventListener('click', () => files.click());
  files.addEventListener('change', () => {
    if (files.files.length) take(() => ofFiles([...files.files]), '');
    files.value = '';
  });
  byId('example').addEventListener('click', () => take(example, 'example'));
  byId('paste-open').addEventListener('click', () => {
    paste.hidden = !paste.hidden;
    byId('paste-open').setAttribute('aria-expanded', String(!paste.hidden));
    if (!paste.hidden) byId('paste-text').focus();
  });
  byId('paste-go').addEventListener('click', () => take(async () => ofText(byId('paste-text').value, 'Pasted text'), ''));
  for (const type of ['dragenter', 'dragover']) {
    addEventListener(type, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  }
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) drop.classList.remove('over');
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    const dropped = [...event.dataTransfer.files];
    if (dropped.length) take(() => ofFiles(dropped), '');
    else if (event.dataTransfer.getData('text')) take(async () => ofText(event.dataTransfer.getData('text'), 'Dropped text'), '');
  });
}

/** A simulated satellite with known burns, from the command simulate. */
export async function example() {
  return ofText(await (await fetch('page/example.tle')).text(), 'Simulated example');
}
