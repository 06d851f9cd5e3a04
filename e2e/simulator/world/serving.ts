import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Call, OriginOptions } from './exchange';
import type { Fault } from './faults';
import type { WireEntry } from './wire';

const requestFaults: Fault['kind'][] = ['delay', 'drop-before', 'drop-after', 'status'];
const withoutDelay = requestFaults.filter((kind) => kind !== 'delay');

type Serving = {
  options: OriginOptions;
  call: Call;
  direction: string;
  quiet: boolean;
  offStage: boolean;
  act: () => Promise<Answer>;
  headers: Record<string, string>;
  response: ServerResponse;
};

/** Node's header objects as the wire log keeps them: one string per name. */
export function flatHeaders(headers: IncomingHttpHeaders | OutgoingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : String(value);
  }
  return flat;
}

function readable(body: string | Buffer): string {
  if (typeof body === 'string') return body;
  const text = body.toString('utf8');
  return text.includes('\uFFFD') ? `(${body.length} bytes)` : text;
}

function openStream(answer: Answer, response: ServerResponse): void {
  if (!answer.events) return;
  response.flushHeaders();
  const undo = answer.events((data, event) => {
    response.write(`${event ? `event: ${event}\n` : ''}data: ${JSON.stringify(data)}\n\n`);
  });
  response.on('close', undo);
}

/** Runs the handler, bent by an armed fault if one waits for this call, and writes down what crossed the wire. */
export async function actUnderFault({ options, call, direction, quiet, offStage, act, headers, response }: Serving) {
  const { world } = options;
  const path = call.url.pathname;
  const entry: WireEntry | null = quiet
    ? null
    : world.wire.begin({
        direction,
        method: call.method,
        url: `${path}${call.url.search}`,
        requestHeaders: flatHeaders(call.headers),
        requestBody: readable(call.body),
      });
  const kinds = options.delaysItself?.(path) ? withoutDelay : requestFaults;
  const fault = offStage ? null : world.faults.take(`${call.method} ${path}`, kinds);
  const cut = () => {
    if (entry) world.wire.end(entry, { status: 0, responseHeaders: {}, responseBody: '' });
    response.destroy();
  };
  if (fault?.kind === 'drop-before') return cut();
  if (fault?.delayMs) await pause(fault.delayMs);
  const answer = fault?.kind === 'status' ? await forcedStatus(fault, options, call, act) : await act();
  if (fault?.kind === 'drop-after') return cut();

  const responseHeaders = { ...headers, ...answer.headers };
  if (entry) world.wire.end(entry, { status: answer.status, responseHeaders, responseBody: readable(answer.body) });
  response.writeHead(answer.status, responseHeaders);
  if (answer.events) openStream(answer, response);
  else response.end(call.method === 'HEAD' ? undefined : answer.body);
}

async function forcedStatus(fault: Fault, options: OriginOptions, call: Call, act: () => Promise<Answer>) {
  const acted = fault.acted ? await act() : null;
  const status = fault.status ?? 500;
  if (options.forcedAnswer) return options.forcedAnswer(status, call, acted);
  const body = JSON.stringify({ error: { message: `A fault was armed: ${status}.` } });
  return { status, headers: { 'content-type': 'application/json' }, body };
}
