import { z } from 'zod';
import type { Language } from '../market';
import { roleSchema } from '../merchants/role-schema';
import type { Role } from '../merchants/roles';
import { INVITATION_MAIL, ROLE_NAMES } from '../words/staff';
import { type LetterPart, letterAsHtml, letterAsText } from './letter';
import type { OutgoingMail } from './outgoing-mail';

/** What the queued mail knows of an invitation: the link's token is sealed, since whoever reads it may enter. */
export const invitationFactsSchema = z.strictObject({
  sealedToken: z.string(),
  invitedBy: z.string(),
  role: roleSchema,
  language: z.enum(['de', 'en']),
});

type InvitationMailFacts = {
  to: string;
  language: Language;
  shop: { name: string };
  invitedBy: string;
  role: Role;
  url: string;
};

/** A mail that asks somebody to work in the shop. */
export function writeInvitationMail({ to, language, shop, invitedBy, role, url }: InvitationMailFacts): OutgoingMail {
  const words = INVITATION_MAIL[language];
  const subject = words.subject(shop.name).replace(/\p{Cc}+/gu, ' ');
  const parts: LetterPart[] = [
    { is: 'title', text: words.title(shop.name) },
    { is: 'paragraph', text: words.text(invitedBy, ROLE_NAMES[role][language]) },
    { is: 'link', label: words.link, url },
    { is: 'paragraph', text: words.unknown },
  ];
  return { to, subject, text: letterAsText(parts), html: letterAsHtml(parts, { language, title: subject }) };
}
