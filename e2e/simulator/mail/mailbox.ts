import { z } from 'zod';
import type { Controls } from '../world/control';
import { answerHtml, answerJson, type Call, Refusal, type Route, readJson } from '../world/exchange';
import type { World } from '../world/world';
import { type ReceivedMail, readMail } from './mime';
import { openSmtpServer } from './smtp';

export type Mailbox = { routes: Route[]; close: () => Promise<void> };

const leverShape = z.strictObject({ up: z.boolean() });
const keptShape = z.custom<{ mails: ReceivedMail[] }>(
  (value) => typeof value === 'object' && value !== null && 'mails' in value,
);

/**
 * Everybody's mailbox. Armed faults bend it as they bend the web: `SMTP RCPT` and `SMTP DATA`, with status (4xx, 5xx),
 * drop-before, drop-after. `POST /control/mail {up: false}` makes it refuse connections until `{up: true}`.
 */
export async function openMailbox(world: World, options: { port: number; controls: Controls }): Promise<Mailbox> {
  let mails: ReceivedMail[] = [];
  const keep = (to: string, raw: string) => {
    mails = [...mails, readMail(raw, to)];
    const entry = world.wire.begin({
      direction: 'shop → mail',
      method: 'SMTP',
      url: `/mail/${to}`,
      requestHeaders: {},
      requestBody: Buffer.from(raw, 'latin1').toString('utf8'),
    });
    world.wire.end(entry, { status: 250, responseHeaders: {}, responseBody: '' });
  };
  const bend = (call: string, act: () => void): string | null => {
    const fault = world.faults.take(call, ['status', 'drop-before', 'drop-after']);
    if (fault?.kind === 'drop-before') return null;
    if (fault?.kind === 'status') return `${fault.status ?? 451} said the lever`;
    act();
    return fault?.kind === 'drop-after' ? null : '250 OK';
  };
  const server = await openSmtpServer(options.port, {
    onRecipient: () => bend('SMTP RCPT', () => undefined),
    onMail: ({ to, raw }) =>
      bend('SMTP DATA', () => {
        for (const one of to) keep(one, raw);
      }),
  });
  world.origins.smtp = `smtp://127.0.0.1:${server.port}`;
  options.controls.register({
    name: 'mail',
    reset: async () => {
      mails = [];
      await server.start();
    },
    snapshot: () => ({ mails }),
    restore: (kept) => {
      mails = keptShape.parse(kept).mails;
    },
  });
  return { routes: mailRoutes(() => mails, server), close: server.stop };
}

type Switch = { start: () => Promise<void>; stop: () => Promise<void> };

function mailRoutes(mails: () => ReceivedMail[], server: Switch): Route[] {
  return [
    { method: 'GET', pattern: '/control/mail', quiet: true, handler: () => answerJson({ mails: mails() }) },
    {
      method: 'POST',
      pattern: '/control/mail',
      handler: async (call) => {
        const { up } = readJson(call, leverShape);
        await (up ? server.start() : server.stop());
        return answerJson({ ok: true });
      },
    },
    { method: 'GET', pattern: '/mail', quiet: true, handler: () => answerHtml(mailPage(mails())) },
    { method: 'GET', pattern: '/mail/:number', quiet: true, handler: (call) => letter(mails(), call) },
  ];
}

// As mail programs show it: no script runs and nothing is fetched.
const LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

function letter(mails: ReceivedMail[], call: Call) {
  const mail = mails[Number(call.params.number)];
  if (!mail) throw new Refusal(404, 'There is no such mail.');
  return answerHtml(mail.html, 200, { 'content-security-policy': LETTER_POLICY });
}

function mailPage(mails: ReceivedMail[]): string {
  const newestFirst = mails.map((mail, number) => ({ mail, number })).reverse();
  const letters = newestFirst.map(
    ({ mail, number }) => `<article><h2>${escapeHtml(mail.subject)}</h2>
<p>To ${escapeHtml(mail.to)}, from ${escapeHtml(mail.from)}</p>
<iframe title="${escapeHtml(mail.subject)}" src="/mail/${number}"></iframe></article>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Mail · Simulator</title>
<style>body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1c1e21;background:#fff}.ribbon{margin:0;padding:6px 16px;background:#ffd84d;text-align:center}
main{max-width:720px;margin:0 auto;padding:16px}h2{font-size:18px;margin:24px 0 0}p{margin:4px 0 8px}iframe{width:100%;height:480px;border:1px solid #ccc}</style></head>
<body><p class="ribbon">Simulator: no mail leaves this machine</p><main><h1>Mail</h1>${letters.join('') || '<p>No mails yet.</p>'}</main></body>
</html>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
