import type { Sealer } from '@/lib/domain/ports';
import type { Database } from './client';
import { mailRecipientPlace } from './queue-confirmation';
import { outgoingMails } from './schema/mails';

type Receipt = { id: string; withdrawalId: string; orderId: string | null; email: string; sealer: Sealer; at: Date };

/** Puts the receipt of a withdrawal into the outbox of mails, once per declaration. */
export async function queueWithdrawalReceipt(tx: Database, receipt: Receipt): Promise<void> {
  const { id, withdrawalId, orderId, email, sealer, at } = receipt;
  const sealedTo = sealer.seal(mailRecipientPlace(id), email);
  const facts = { withdrawalId };
  await tx
    .insert(outgoingMails)
    .values({
      id,
      orderId,
      kind: 'withdrawal',
      facts,
      cause: `withdrawal:${withdrawalId}`,
      sealedTo,
      status: 'waiting',
      nextTryAt: at,
      createdAt: at,
    })
    .onConflictDoNothing({ target: outgoingMails.cause });
}
