import type { NewsFacts } from '@/lib/domain/mail/news-mail';
import type { Sealer } from '@/lib/domain/ports';
import type { Database } from './client';
import { mailRecipientPlace } from './queue-confirmation';
import { outgoingMails } from './schema/mails';

type NewsMail = {
  id: string;
  orderId: string;
  cause: string;
  facts: NewsFacts;
  email: string;
  sealer: Sealer;
  at: Date;
};

/** Puts a word about an order into the outbox of mails, once per cause. */
export async function queueNewsMail(tx: Database, { id, email, sealer, at, ...mail }: NewsMail): Promise<void> {
  const sealedTo = sealer.seal(mailRecipientPlace(id), email);
  await tx
    .insert(outgoingMails)
    .values({ ...mail, id, kind: 'news', sealedTo, status: 'waiting', nextTryAt: at, createdAt: at })
    .onConflictDoNothing({ target: outgoingMails.cause });
}
