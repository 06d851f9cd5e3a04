import { sql } from 'drizzle-orm';
import type { Sealer } from '@/lib/domain/ports';
import type { Database } from './client';
import { settings } from './schema/catalogue';
import { outgoingMails } from './schema/mails';

/** Where the recipient of a mail is bound to. */
export function mailRecipientPlace(mailId: string): string {
  return `outgoing_mails.sealed_to:${mailId}`;
}

type Confirmation = { id: string; orderId: string; email: string; sealer: Sealer; at: Date; again?: string };

/**
 * Puts the confirmation of the contract into the outbox of mails, in the settling transaction, with the legal texts as
 * they stand now. Once per order, and once for each `again`; without an e-mail address nothing happens.
 */
export async function queueConfirmation(
  tx: Database,
  { id, orderId, email, sealer, at, again }: Confirmation,
): Promise<void> {
  if (email === '') return;
  await tx
    .insert(outgoingMails)
    .values({
      id,
      orderId,
      kind: 'confirmation',
      cause: again === undefined ? `confirmation:${orderId}` : `confirmation-${again}`,
      sealedTo: sealer.seal(mailRecipientPlace(id), email),
      agreedTexts: sql`(select ${settings.value} -> 'legal' from ${settings} where ${settings.key} = 'shop')`,
      status: 'waiting',
      nextTryAt: at,
      createdAt: at,
    })
    .onConflictDoNothing({ target: outgoingMails.cause });
}
