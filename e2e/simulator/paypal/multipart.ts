import type { Call } from '../world/exchange';

export function isMultipart({ headers }: Call): boolean {
  return typeof headers['content-type'] === 'string' && headers['content-type'].startsWith('multipart/form-data');
}

/** The parts of a form that are JSON, by their names. Throws for anything that is no such form. */
export function readParts({ headers, body }: Call): Record<string, unknown> {
  const boundary = /boundary="?([^";]{1,70})"?/.exec(String(headers['content-type']))?.[1];
  if (!boundary) throw new Error('a form without a boundary');
  const pieces = body.toString('utf8').split(`--${boundary}`);
  if (pieces[0] !== '' || pieces.at(-1)?.trim() !== '--') throw new Error('a form that does not end');
  const parts: Record<string, unknown> = {};
  for (const piece of pieces.slice(1, -1)) {
    const [head = '', ...rest] = piece.split('\r\n\r\n');
    const name = /^content-disposition:\s*form-data;.*\bname="([^"]+)"/im.exec(head)?.[1];
    if (!name || !/^content-type:\s*application\/json/im.test(head)) throw new Error('a part that is no JSON');
    parts[name] = JSON.parse(rest.join('\r\n\r\n').replace(/\r\n$/, ''));
  }
  return parts;
}
