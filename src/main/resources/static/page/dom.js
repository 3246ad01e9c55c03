/** Creates an element: sets properties, adds `on...` listeners, and sets the rest as attributes. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'class') element.className = value;
    else if (key in element && !key.startsWith('aria')) element[key] = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Announces a change to screen readers. */
export function announce(text) {
  byId('status').textContent = text;
}

/** Returns a function that runs the work at most once per frame. */
export function perFrame(work) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      work();
    });
  };
}

/** Runs the work after the next paint. */
export const afterPaint = (work) => requestAnimationFrame(() => setTimeout(work));

/** Reads a color of the style sheet, which distinguishes dark from light mode. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

const dark = matchMedia('(prefers-color-scheme: dark)');

export function onSchemeChange(work) {
  dark.addEventListener('change', work);
  return () => dark.removeEventListener('change', work);
}
