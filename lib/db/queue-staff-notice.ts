import type { z } from 'zod';
import type { noticeFactsSchema } from '@/lib/domain/mail/staff-mails';
import type { Sealer } from '@/lib/domain/ports';
import type { Database } from './client';
import { mailRecipientPlace } from './queue-confirmation';
import { outgoingMails } from './schema/mails';

type StaffNotice = {
  id: string;
  merchantId: string;
  email: string;
  facts: z.infer<typeof noticeFactsSchema>;
  sealer: Sealer;
  at: Date;
};

/** Puts the word of a new order to somebody of the shop into the outbox of mails, once for each of them. */
export async function queueStaffNotice(tx: Database, notice: StaffNotice): Promise<void> {
  const { id, merchantId, email, facts, sealer, at } = notice;
  await tx
    .insert(outgoingMails)
    .values({
      id,
      kind: 'staff_notice',
      facts,
      cause: `staff_notice:${facts.orderId}:${merchantId}`,
      sealedTo: sealer.seal(mailRecipientPlace(id), email),
      status: 'waiting',
      nextTryAt: at,
      createdAt: at,
    })
    .onConflictDoNothing({ target: outgoingMails.cause });
}
