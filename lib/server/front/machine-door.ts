import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerMessenger, type MessengerDoor } from '@/lib/server/messenger-door';
import { PROBLEMS } from '@/lib/server/problems';

const PATH = '/api/messenger/webhook';

export type MachineDoor = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Whether the front door answers by itself: Meta's events come in thousands, and Next's streams cost most of their time. */
export function isForMachines(method: string | undefined, path: string): boolean {
  return method === 'POST' && path === PATH;
}

/** Takes Messenger's events without Next. The length of the body is limited by whoever calls. */
export function createMachineDoor(door: MessengerDoor): MachineDoor {
  return async (request, response) => {
    const rawBody = await readWhole(request);
    if (!rawBody) return void response.destroy(); // it hung up, or was cut at the limit
    const header = request.headers['x-hub-signature-256'];
    const answer = await answerMessenger(door, { rawBody, signature: typeof header === 'string' ? header : null });
    if (response.headersSent) return;
    if (answer.ok) return send(response, 200, answer.value.type, answer.value.body);
    const { status, en: message } = PROBLEMS[answer.problem];
    if (status === 503) response.setHeader('retry-after', '5');
    send(response, status, 'application/json', JSON.stringify({ problem: answer.problem, message }));
  };
}

/** By its events: reading it as an async iterator costs more than all the rest. Null when it was cut before its end. */
function readWhole(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const cut = () => resolve(null);
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
      .on('error', cut)
      .on('close', cut);
  });
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
