import type { Language } from '@/lib/domain/market';
import type { Role } from '@/lib/domain/merchants/roles';
import type { Sealer } from '@/lib/domain/ports';
import type { Database } from './client';
import { mailRecipientPlace } from './queue-confirmation';
import { outgoingMails } from './schema/mails';

/** Where the token of an invitation's link is bound to. */
export function invitationTokenPlace(mailId: string): string {
  return `outgoing_mails.facts.token:${mailId}`;
}

type InvitationMail = {
  id: string;
  invitationId: string;
  token: string;
  email: string;
  invitedBy: string;
  role: Role;
  language: Language;
  sealer: Sealer;
  at: Date;
};

/** Puts an invitation to the desk into the outbox of mails. */
export async function queueInvitation(tx: Database, mail: InvitationMail): Promise<void> {
  const { id, invitationId, token, email, invitedBy, role, language, sealer, at } = mail;
  await tx.insert(outgoingMails).values({
    id,
    kind: 'invitation',
    facts: { sealedToken: sealer.seal(invitationTokenPlace(id), token), invitedBy, role, language },
    cause: `invitation:${invitationId}`,
    sealedTo: sealer.seal(mailRecipientPlace(id), email),
    status: 'waiting',
    nextTryAt: at,
    createdAt: at,
  });
}
