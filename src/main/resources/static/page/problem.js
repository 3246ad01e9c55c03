import { byId, el } from './dom.js';

const ADVICE = {
  'unreadable-input': 'Check that the file is what its beginning says: two-line element sets start with "1 ", GP data with "[" or a header line with NORAD_CAT_ID, OMM with "<" or CCSDS_OMM_VERS.',
  'no-usable-element-set': 'None of the records could be used; the reasons are below. A two-line element set needs both lines, 69 characters each, with right checksums.',
  'too-many-element-sets': 'Split the file by object, or raise the limit of the service (MANEUVER_LIMITS_ELEMENT_SETS).',
  'body-too-large': 'Send it compressed by gzip, split it by object, or raise the limit of the service (MANEUVER_LIMITS_BODY).',
  'malformed-gzip': 'The compressed file is damaged; fetch or pack it again.',
  'malformed-json': 'The file begins like JSON but is not whole; fetch it again.',
  'unknown-model': 'Choose one of the models in the list.',
  unauthorized: 'Try again with the key that the operator of this service gave you.',
  unreachable: 'Check that it is still running and try again.',
  'broken-off': 'Try again; if it happens again, split the file by object.',
  'empty-file': 'Choose another file.',
  'several-files': 'Choose them one by one.',
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
