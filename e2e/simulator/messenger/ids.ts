import { randomBytes } from 'node:crypto';
import type { Era } from '../world/world';

/** Message ids changed their look: `mid.<ms>:<hex>` in 2016, `m_<base64url>` today. */
export function newMid(era: Era, atMs: number): string {
  return era === '2016'
    ? `mid.${atMs}:${randomBytes(9).toString('hex')}`
    : `m_${randomBytes(48).toString('base64url')}`;
}

/** Unguessable: whoever knows the id of a webview may speak for the person in it. */
export function newWebviewId(): string {
  return `wv_${randomBytes(18).toString('base64url')}`;
}

export function newDialogId(): string {
  return `pd_${randomBytes(12).toString('base64url')}`;
}

/** Digits, as Messenger's ids of payments and attachments are. They begin with 1, as Meta's do: no card number does. */
export function newDigits(length: number): string {
  return `1${Array.from(randomBytes(length - 1), (byte) => byte % 10).join('')}`;
}
