/** Iterates over the lines of a response as they arrive. */
export async function* lines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let begun = [];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    let from = 0;
    for (let end = value.indexOf('\n'); end >= 0; end = value.indexOf('\n', from)) {
      begun.push(value.slice(from, end));
      yield begun.join('');
      begun = [];
      from = end + 1;
    }
    if (from < value.length) begun.push(value.slice(from));
  }
  if (begun.length) yield begun.join('');
}
