import 'server-only';
import { z } from 'zod';
import type { PersonRequestKind } from '@/lib/domain/person-request';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { receivePersonRequest } from '@/lib/flows/receive-person-request';
import { readPersonRequest } from '@/lib/messenger/signed-request';
import { readForm } from './read-body';
import { getDeps, getEnv } from './wiring';

const formSchema = z.object({ signed_request: z.string() });

/**
 * Meta speaks for a person, in a form with one signed field. Answers the confirmation code. Problems: "too_large";
 * "bad_signature" for everything that does not bear the app's signature, whatever its form.
 */
export async function takePersonRequest(
  request: Request,
  kind: PersonRequestKind,
): Promise<Result<string, 'too_large' | 'bad_signature'>> {
  const form = await readForm(request, formSchema, { limitBytes: 16_384 });
  if (!form.ok) return fail(form.problem === 'too_large' ? 'too_large' : 'bad_signature');
  const deps = await getDeps();
  const appSecrets = getEnv().FACEBOOK_APP_SECRET;
  const person = readPersonRequest(form.value.signed_request, { appSecrets, now: deps.now() });
  if (!person.ok) {
    deps.log('person_request.refused', { kind, problem: person.problem });
    return fail('bad_signature');
  }
  return succeed(await receivePersonRequest(deps, { kind, ...person.value }));
}
