/** A mail to one person, whole: what a mail server is handed. The HTML says the same as the text and loads nothing. */
export type OutgoingMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments?: MailAttachment[];
};

/**
 * The confirmation of a contract; papers she asked for; what happened to an order; the receipt of a withdrawal; an
 * invitation to work in the shop; the way back in for who forgot her password; a word to the staff.
 */
export type MailKind =
  | 'confirmation'
  | 'papers'
  | 'news'
  | 'withdrawal'
  | 'invitation'
  | 'password_reset'
  | 'staff_notice';

export type MailAttachment = { fileName: string; contentType: string; content: Uint8Array };

/** The texts of the law as they stood when a contract was made. Empty where the merchant had written none. */
export type AgreedTexts = Record<'impressum' | 'terms' | 'withdrawal', string>;
