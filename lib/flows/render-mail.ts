import { listPapersOfOrder } from '@/lib/db/invoices';
import { getOrder } from '@/lib/db/orders';
import type { OutgoingMailRow } from '@/lib/db/outgoing-mails';
import { mailRecipientPlace } from '@/lib/db/queue-confirmation';
import { getShopSettings } from '@/lib/db/settings';
import { declarationPlace, getWithdrawal } from '@/lib/db/withdrawals';
import { type NewsFacts, newsFactsSchema, writeNewsMail } from '@/lib/domain/mail/news-mail';
import type { MailAttachment, OutgoingMail } from '@/lib/domain/mail/outgoing-mail';
import { writePapersMail } from '@/lib/domain/mail/papers-mail';
import { marketIdSchema, marketOf } from '@/lib/domain/market';
import { orderLabel } from '@/lib/domain/orders/status';
import { declarationSchema } from '@/lib/domain/withdrawals/declaration';
import { withdrawalFactsSchema, writeWithdrawalReceipt } from '@/lib/domain/withdrawals/write-receipt';
import type { Deps } from './deps';
import { myDataLink } from './my-data-link';
import { orderLink } from './order-link';
import { printPaper } from './print-paper';
import { renderConfirmation } from './render-confirmation';
import { renderInvitation } from './render-invitation';
import { renderReset, renderStaffNotice } from './render-staff-mail';

type Press = Pick<Deps, 'db' | 'sealer' | 'shopUrl' | 'papers' | 'now'>;

type OfOrder = OutgoingMailRow & { orderId: string };

/**
 * A queued mail as it leaves, by its kind: a contract's confirmation with its invoice, papers she asked for, news, the
 * receipt of a withdrawal, or a word to somebody of the desk.
 */
export async function renderMail(deps: Press, { orderId, ...mail }: OutgoingMailRow): Promise<OutgoingMail> {
  if (mail.kind === 'withdrawal') return renderWithdrawalReceipt(deps, mail);
  if (mail.kind === 'invitation') return renderInvitation(deps, mail);
  if (mail.kind === 'password_reset') return renderReset(deps, mail);
  if (mail.kind === 'staff_notice') return renderStaffNotice(deps, mail);
  if (orderId === null) throw new Error(`the mail ${mail.id} is about no order`);
  const row: OfOrder = { ...mail, orderId };
  if (row.kind === 'papers') return renderPapersMail(deps, row);
  if (row.kind === 'news') return renderNewsMail(deps, row);
  const confirmation = await renderConfirmation(deps, row);
  const attachments = await attach(deps, row.orderId, ['invoice']);
  return attachments.length > 0 ? { ...confirmation, attachments } : confirmation;
}

async function renderPapersMail(deps: Press, row: OfOrder): Promise<OutgoingMail> {
  const [first] = await listPapersOfOrder(deps.db, row.orderId);
  if (!first) throw new Error(`there are no papers of order ${row.orderId} to send`);
  return writePapersMail({
    to: deps.sealer.open(mailRecipientPlace(row.id), row.sealedTo),
    language: first.paper.language,
    shop: await getShopSettings(deps.db),
    orderLabel: first.paper.orderLabel,
    orderUrl: orderLink(deps, row.orderId),
    attachments: await attach(deps, row.orderId, ['invoice', 'credit_note']),
  });
}

async function renderNewsMail(deps: Press, row: OfOrder): Promise<OutgoingMail> {
  const order = await getOrder(deps.db, row.orderId);
  if (!order) throw new Error(`there is no order ${row.orderId} to write about`);
  const facts = newsFactsSchema.parse(row.facts);
  return writeNewsMail({
    ...facts,
    to: deps.sealer.open(mailRecipientPlace(row.id), row.sealedTo),
    language: marketOf(marketIdSchema.parse(order.marketId)).language,
    shop: await getShopSettings(deps.db),
    orderLabel: orderLabel(order.number),
    url: linkOf(deps, order.id, facts),
  });
}

function linkOf(deps: Press, orderId: string, { leadsTo }: NewsFacts): string {
  if (leadsTo === 'my_data') return myDataLink(deps, orderId);
  return orderLink(deps, orderId, leadsTo === 'review' ? '/review' : '');
}

async function renderWithdrawalReceipt(deps: Press, { facts }: Pick<OutgoingMailRow, 'facts'>): Promise<OutgoingMail> {
  const { withdrawalId } = withdrawalFactsSchema.parse(facts);
  const withdrawal = await getWithdrawal(deps.db, withdrawalId);
  if (!withdrawal) throw new Error(`there is no withdrawal ${withdrawalId}`);
  const opened = deps.sealer.open(declarationPlace(withdrawalId), withdrawal.sealedDeclaration);
  return writeWithdrawalReceipt({
    declaration: declarationSchema.parse(JSON.parse(opened)),
    declaredAt: withdrawal.declaredAt,
    market: marketOf(marketIdSchema.parse(withdrawal.marketId)),
    shop: await getShopSettings(deps.db),
  });
}

async function attach(deps: Press, orderId: string, kinds: readonly string[]): Promise<MailAttachment[]> {
  const papers = await listPapersOfOrder(deps.db, orderId);
  const wanted = papers.filter(({ paper }) => kinds.includes(paper.kind));
  const printed = await Promise.all(wanted.map((paper) => printPaper(deps, paper)));
  return printed.map(({ fileName, bytes }) => ({ fileName, contentType: 'application/pdf', content: bytes }));
}
