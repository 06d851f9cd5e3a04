import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from './refuse';

/**
 * Holds a form back until it is whole and can be read, and answers 400 otherwise: Next would call it an error of its
 * own (500). For pages that take forms; the size limit must stand before it. Other bodies pass as they come.
 */
export function checkForm(request: IncomingMessage, response: ServerResponse): void {
  const type = request.headers['content-type'] ?? '';
  if (request.method !== 'POST' || !/^multipart\//i.test(type)) return;
  const held: Buffer[] = [];
  const push = request.push.bind(request);
  request.push = (chunk: unknown) => {
    if (Buffer.isBuffer(chunk)) held.push(chunk);
    if (chunk !== null) return true;
    const body = Buffer.concat(held);
    canBeRead(body, type).then((readable) => {
      if (request.destroyed) return;
      if (!readable) {
        response.on('error', () => undefined); // whoever still writes behind the door writes into the void
        if (!response.headersSent) refuse(response, 400);
        request.destroy();
        return;
      }
      if (body.length > 0) push(body);
      push(null);
    });
    return true;
  };
}

async function canBeRead(body: Buffer, type: string): Promise<boolean> {
  try {
    await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return true;
  } catch {
    return false; // a boundary that is missing, parts without an end
  }
}
