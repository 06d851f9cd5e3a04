import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { OutgoingMail } from '@/lib/domain/mail/outgoing-mail';
import { createMailSender, isMailServerReady } from './mail-sender';

const mail: OutgoingMail = { to: 'ada@example.com', subject: 'Grüße', text: 'Hallo\n.\nAda', html: '<p>Hallo</p>' };
const open: { server: Server; sockets: Set<Socket> }[] = [];

/** A mail server that answers by verb; null cuts the connection, "" stays silent. */
async function smtp(answers: Record<string, string | null> = {}) {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let inData = false;
    const reply = (verb: string, usual: string) => {
      const said = verb in answers ? answers[verb] : usual;
      if (said === null) socket.destroy();
      else if (said) socket.write(`${said}\r\n`);
    };
    reply('CONNECT', '220 here');
    let rest = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        heard.push(line);
        if (inData && line !== '.') continue;
        const verb = inData ? 'END' : line.slice(0, 4).toUpperCase();
        inData = verb === 'DATA' && !('DATA' in answers);
        reply(verb, verb === 'DATA' ? '354 go' : '250 OK');
      }
    });
  });
  open.push({ server, sockets });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return { heard, url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` };
}

async function stopAll() {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  }
}
afterEach(stopAll);

function senderTo(url: string) {
  return createMailSender({ url, from: { name: 'Otter & Ottilie', address: 'hallo@example.com' }, timeoutMs: 300 });
}

test('hands over a mail with its Message-ID, as text and as HTML', async () => {
  const { heard, url } = await smtp();
  expect(await senderTo(url).send(mail, 'mail_1')).toEqual({ ok: true, value: null });
  expect(heard).toContain('MAIL FROM:<hallo@example.com>');
  expect(heard).toContain('RCPT TO:<ada@example.com>');
  expect(heard).toContain('Message-ID: <mail_1@example.com>');
  expect(heard).toContain('Auto-Submitted: auto-generated');
  expect(heard.filter((line) => /^Content-Type: text\//.test(line))).toHaveLength(2);
  expect(heard).toContain('..');
});

test.each([
  { ...mail, to: 'ada@example.com\r\nBcc: eve@example.com' },
  { ...mail, subject: 'Hallo\nBcc: eve@example.com' },
])('refuses a line break where a header stands', async (forged) => {
  const { heard, url } = await smtp();
  expect(await senderTo(url).send(forged, 'mail_1')).toMatchObject({ ok: false, problem: 'rejected' });
  expect(heard).toEqual([]);
});

test('several addresses in one are no way to further recipients', async () => {
  const { heard, url } = await smtp();
  await senderTo(url).send({ ...mail, to: 'ada@example.com, eve@example.com' }, 'mail_1');
  expect(heard.filter((line) => /^RCPT TO:<eve/.test(line))).toEqual([]);
});

test.each([
  ['an unknown recipient', { RCPT: '550 nobody' }, 'rejected', '550'],
  ['refused content', { END: '554 spam' }, 'rejected', '554'],
  ['a full mailbox', { RCPT: '452 full' }, 'temporary', '452'],
  ['a sender that is not allowed yet', { MAIL: '550 not you' }, 'temporary', '550'],
  ['a server that closes', { CONNECT: '421 later' }, 'temporary', '421'],
  ['a connection that ends after the content', { END: null }, 'unknown', 'ECONNECTION'],
  ['silence after the content', { END: '' }, 'unknown', 'ETIMEDOUT'],
])('%s', async (_name, answers, problem, code) => {
  const { url } = await smtp(answers);
  expect(await senderTo(url).send(mail, 'mail_1')).toEqual({ ok: false, problem, detail: { code } });
});

test('nobody there is temporary, and the doctor sees it', async () => {
  const { url } = await smtp();
  expect(await isMailServerReady({ url, from: { name: '', address: 'a@example.com' } })).toBe(true);
  await stopAll();
  expect(await senderTo(url).send(mail, 'mail_1')).toMatchObject({ problem: 'temporary' });
  expect(await isMailServerReady({ url, from: { name: '', address: 'a@example.com' } })).toBe(false);
});

test('a password does not travel in the open', async () => {
  const { heard, url } = await smtp({ STAR: '502 not known here' });
  const withPassword = url.replace('smtp://', 'smtp://ada:secret@');
  expect(await senderTo(withPassword).send(mail, 'mail_1')).toMatchObject({ ok: false, problem: 'temporary' });
  expect(heard.filter((line) => line.startsWith('AUTH'))).toEqual([]);
});
