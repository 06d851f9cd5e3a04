import { insertPersonRequest } from '@/lib/db/person-requests';
import { asId, type ShopperId } from '@/lib/domain/ids';
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

/** Beside Meta's ids, which are digits: somebody who asked us by herself. */
const OF_SHOPPER = 'shopper:';

/** She asks us herself to be forgotten; the same promise and the same code as by way of Meta. */
export async function receiveOwnErasure(
  deps: Pick<Deps, 'db' | 'sealer' | 'newId' | 'now' | 'log'>,
  shopperId: ShopperId,
): Promise<string> {
  return receivePersonRequest(deps, { kind: 'erase', asid: `${OF_SHOPPER}${shopperId}`, issuedAt: deps.now() });
}

/** Whom a waiting request is about where she asked us herself; null for an id of Meta's. */
export function shopperOfRequest(person: string): ShopperId | null {
  return person.startsWith(OF_SHOPPER) ? asId<ShopperId>(person.slice(OF_SHOPPER.length)) : null;
}
