import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import type { World } from './world';

/** One request as a handler sees it: the body is kept raw, because signatures are made over bytes. */
export type Call = {
  method: string;
  url: URL;
  params: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

/** Sends events until the browser leaves; returns what has to be undone then. */
export type EventStream = (send: (data: unknown, event?: string) => void) => () => void;

export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  events?: EventStream;
};

export type Handler = (call: Call) => Answer | Promise<Answer>;

/** `pattern`: `/v1/refunds/:id`; a last segment `*rest` takes all that follows. Quiet routes stay off the wire log. */
export type Route = { method: string; pattern: string; handler: Handler; quiet?: boolean };

export type OriginOptions = {
  world: World;
  /** As the wire log calls it: `shop → stripe`. */
  name: string;
  /** 0 takes any free port. */
  port: number;
  routes: Route[];
  /** Who is calling; otherwise `browser` when the request has the marks of one, else `shop`. */
  callerOf?: (headers: IncomingHttpHeaders, path: string) => string;
  /** Paths that browsers of other origins may call. */
  cors?: (path: string) => boolean;
  /** The vendor's own answer where a fault forces a status; `acted` is what the call would have got. */
  forcedAnswer?: (status: number, call: Call, acted: Answer | null) => Answer;
  /** Delays are kept by the handlers themselves (where a call that waits must already be known as running). */
  delaysItself?: (path: string) => boolean;
  /** The vendor's own shape of errors; a `Refusal` is answered here too. */
  onError?: (error: unknown) => Answer;
  onMissing?: (method: string, path: string) => Answer;
};

export type Origin = { origin: string; port: number; close: () => Promise<void> };

/** A request that the simulated world refuses, with a sentence for the one who wrote it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function answerJson(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

export function answerHtml(html: string, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: html };
}

export function answerEvents(events: EventStream): Answer {
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', connection: 'keep-alive' };
  return { status: 200, headers, body: '', events };
}

/** The JSON body, checked; an empty body counts as `{}`. Throws a `Refusal` of 400 that names the wrong field. */
export function readJson<Shape>(call: Call, shape: z.ZodType<Shape>): Shape {
  const text = call.body.toString('utf8');
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch (cause) {
    throw new Refusal(400, `The body is not JSON: ${String(cause)}`);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new Refusal(400, faults.join('; '));
}
