import { invalidParameter } from './errors';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Meta lists https hosts only, never localhost or an address. In this world the shop runs on `http://localhost`, so a
 * loopback http origin stands for a https host, with its port as part of the name; everything else is judged as by Meta.
 */
export function listedOrigin(domain: string): string {
  let url: URL;
  try {
    url = new URL(domain);
  } catch (cause) {
    throw invalidParameter(`Invalid domain: ${String(cause)}`);
  }
  const local = url.protocol === 'http:' && loopback.has(url.hostname);
  const named = url.protocol === 'https:' && /[a-z]/i.test(url.hostname) && url.hostname.includes('.');
  if (!local && !named) throw invalidParameter('Invalid domain');
  return url.origin;
}

/** Values come back with a trailing slash from Meta, so both sides are compared as origins. */
export function isListed(address: string, domains: string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { origin } = new URL(address);
  return domains.some((domain) => new URL(domain).origin === origin);
}
