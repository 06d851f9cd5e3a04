import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: unknown;
  /** The name of what went wrong, as the door says it; null without one. */
  problem: string | null;
};

type Sent = { headers?: Record<string, string | string[]>; body?: string | Buffer };

const problemSchema = z.object({ problem: z.string() });

/** A browser without a screen: keeps cookies, and says where it comes from as browsers do, unless a test says otherwise. */
export class HttpClient {
  readonly cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  /** Sends exactly these headers, plus the cookies that are kept. */
  async send(method: string, path: string, { headers = {}, body }: Sent = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { hostname, port } = new URL(this.origin);
    const asked = {
      'accept-language': 'de',
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      ...headers,
    };
    return new Promise((resolve, reject) => {
      const options = { hostname, port, method, path, headers: asked, agent: false };
      const request = httpRequest(options, async (response) => {
        try {
          const said = await text(response);
          this.keepCookies(response.headers['set-cookie'] ?? []);
          const json = parse(said);
          const named = problemSchema.safeParse(json);
          const problem = named.success ? named.data.problem : null;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: said, json, problem });
        } catch (error) {
          reject(error);
        }
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  /** JSON from our own page. */
  post(path: string, value: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.postText(path, JSON.stringify(value), headers);
  }

  /** The same with a body that no serialiser would make. */
  postText(path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, { body, headers: { 'content-type': 'application/json', ...this.ours, ...headers } });
  }

  /** A form of our own page, sent by its script. */
  postForm(path: string, fields: Record<string, string> | [string, string][]): Promise<Answer> {
    const type = 'application/x-www-form-urlencoded';
    const headers = { 'content-type': type, accept: 'application/json', ...this.ours };
    return this.send('POST', path, { body: new URLSearchParams(fields).toString(), headers });
  }

  /** What a browser adds to a request of the shop's own page. */
  get ours(): Record<string, string> {
    return { origin: this.origin, 'sec-fetch-site': 'same-origin' };
  }

  private keepCookies(lines: string[]): void {
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (!name) continue;
      if (!value || /max-age=0\b/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** Asks again what a crowded shop answers with "try again in a moment", as pages and webhooks do; five times at most. */
export async function patiently(ask: () => Promise<Answer>): Promise<Answer> {
  for (let round = 1; ; round += 1) {
    const answer = await ask();
    if (answer.status !== 503 || answer.headers['retry-after'] === undefined || round === 5) return answer;
  }
}

/** What no client library sends: bytes on a line. Resolves to all that came back until the other side hung up. */
export async function sendBytes(origin: string, parts: (string | Buffer)[]): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  // Cut off in the middle of writing: what was said before still counts.
  socket.on('error', () => undefined);
  for (const part of parts) socket.write(part);
  let said = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => socket.once('close', () => resolve(said)));
}

function parse(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return undefined; // a page, or plain text
  }
}
