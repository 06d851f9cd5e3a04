/** A mail as a person sees it; `raw` as it came over the wire. */
export type ReceivedMail = {
  to: string;
  from: string;
  subject: string;
  messageId: string;
  text: string;
  html: string;
  /** Files that came with it; `base64` as it was written. */
  attachments: { name: string; type: string; base64: string }[];
  raw: string;
};

type Part = { headers: Map<string, string>; body: string };

/** Reads a mail of one level of alternatives, as shops send them. `raw` holds bytes as latin1. Source: RFC 5322, 2045–2047. */
export function readMail(raw: string, to: string): ReceivedMail {
  const whole = split(raw);
  const parts = partsOf(whole);
  const textOf = (type: string) => {
    const part = parts.find((candidate) => (candidate.headers.get('content-type') ?? 'text/plain').startsWith(type));
    return part ? decodeBody(part) : '';
  };
  const header = (name: string) => decodeWords(whole.headers.get(name) ?? '');
  return {
    to,
    from: header('from'),
    subject: header('subject'),
    messageId: header('message-id'),
    text: textOf('text/plain').replaceAll('\r\n', '\n'),
    html: textOf('text/html').replaceAll('\r\n', '\n'),
    attachments: parts.flatMap(attachmentIn),
    raw,
  };
}

function attachmentIn({ headers, body }: Part): ReceivedMail['attachments'] {
  const name = /^attachment;.*filename="?([^";]+)"?/i.exec(headers.get('content-disposition') ?? '')?.[1];
  const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
  return name ? [{ name, type, base64: body.replace(/\s/g, '') }] : [];
}

function split(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n');
  const head = (end < 0 ? raw : raw.slice(0, end)).replace(/\r\n[ \t]+/g, ' ');
  const lines = head.split('\r\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers: new Map(lines), body: end < 0 ? '' : raw.slice(end + 4) };
}

function partsOf(part: Part): Part[] {
  const boundary = /^multipart\/.*boundary="?([^";]+)"?/i.exec(part.headers.get('content-type') ?? '')?.[1];
  if (!boundary) return [part];
  return part.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((piece) => partsOf(split(piece.replace(/^\r\n/, '').replace(/\r\n$/, ''))));
}

function decodeBody({ headers, body }: Part): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '7bit').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return decodeQuoted(body.replace(/=\r\n/g, ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

// Between two encoded words the space belongs to the folding, not to the text.
function decodeWords(header: string): string {
  const joined = header.replace(/(\?=)\s+(=\?)/g, '$1$2');
  return joined.replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_whole, way: string, text: string) =>
    way.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : decodeQuoted(text.replaceAll('_', ' ')),
  );
}
