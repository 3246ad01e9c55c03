import { byId, el } from './dom.js';

const ADVICE = {
  'unreadable-input': 'Check the format of the file: two-line element sets start with a name or "1 ", GP data with "[" or a header line with NORAD_CAT_ID, OMM with "<" or CCSDS_OMM_VERS.',
  'no-usable-element-set': 'The reason for each record is given above. A two-line element set needs both lines, 69 characters each, with valid checksums.',
  'too-many-element-sets': 'Split the file by object, or raise the limit of the service (MANEUVER_LIMITS_ELEMENT_SETS).',
  'body-too-large': 'Split the file by object, or raise the limit of the service (MANEUVER_LIMITS_BODY).',
  'malformed-gzip': 'The compressed file is damaged; download or compress it again.',
  'malformed-json': 'The file starts like JSON but is not valid; download it again.',
  'unknown-model': 'Choose one of the listed models.',
  unauthorized: 'Try again with the API key that you received from the operator of this service.',
  forbidden: 'Ask the operator of this service for the role that is needed, for your API key or your token.',
  unreachable: 'Check that the service is running, and try again.',
  'broken-off': 'Try again; if it happens again, split the file by object.',
  'empty-file': 'Choose another file.',
  'several-files': 'Choose one file at a time.',
};

function fault(each) {
  const where = [each.place, each.field].filter(Boolean).join(', ');
  return el('li', {}, where ? el('strong', {}, where) : '', where ? ': ' : '', each.reason,
    each.value !== undefined ? [' Found: ', el('code', {}, each.value)] : '');
}

export function showProblem(body) {
  const faults = (body.errors ?? []).filter((each) => each.reason && !body.detail?.includes(each.reason));
  byId('problem').replaceChildren(el('div', { class: 'problem', 'data-code': body.code ?? '' },
    el('h2', {}, body.title),
    body.detail ? el('p', {}, body.detail) : null,
    faults.length ? el('ul', {}, faults.slice(0, 20).map(fault)) : null,
    faults.length > 20 ? el('p', {}, `and ${faults.length - 20} more`) : null,
    ADVICE[body.code] ? el('p', {}, ADVICE[body.code]) : null,
    body.requestId ? el('p', { class: 'note' }, `Request ${body.requestId}`) : null));
}

export function clearProblem() {
  byId('problem').replaceChildren();
}
