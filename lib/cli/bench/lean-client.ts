import { connect, type Socket } from 'node:net';
import { quantile } from './table';

export type Driven = { perSecond: number; p50Ms: number; p99Ms: number };

const HEAD_END = Buffer.from('\r\n\r\n');

/** One POST as bytes, made before the clock runs. */
export function postBytes(url: string, body: string, headers: Record<string, string>): Buffer {
  const { host, pathname } = new URL(url);
  const all = {
    host,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`POST ${pathname} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

/**
 * Sends the requests over `connections` lines, the next on each when the last is answered. Speaks just enough HTTP: the
 * client shares the machine with the server, and what it spends is missing there. Throws for an answer other than 200.
 */
export async function drive(url: string, requests: readonly Buffer[], connections: number): Promise<Driven> {
  const { hostname, port } = new URL(url);
  const tookMs: number[] = [];
  let next = 0;
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(hostname, Number(port))));
  const began = performance.now();
  await Promise.all(
    lines.map(async (line) => {
      for (let request = requests[next++]; request; request = requests[next++]) {
        const start = performance.now();
        const status = await ask(line, request);
        if (status !== 200) throw new Error(`${url} answered ${status}`);
        tookMs.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const line of lines) line.destroy();
  return { perSecond: requests.length / seconds, p50Ms: quantile(tookMs, 0.5), p99Ms: quantile(tookMs, 0.99) };
}

function openLine(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const line = connect({ host, port, noDelay: true });
    line.once('error', reject).once('connect', () => resolve(line));
  });
}

function ask(line: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let heard: Buffer = Buffer.alloc(0);
    const fail = () => reject(new Error('the line was cut'));
    const listen = (chunk: Buffer) => {
      heard = heard.length === 0 ? chunk : Buffer.concat([heard, chunk]);
      const status = statusOf(heard);
      if (status === null) return;
      line.off('data', listen).off('close', fail);
      resolve(status);
    };
    line.on('data', listen).once('close', fail);
    line.write(request);
  });
}

/** The status of an answer that has arrived to its end, else null. */
function statusOf(heard: Buffer): number | null {
  const end = heard.indexOf(HEAD_END);
  if (end === -1) return null;
  const head = heard.toString('latin1', 0, end);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1]);
  return heard.length >= end + HEAD_END.length + length ? Number(head.slice(9, 12)) : null;
}
