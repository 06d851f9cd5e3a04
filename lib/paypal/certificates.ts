import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';

const PATH = /^\/v1\/notifications\/certs\/[\w-]{1,120}$/;
const LIMIT_BYTES = 64 * 1024;
const TIMEOUT_MS = 5_000;
const KEPT_AT_MOST = 16;
const LONGEST_CHAIN = 6;

export type TrustSettings = {
  /** Whose certificates are fetched: exactly these origins, nobody else's. */
  origins: readonly string[];
  /** Where their chain must end, in PEM; null for the roots that Node trusts. */
  roots: string | null;
};

/**
 * Finds the certificate that a webhook names. Only the path of certificates at one of the trusted origins is ever asked,
 * without following redirects; a certificate counts once its chain ends at a trusted root. Kept by address.
 * "untrusted": another address, or another chain. "unreachable": it could not be fetched, later perhaps.
 */
export function createCertificateSource(trust: TrustSettings, now: () => Date) {
  const kept = new Map<string, X509Certificate>();
  const roots = splitPem(trust.roots ?? rootCertificates.join('\n'));

  return async function find(address: string): Promise<X509Certificate | 'untrusted' | 'unreachable'> {
    if (!isTrustedAddress(address, trust.origins)) return 'untrusted';
    const known = kept.get(address);
    if (known && isInForce(known, now())) return known;
    const pem = await fetchPem(address);
    if (pem === null) return 'unreachable';
    const chain = splitPem(pem);
    const [leaf] = chain;
    if (!leaf || !leadsToRoot(chain, roots, now())) return 'untrusted';
    if (kept.size >= KEPT_AT_MOST) kept.clear();
    kept.set(address, leaf);
    return leaf;
  };
}

export type FindCertificate = ReturnType<typeof createCertificateSource>;

/** Compared as the parsed origin, so that no trick of writing (user part, dot, escape) reaches another host. */
function isTrustedAddress(address: string, origins: readonly string[]): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username || url.password || url.search || url.hash) return false;
  return origins.includes(url.origin) && PATH.test(url.pathname);
}

async function fetchPem(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok || !response.body) return null;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > LIMIT_BYTES) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

function splitPem(text: string): X509Certificate[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    try {
      return [new X509Certificate(block)];
    } catch {
      return []; // no certificate, whatever it says it is
    }
  });
}

/** From the first certificate upwards, each signed by the next, every issuer allowed to be one, up to a trusted root. */
function leadsToRoot(chain: X509Certificate[], roots: X509Certificate[], now: Date): boolean {
  let [current] = chain;
  for (let step = 0; current && step < LONGEST_CHAIN; step += 1) {
    const child: X509Certificate = current;
    if (!isInForce(child, now)) return false;
    if (roots.some((root) => isInForce(root, now) && hasIssued(root, child))) return true;
    current = chain.find((candidate) => candidate !== child && candidate.ca && hasIssued(candidate, child));
  }
  return false;
}

function hasIssued(issuer: X509Certificate, child: X509Certificate): boolean {
  return child.checkIssued(issuer) && child.verify(issuer.publicKey);
}

function isInForce(certificate: X509Certificate, now: Date): boolean {
  return new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo);
}
