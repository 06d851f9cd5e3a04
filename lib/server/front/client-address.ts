import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv4, isIPv6 } from 'node:net';

export type ClientAddress = (request: IncomingMessage) => string;

/**
 * Tells who is asking. X-Forwarded-For counts only as far as it was written by `trusted` proxies (addresses or
 * networks, comma-separated): read from the right, the first address that is none of them.
 */
export function createClientAddress(trusted: string): ClientAddress {
  const proxies = blockListOf(trusted);
  const isProxy = (address: string) => proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return (request) => {
    const direct = plain(request.socket.remoteAddress ?? '');
    const forwarded = String(request.headers['x-forwarded-for'] ?? '')
      .slice(0, 1_000)
      .split(',')
      .map((part) => plain(part.trim()));
    let client = direct;
    for (const address of forwarded.reverse()) {
      if (!isAddress(client) || !isProxy(client) || !isAddress(address)) break;
      client = address;
    }
    return client;
  };
}

function isAddress(text: string): boolean {
  return isIPv4(text) || isIPv6(text);
}

/** ::ffff:192.0.2.1 is 192.0.2.1 to a server that listens on both. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function blockListOf(trusted: string): BlockList {
  const list = new BlockList();
  for (const entry of trusted.split(',').map((part) => part.trim())) {
    if (!entry) continue;
    const [address = '', bits] = entry.split('/');
    if (!isAddress(address)) throw new Error(`TRUSTED_PROXIES: ${entry} is no address`);
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
