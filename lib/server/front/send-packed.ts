import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding, type Packed } from './packed';

export type PackedAnswer = { status: number; packed: Packed; headers: Record<string, string> };

/** Answers out of memory: 304 to who has it, else the form that the browser takes. HEAD gets the headers alone. */
export function sendPacked(
  request: IncomingMessage,
  response: ServerResponse,
  { status, packed, headers }: PackedAnswer,
) {
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  if (status === 200) response.setHeader('etag', `"${packed.etag}-${encoding}"`);
  if (status === 200 && hasIt(request.headers['if-none-match'], packed.etag)) {
    const { 'content-type': _, ...rest } = headers;
    response.writeHead(304, rest).end();
    return;
  }
  const body = packed[encoding];
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function hasIt(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.some((tag) => tag.startsWith(`"${etag}-`));
}
