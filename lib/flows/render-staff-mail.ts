import type { OutgoingMailRow } from '@/lib/db/outgoing-mails';
import { resetTokenPlace } from '@/lib/db/password-resets';
import { mailRecipientPlace } from '@/lib/db/queue-confirmation';
import { getShopSettings } from '@/lib/db/settings';
import type { OutgoingMail } from '@/lib/domain/mail/outgoing-mail';
import { noticeFactsSchema, resetFactsSchema, writeResetMail, writeStaffNotice } from '@/lib/domain/mail/staff-mails';
import type { Deps } from './deps';
import { resetLink } from './reset-password';

type Press = Pick<Deps, 'db' | 'sealer' | 'shopUrl'>;
type Row = Pick<OutgoingMailRow, 'id' | 'facts' | 'sealedTo'>;

/** The way back in for who forgot her password, as it leaves. */
export async function renderReset(deps: Press, row: Row): Promise<OutgoingMail> {
  const { sealedToken, language } = resetFactsSchema.parse(row.facts);
  return writeResetMail({
    to: deps.sealer.open(mailRecipientPlace(row.id), row.sealedTo),
    language,
    shop: await getShopSettings(deps.db),
    url: resetLink(deps, deps.sealer.open(resetTokenPlace(row.id), sealedToken)),
  });
}

/** The word of a new order to somebody of the shop, as it leaves. */
export async function renderStaffNotice(deps: Press, row: Row): Promise<OutgoingMail> {
  const { orderId, ...facts } = noticeFactsSchema.parse(row.facts);
  return writeStaffNotice({
    ...facts,
    to: deps.sealer.open(mailRecipientPlace(row.id), row.sealedTo),
    shop: await getShopSettings(deps.db),
    url: `${deps.shopUrl}/admin/orders/${orderId}`,
  });
}
