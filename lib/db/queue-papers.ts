import type { Sealer } from '@/lib/domain/ports';
import type { Database } from './client';
import { mailRecipientPlace } from './queue-confirmation';
import { outgoingMails } from './schema/mails';

type PapersMail = { id: string; orderId: string; cause: string; email: string; sealer: Sealer; at: Date };

/** Puts a mail with the papers of an order into the outbox of mails, once per cause. */
export async function queuePapers(db: Database, { id, email, sealer, at, ...mail }: PapersMail): Promise<void> {
  const sealedTo = sealer.seal(mailRecipientPlace(id), email);
  await db
    .insert(outgoingMails)
    .values({ ...mail, id, kind: 'papers', sealedTo, status: 'waiting', nextTryAt: at, createdAt: at })
    .onConflictDoNothing({ target: outgoingMails.cause });
}
