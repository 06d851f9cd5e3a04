import { z } from 'zod';
import { type Answer, answerJson, type Call } from '../../world/exchange';
import { newDigits } from '../ids';
import type { Messenger } from '../messenger';
import type { Persona } from '../state';
import { readBody } from './access';
import { parseParams } from './parse';

function drawn(id: string, { name, pictureUrl }: Persona) {
  return { id, name, profile_picture_url: pictureUrl };
}

export function makePersona(messenger: Messenger, call: Call): Answer {
  const shape = z.strictObject({ name: z.string().min(1), profile_picture_url: z.url() });
  const { name, profile_picture_url: pictureUrl } = parseParams(shape, readBody(call));
  const id = newDigits(16);
  messenger.state.personas.set(id, { name, pictureUrl });
  return answerJson({ id });
}

export function listPersonas(messenger: Messenger): Answer {
  const data = [...messenger.state.personas].map(([id, persona]) => drawn(id, persona));
  return answerJson({ data, paging: { cursors: { before: 'QVFI', after: 'QVFI' } } });
}

/** `GET` or `DELETE` of a persona by its id; null where there is none. */
export function answerPersona(messenger: Messenger, call: Call, id: string): Answer | null {
  const persona = messenger.state.personas.get(id);
  if (!persona) return null;
  if (call.method === 'GET') return answerJson(drawn(id, persona));
  if (call.method !== 'DELETE') return null;
  messenger.state.personas.delete(id);
  return answerJson({ success: true });
}
