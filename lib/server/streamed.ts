import 'server-only';

/**
 * Text as an answer that is written while it is read: nothing waits in memory, and a reader who leaves ends the work. What
 * fails on the way breaks the line, so that nobody takes a part for the whole.
 */
export function streamText(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
