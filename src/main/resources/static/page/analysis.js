import { Problem, request } from './api.js';
import { lines } from './lines.js';
import { Results } from './results.js';

const FRAME_MS = 12;

const nextFrame = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Sends element sets and collects the results: all candidates, with the series behind them.
 *
 * @param report called with {phase, done, total} to report progress
 */
export async function analyse(payload, model, signal, report) {
  report({ phase: 'Sending and reading', done: 0, total: 0 });
  const headers = { 'Content-Type': payload.type, Accept: 'application/x-ndjson' };
  if (payload.encoding) headers['Content-Encoding'] = payload.encoding;
  const response = await request(
    `/detections?minConfidence=0&series=true&model=${encodeURIComponent(model.name)}`,
    { method: 'POST', headers, body: payload.body, signal },
  );
  const total = Number(response.headers.get('X-Objects'));
  const results = new Results(payload.name, model);
  let painted = performance.now();
  report({ phase: 'Analyzing', done: 0, total });
  try {
    for await (const line of lines(response)) {
      results.add(line);
      if (performance.now() - painted > FRAME_MS) {
        report({ phase: 'Analyzing', done: results.objects.length, total });
        await nextFrame();
        painted = performance.now();
      }
    }
  } catch (fault) {
    if (fault.name === 'AbortError' || signal.aborted) throw new DOMException('cancelled', 'AbortError');
  }
  if (!results.complete) {
    throw new Problem({
      code: 'broken-off',
      title: 'The response is incomplete',
      detail: `The connection ended after ${results.objects.length} of ${total} objects.`,
      errors: [],
    });
  }
  return results;
}
