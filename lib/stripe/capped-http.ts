import { IncomingMessage } from 'node:http';
import { addAbortSignal } from 'node:stream';
import Stripe from 'stripe';

/** The longest lists that we ask for (100 charges, whole) come to half a megabyte. */
const LIMIT_BYTES = 5 * 1024 * 1024;

type HttpClient = ReturnType<typeof Stripe.createNodeHttpClient>;

/**
 * Stripe's own transport with an end to everything it reads: 5 MB, JSON alone, no redirects, and the call's time limit for
 * the whole body, not for each pause in it. What breaks that is an answer that cannot be read, so nothing is known:
 * "answer_too_large", "answer_not_json", or the deadline. Source: reference reliability-security §4, row 31.
 */
export function createCappedHttpClient(): HttpClient {
  const inner = Stripe.createNodeHttpClient();
  return {
    getClientName: () => inner.getClientName(),
    async makeRequest(host, port, path, method, headers, body, protocol, timeoutMs) {
      const response = await inner.makeRequest(host, port, path, method, headers, body, protocol, timeoutMs);
      return {
        getStatusCode: () => response.getStatusCode(),
        getHeaders: () => response.getHeaders(),
        getRawResponse: () => response.getRawResponse(),
        toStream: (done) => response.toStream(done),
        toJSON: () => readJson(response.getRawResponse(), timeoutMs),
        dispose: () => response.dispose?.(),
      };
    },
  };
}

async function readJson(raw: unknown, timeoutMs: number): Promise<unknown> {
  if (!(raw instanceof IncomingMessage)) throw new Error('the answer of Stripe is no message of HTTP');
  const isJson = /^application\/json\b/i.test(raw.headers['content-type'] ?? '');
  const status = raw.statusCode ?? 0;
  if (!isJson || (status >= 300 && status < 400)) {
    raw.destroy();
    throw new Error('answer_not_json');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop destroys the stream, and its connection with it.
  for await (const chunk of addAbortSignal(AbortSignal.timeout(timeoutMs), raw)) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LIMIT_BYTES) throw new Error('answer_too_large');
    chunks.push(bytes);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
