import { Problem } from './api.js';

/** Returns the request body, its content type and encoding, and a name for display. */
export async function ofFiles(files) {
  const parts = [];
  for (const file of files) parts.push(await ofFile(file));
  if (parts.length === 1) return parts[0];
  if (parts.some((part) => part.type !== 'text/plain' || part.encoding)) {
    throw new Problem({
      code: 'several-files',
      title: 'These files cannot be combined',
      detail: 'Several files can be analyzed together only if all are uncompressed two-line element sets.',
      errors: [],
    });
  }
  return {
    body: new Blob(parts.flatMap((part) => [part.body, '\n'])),
    type: 'text/plain',
    name: `${files.length} files`,
  };
}

export function ofText(text, name) {
  return { body: new Blob([text]), type: typeOf(text.slice(0, 4096)), name };
}

async function ofFile(file) {
  if (file.size === 0) {
    throw new Problem({ code: 'empty-file', title: 'The file is empty', detail: `${file.name} has no content.`, errors: [] });
  }
  const first = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const zipped = first[0] === 0x1f && first[1] === 0x8b;
  const begin = zipped ? await inflatedBegin(file) : new TextDecoder().decode(first);
  return { body: file, type: typeOf(begin), encoding: zipped ? 'gzip' : undefined, name: file.name };
}

async function inflatedBegin(file) {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    const { value } = await reader.read();
    return new TextDecoder().decode((value ?? new Uint8Array()).slice(0, 4096));
  } catch {
    return '';
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** Plain text stands for two-line element sets or OMM in keyword-value notation. */
function typeOf(text) {
  const begin = text.replace(/^\uFEFF/, '').trimStart();
  if (begin.startsWith('[') || begin.startsWith('{')) return 'application/json';
  if (begin.startsWith('<')) return 'application/xml';
  const firstLine = begin.split(/\r?\n/, 1)[0];
  return firstLine.includes(',') && /EPOCH|NORAD_CAT_ID/i.test(firstLine) ? 'text/csv' : 'text/plain';
}
