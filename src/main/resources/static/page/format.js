/** Formats for display: UTC, to the minute, with significant digits only. */
export const missing = '–';

export function fixed(value, digits) {
  return value === null || value === undefined || Number.isNaN(value) ? missing : value.toFixed(digits);
}

export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** Formats a time, in seconds since 1970 or in ISO form, to the minute. */
export function minutes(time) {
  const iso = typeof time === 'number' ? new Date(time * 1000).toISOString() : time;
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

export const day = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);

export const seconds = (iso) => Date.parse(iso) / 1000;

/** Formats a delta-v, with a sign where it tells whether the orbit was raised. */
export function deltaV(value) {
  if (value === null) return 'unknown';
  return `${sign(value)}${significant(value.total)} ± ${significant(value.sigma, 2)}`;
}

function sign(value) {
  const along = Math.abs(value.alongTrack);
  if (along < value.crossTrack || along < (value.radial ?? 0)) return '';
  return value.alongTrack < 0 ? '−' : '+';
}

function significant(value, digits = 3) {
  if (value === 0) return '0';
  return value.toFixed(Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value)))));
}

export const title = (object) => (object.name ? `${object.name} (${object.noradId})` : `Object ${object.noradId}`);
