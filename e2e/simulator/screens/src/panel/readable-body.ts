/** A body as a person reads it: JSON indented, a form one field a line, anything else as it came. */
export function readableBody(body: string, contentType: string): { text: string; json: boolean } {
  const trimmed = body.trim();
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    try {
      return { text: JSON.stringify(JSON.parse(trimmed), null, 2), json: true };
    } catch {
      return { text: body, json: false };
    }
  }
  if (contentType.includes('application/x-www-form-urlencoded')) {
    const lines = [...new URLSearchParams(body)].map(([name, value]) => `${name} = ${value}`);
    return { text: lines.join('\n'), json: false };
  }
  return { text: body, json: false };
}

export type JsonPiece = { at: number; text: string; kind: 'name' | 'string' | 'figure' | 'plain' };

const PIECES = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Cuts indented JSON into pieces to colour. */
export function jsonPieces(text: string): JsonPiece[] {
  const pieces: JsonPiece[] = [];
  let done = 0;
  for (const match of text.matchAll(PIECES)) {
    if (match.index > done) pieces.push({ at: done, text: text.slice(done, match.index), kind: 'plain' });
    const kind = match[1] === undefined ? 'figure' : match[2] === undefined ? 'string' : 'name';
    pieces.push({ at: match.index, text: match[0], kind });
    done = match.index + match[0].length;
  }
  if (done < text.length) pieces.push({ at: done, text: text.slice(done), kind: 'plain' });
  return pieces;
}
