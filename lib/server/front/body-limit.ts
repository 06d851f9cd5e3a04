import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { refuse } from './refuse';

const FAREWELL_MS = 500;

/**
 * Ends a request whose body is longer than `limitBytes`, at the limit and not after reading: 413, then the line is cut.
 * False when the announced length is too much already. Works on what the parser hands in, so that whoever reads the
 * body behind the door reads it as always.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse, limitBytes: number): boolean {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) {
    sendAway(request, response);
    return false;
  }
  const { socket } = request; // a reader who destroys the request takes this away from it and leaves the line open
  response.once('finish', () => cutUnlessComplete(request, socket));
  let seen = 0;
  const push = request.push.bind(request);
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (seen > limitBytes) return true;
    if (Buffer.isBuffer(chunk)) seen += chunk.length;
    if (seen <= limitBytes) return push(chunk, encoding);
    sendAway(request, response);
    return true;
  };
  return true;
}

/** Whoever reads behind the door may answer before the end: a body that goes on after that holds no line open. */
function cutUnlessComplete(request: IncomingMessage, socket: Socket): void {
  if (request.complete) return;
  setTimeout(() => {
    if (!request.complete) socket.destroy();
  }, FAREWELL_MS).unref();
}

function sendAway(request: IncomingMessage, response: ServerResponse): void {
  response.on('error', () => undefined); // whoever still writes behind the door writes into the void
  // Cutting at once, as "connection: close" would, may take the answer back: it gets a moment to arrive.
  if (!response.headersSent) refuse(response, 413, { connection: 'keep-alive' });
  setTimeout(() => request.destroy(), FAREWELL_MS).unref();
}
