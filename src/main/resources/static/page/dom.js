/** Makes an element: properties are set, `on...` listened to, the rest become attributes. */
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

/** Tells those who cannot see it what has changed. */
export function announce(text) {
  byId('status').textContent = text;
}

/** Calls once per frame however often it is asked to. */
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

/** Calls once what has been drawn can be seen. */
export const afterPaint = (work) => requestAnimationFrame(() => setTimeout(work));

/** Reads a colour of the style sheet, which knows dark from light. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

const dark = matchMedia('(prefers-color-scheme: dark)');

export function onSchemeChange(work) {
  dark.addEventListener('change', work);
  return () => dark.removeEventListener('change', work);
}
