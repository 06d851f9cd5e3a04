import { z } from 'zod';
import { type Answer, answerJson, type Call } from '../../world/exchange';
import { newDigits } from '../ids';
import { findPerson, type Messenger } from '../messenger';
import { readBody } from './access';
import { knownErrors } from './errors';
import { parseParams } from './parse';

const paging = { cursors: { before: 'QVFI', after: 'QVFI' } };

/** A label of the Page; renamed between versions from `name` to `page_label_name`. */
export function makeLabel(messenger: Messenger, call: Call): Answer {
  const shape = z.union([
    z.strictObject({ name: z.string().min(1).max(100) }),
    z.strictObject({ page_label_name: z.string().min(1).max(100) }),
  ]);
  const body = parseParams(shape, readBody(call));
  const id = newDigits(16);
  messenger.state.labels.set(id, { name: 'name' in body ? body.name : body.page_label_name, people: [] });
  return answerJson({ id });
}

export function listLabels(messenger: Messenger, psid: string | null): Answer {
  const data = [...messenger.state.labels]
    .filter(([, { people }]) => psid === null || people.includes(psid))
    .map(([id, { name }]) => ({ name, id }));
  return answerJson({ data, paging });
}

/** What is asked of one label: read it, put it on somebody, take it off, delete it. Null where there is no such label. */
export function answerLabel(messenger: Messenger, call: Call, id: string, edge: string | undefined): Answer | null {
  const label = messenger.state.labels.get(id);
  if (!label) return null;
  if (edge === undefined && call.method === 'GET') return answerJson({ name: label.name, id });
  if (edge === undefined && call.method === 'DELETE') {
    messenger.state.labels.delete(id);
    return answerJson({ success: true });
  }
  if (edge !== 'label' || call.method === 'GET') return null;
  const { user } = parseParams(z.looseObject({ user: z.string() }), readBody(call));
  if (!findPerson(messenger, user)) throw knownErrors['no-such-user']();
  const others = label.people.filter((psid) => psid !== user);
  label.people = call.method === 'DELETE' ? others : [...others, user];
  return answerJson({ success: true });
}
