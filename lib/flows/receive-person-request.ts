import { insertPersonRequest } from '@/lib/db/person-requests';
import type { PersonRequestKind } from '@/lib/domain/person-request';
import type { Deps } from './deps';

/** Where Meta's id of a person is bound to while her request waits. */
export function personPlace(personMark: string): string {
  return `person_requests.sealed_person:${personMark}`;
}

/**
 * Takes what Meta passes on for a person and answers the confirmation code: unguessable, and the same for as long as she
 * is the same. The work is done by `workPersonRequests`; the stored row is the promise.
 */
export async function receivePersonRequest(
  deps: Pick<Deps, 'db' | 'sealer' | 'newId' | 'now' | 'log'>,
  { kind, asid, issuedAt }: { kind: PersonRequestKind; asid: string; issuedAt: Date },
): Promise<string> {
  const personMark = deps.sealer.mark('person_requests.person', asid);
  const code = await insertPersonRequest(deps.db, {
    code: deps.newId(),
    kind,
    personMark,
    sealedPerson: deps.sealer.seal(personPlace(personMark), asid),
    askedAt: issuedAt,
    at: deps.now(),
  });
  deps.log('person_request.received', { kind });
  return code;
}
