import { createTransport } from 'nodemailer';
import type { MailProblem, MailSender } from '@/lib/domain/ports';
import { fail, succeed } from '@/lib/domain/result';

export type MailSettings = {
  /** smtp:// (STARTTLS where the server knows it) or smtps://, with user and password where it wants them. */
  url: string;
  from: { name: string; address: string };
  timeoutMs?: number;
};

/** Refusals that concern this mail; everything else a server says may be otherwise tomorrow. */
const ABOUT_THE_MAIL = ['RCPT TO', 'DATA'];
const NOT_EVEN_BEGUN = ['EDNS', 'EAUTH', 'ETLS'];

/**
 * Sends mails through an SMTP server, one connection each. The Message-ID is made of `messageId` and the sender's domain.
 * Problems: "rejected" (a line break in an address or the subject, a recipient or content refused for good); "temporary"
 * (surely not sent); "unknown" (the connection ended before the answer). `detail.code` is SMTP's code or the kind of error.
 */
export function createMailSender(settings: MailSettings): MailSender {
  const transport = open(settings);
  const domain = settings.from.address.split('@')[1];
  return {
    async send(mail, messageId) {
      if ([mail.to, mail.subject, messageId].some((line) => /\p{Cc}/u.test(line)))
        return fail('rejected', { code: 'line_break' });
      try {
        await transport.sendMail({
          from: settings.from,
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          attachments: (mail.attachments ?? []).map(({ fileName, contentType, content }) => ({
            filename: fileName,
            contentType,
            content: Buffer.from(content),
          })),
          messageId: `<${messageId}@${domain}>`,
          // RFC 3834: no holiday notice shall answer it.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return succeed(null);
      } catch (error) {
        return fail(problemOf(error), { code: textOf(error, 'responseCode') ?? textOf(error, 'code') ?? 'unknown' });
      }
    },
  };
}

/** Whether the server answers and takes our user and password; sends nothing. */
export async function isMailServerReady(settings: MailSettings): Promise<boolean> {
  return open(settings)
    .verify()
    .then(
      () => true,
      () => false,
    );
}

function open({ url, timeoutMs = 10_000 }: MailSettings) {
  return createTransport({
    url,
    // A password does not travel in the open.
    requireTLS: new URL(url).username !== '',
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: 2 * timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function problemOf(error: unknown): MailProblem {
  const responseCode = Number(textOf(error, 'responseCode') ?? 0);
  const code = textOf(error, 'code') ?? '';
  const command = textOf(error, 'command') ?? '';
  if (responseCode >= 500 && ABOUT_THE_MAIL.includes(command)) return 'rejected';
  if (command === 'API' && ['EENVELOPE', 'EMESSAGE'].includes(code)) return 'rejected';
  const notBegun = NOT_EVEN_BEGUN.includes(code) || textOf(error, 'syscall') === 'connect';
  return responseCode > 0 || notBegun ? 'temporary' : 'unknown';
}

function textOf(error: unknown, name: string): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
