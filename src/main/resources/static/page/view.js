/** The state of the view, kept in the URL so that a link restores it. */
const defaults = {
  show: 'history', model: '', source: '', object: '', threshold: '', from: '', to: '', plots: 'gaps',
};

const listeners = [];

export const view = { ...defaults };

function read() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const key of Object.keys(defaults)) view[key] = given.get(key) ?? defaults[key];
}

export function change(changes) {
  Object.assign(view, changes);
  const kept = new URLSearchParams();
  for (const key of Object.keys(defaults)) {
    if (view[key] !== defaults[key]) kept.set(key, view[key]);
  }
  const hash = kept.toString();
  history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search);
}

/** Registers a listener for changes of the URL, by the user or by going back. */
export function onAddress(listener) {
  listeners.push(listener);
}

addEventListener('hashchange', () => {
  read();
  listeners.forEach((listener) => listener());
});
read();
