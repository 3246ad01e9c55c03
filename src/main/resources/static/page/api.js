import { byId } from './dom.js';

/** An error reported by the service (RFC 9457), or one in reaching it. */
export class Problem extends Error {
  constructor(body) {
    super(body.detail ?? body.title);
    this.body = body;
  }
}

const KEY = 'maneuver-detection-key';
let key = sessionStorage.getItem(KEY) ?? '';

function askForKey() {
  const dialog = byId('key-dialog');
  byId('key').value = '';
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'ok' ? byId('key').value : ''), { once: true });
  });
}

async function problemOf(response) {
  const type = response.headers.get('Content-Type') ?? '';
  if (type.includes('json')) return new Problem(await response.json());
  return new Problem({ status: response.status, title: `The service responded with status ${response.status}`, errors: [] });
}

/** Returns whether the service accepts API keys, after it refused a request without a valid one. */
function acceptsKeys(response) {
  return (response.headers.get('WWW-Authenticate') ?? '').includes('ApiKey');
}

async function tokensOnly(response) {
  const { body } = await problemOf(response);
  return new Problem({
    status: response.status,
    code: 'tokens-only',
    title: 'This service accepts only tokens of its OpenID provider; this page cannot send them.',
    errors: [],
    requestId: body.requestId,
  });
}

/** Sends a request under /api/v1; asks the user for the API key if the service requires one. */
export async function request(path, options = {}) {
  for (;;) {
    const headers = { ...options.headers, ...(key ? { 'X-API-Key': key } : {}) };
    let response;
    try {
      response = await fetch(`api/v1${path}`, { ...options, headers });
    } catch (fault) {
      if (fault.name === 'AbortError') throw fault;
      throw new Problem({ code: 'unreachable', title: 'The service cannot be reached', errors: [] });
    }
    if (response.ok) return response;
    if (response.status !== 401) throw await problemOf(response);
    if (!acceptsKeys(response)) throw await tokensOnly(response);
    key = await askForKey();
    if (!key) throw await problemOf(response);
    sessionStorage.setItem(KEY, key);
  }
}

export const json = async (path) => (await request(path)).json();
