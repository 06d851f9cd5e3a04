import type { Sealer } from '@/lib/domain/ports';

/**
 * A mark of who somebody is, by her e-mail address: the same in every session, and of no use to whoever reads the table. The
 * part after a "+" names the same mailbox nearly everywhere. Null without an address. It changes with the newest key.
 */
export function personMarkOf({ sealer }: { sealer: Sealer }, email: string | null | undefined): string | null {
  const [local = '', domain = ''] = (email ?? '').trim().toLowerCase().split('@');
  const mailbox = local.replace(/(?<=.)\+.*$/, '');
  return mailbox && domain ? sealer.mark('discount_redemptions.person', `${mailbox}@${domain}`) : null;
}
