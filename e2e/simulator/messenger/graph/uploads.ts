import type { Call } from '../../world/exchange';
import { newDigits } from '../ids';
import type { Messenger } from '../messenger';
import { invalidParameter } from './errors';

const mediaKinds = ['image', 'audio', 'video', 'file'];

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalidParameter(`Param ${name} must be JSON: ${String(cause)}`);
  }
}

/** What a file of this kind may weigh, in bytes. */
function limitOf(kind: string): number {
  return (kind === 'image' ? 8 : 25) * 1024 * 1024;
}

function withUrl(message: unknown, url: string): unknown {
  const attachment: unknown = Reflect.get(Object(message), 'attachment');
  const payload: unknown = Reflect.get(Object(attachment), 'payload');
  return { ...Object(message), attachment: { ...Object(attachment), payload: { ...Object(payload), url } } };
}

/**
 * A call with a file (multipart: `recipient`, `message`, `filedata`) as one without: the file is kept and its own address
 * stands where a link would. Others come back as they are.
 */
export async function withoutFile(messenger: Messenger, call: Call): Promise<Call> {
  const type = call.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return call;
  const form = await new Response(new Uint8Array(call.body), { headers: { 'content-type': type } }).formData();
  const body: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (name !== 'filedata' && typeof value === 'string')
      body[name] = /^[[{]/.test(value) ? parsed(value, name) : value;
  }
  const file = form.get('filedata');
  if (file !== null) {
    const kind = String(Reflect.get(Object(Reflect.get(Object(body.message), 'attachment')), 'type'));
    if (!mediaKinds.includes(kind)) throw invalidParameter('Param message[attachment][type] is required with a file');
    const id = newDigits(16);
    // A part without a file's name arrives as text.
    const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.from(file);
    if (bytes.length === 0 || bytes.length > limitOf(kind))
      throw invalidParameter('Attachment size exceeds allowable limit');
    messenger.state.uploads.set(id, { type: file instanceof File ? file.type : 'application/octet-stream', bytes });
    body.message = withUrl(body.message, `${messenger.world.origins.messenger}/uploads/${id}`);
  }
  return {
    ...call,
    headers: { ...call.headers, 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(body)),
  };
}
