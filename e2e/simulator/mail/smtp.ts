import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** What a mail server decides; each answers an SMTP reply, or null to cut the connection. */
export type MailServerRules = {
  onRecipient: (address: string) => string | null;
  onMail: (mail: { to: string[]; raw: string }) => string | null;
};

export type SmtpServer = {
  port: number;
  /** Refuses connections until `start`, which takes the same port again. */
  stop: () => Promise<void>;
  start: () => Promise<void>;
};

/** A small receiver of mails on 127.0.0.1: EHLO, MAIL, RCPT, DATA, RSET, NOOP, QUIT. Source: RFC 5321. */
export async function openSmtpServer(wishedPort: number, rules: MailServerRules): Promise<SmtpServer> {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = wishedPort;
  const start = async () => {
    if (server) return;
    const fresh = createServer((socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // Whoever goes away in the middle of a sentence sent no mail.
      socket.on('error', () => socket.destroy());
      converse(socket, rules);
    });
    server = fresh;
    fresh.listen(port, '127.0.0.1');
    await once(fresh, 'listening');
    const address = fresh.address();
    if (address && typeof address === 'object') port = address.port;
  };
  const stop = async () => {
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    server = null;
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await start();
  return { port, start, stop };
}

type Talk = { to: string[]; data: string[] | null };

function converse(socket: Socket, rules: MailServerRules): void {
  const talk: Talk = { to: [], data: null };
  const say = (reply: string | null) => (reply === null ? socket.destroy() : socket.write(`${reply}\r\n`));
  let rest = '';
  // Latin1 keeps every byte: what encoding a mail has, its headers say.
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const reply = talk.data ? takeLine(talk, talk.data, line, rules) : obey(talk, line, rules);
      if (reply !== '') say(reply);
      if (reply?.startsWith('221')) socket.end();
    }
  });
  say('220 simulator ESMTP');
}

/** A line of the mail itself; the dot alone ends it, a doubled dot is one. */
function takeLine(talk: Talk, data: string[], line: string, rules: MailServerRules): string | null {
  if (line !== '.') {
    data.push(line.startsWith('..') ? line.slice(1) : line);
    return '';
  }
  const mail = { to: talk.to, raw: data.join('\r\n') };
  Object.assign(talk, { to: [], data: null });
  return rules.onMail(mail);
}

function obey(talk: Talk, line: string, rules: MailServerRules): string | null {
  const verb = line.slice(0, 4).toUpperCase();
  switch (verb) {
    case 'EHLO':
    case 'HELO':
      return '250 simulator';
    case 'MAIL':
    case 'RSET':
      talk.to = [];
      return '250 OK';
    case 'RCPT': {
      const address = /<([^>]+)>/.exec(line)?.[1];
      if (!address) return '501 whom?';
      const reply = rules.onRecipient(address);
      if (reply?.startsWith('250')) talk.to.push(address);
      return reply;
    }
    case 'DATA':
      if (talk.to.length === 0) return '503 to whom?';
      talk.data = [];
      return '354 go ahead';
    case 'NOOP':
      return '250 OK';
    case 'QUIT':
      return '221 bye';
    default:
      return '502 not known here';
  }
}
