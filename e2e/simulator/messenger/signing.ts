import { createHmac, timingSafeEqual } from 'node:crypto';

/** Both headers that Meta sends with a webhook; the key is the app secret, the message the raw body. */
export function hubSignatures(body: string, appSecret: string): Record<string, string> {
  const hex = (algorithm: string) => createHmac(algorithm, appSecret).update(body).digest('hex');
  return { 'x-hub-signature': `sha1=${hex('sha1')}`, 'x-hub-signature-256': `sha256=${hex('sha256')}` };
}

export function appSecretProof(accessToken: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}

export function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export type ThreadContext = {
  issuedAtSeconds: number;
  pageId: string;
  psid: string;
  threadType: 'USER_TO_PAGE' | 'USER_TO_USER' | 'GROUP';
  tid: string;
};

/** `signed_request` of getContext: the HMAC covers the encoded payload, not the JSON. `page_id` travels as a number. */
export function signContext(context: ThreadContext, appSecret: string): string {
  const payload = Buffer.from(
    JSON.stringify({
      algorithm: 'HMAC-SHA256',
      issued_at: context.issuedAtSeconds,
      page_id: Number(context.pageId),
      psid: context.psid,
      thread_type: context.threadType,
      tid: context.tid,
    }),
  ).toString('base64url');
  return `${createHmac('sha256', appSecret).update(payload).digest('base64url')}.${payload}`;
}

/** What a forger in the browser could make of it: somebody else's PSID under the old signature. */
export function tamperContext(signedRequest: string, psid: string): string {
  const [signature = '', payload = ''] = signedRequest.split('.');
  const members: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const forged = Object.assign({}, members, { psid, tid: psid });
  return `${signature}.${Buffer.from(JSON.stringify(forged)).toString('base64url')}`;
}
