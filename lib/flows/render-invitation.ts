import type { OutgoingMailRow } from '@/lib/db/outgoing-mails';
import { mailRecipientPlace } from '@/lib/db/queue-confirmation';
import { invitationTokenPlace } from '@/lib/db/queue-invitation';
import { getShopSettings } from '@/lib/db/settings';
import { invitationFactsSchema, writeInvitationMail } from '@/lib/domain/mail/invitation-mail';
import type { OutgoingMail } from '@/lib/domain/mail/outgoing-mail';
import type { Deps } from './deps';
import { invitationLink } from './invite-staff';

/** A queued invitation as it leaves. */
export async function renderInvitation(
  deps: Pick<Deps, 'db' | 'sealer' | 'shopUrl'>,
  row: Pick<OutgoingMailRow, 'id' | 'facts' | 'sealedTo'>,
): Promise<OutgoingMail> {
  const { sealedToken, ...facts } = invitationFactsSchema.parse(row.facts);
  const token = deps.sealer.open(invitationTokenPlace(row.id), sealedToken);
  return writeInvitationMail({
    ...facts,
    to: deps.sealer.open(mailRecipientPlace(row.id), row.sealedTo),
    shop: await getShopSettings(deps.db),
    url: invitationLink(deps, token),
  });
}
