import { byId, el } from './dom.js';
import { json } from './api.js';

const known = new Map();

/** Returns the complete description of a model. */
export async function model(name) {
  if (!known.has(name)) known.set(name, await json(`/models/${encodeURIComponent(name)}`));
  return known.get(name);
}

/** Lists the models of the service; the default comes first. */
export async function listModels() {
  const { default: defaultModel, models } = await json('/models');
  const names = models.map((each) => each.name);
  return {
    defaultName: defaultModel.name,
    names: [defaultModel.name, ...names.filter((each) => each !== defaultModel.name)],
  };
}

export function offer(names, chosen) {
  const choice = byId('model-choice');
  choice.replaceChildren(...names.map((name) => el('option', { selected: name === chosen }, name)));
}
