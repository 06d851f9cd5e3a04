import { createHash } from 'node:crypto';
import { isCommonPassword } from '@/lib/domain/merchants/common-passwords';
import { logEvent } from './log';

const TIMEOUT_MS = 2_500;
const MAX_BYTES = 500_000;

/**
 * Whether a password is known from a leak. Only the first five characters of its SHA-1 leave the shop, and the answer is padded, so
 * that nobody on the way learns which one was meant. Without an answer the list of common ones decides, and the log says so.
 * Source: Have I Been Pwned API v3, "Searching by range" and "Introducing padding".
 */
export async function isLeakedPassword(password: string, origin: string): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
  const [prefix, suffix] = [hash.slice(0, 5), hash.slice(5)];
  try {
    return countIn(await askRange(`${origin}/range/${prefix}`), suffix) > 0;
  } catch (error) {
    logEvent('password.leaks_unreachable', { reason: error instanceof Error ? error.name : 'unknown' });
    return isCommonPassword(password);
  }
}

async function askRange(url: string): Promise<string> {
  const answer = await fetch(url, {
    headers: { 'add-padding': 'true', 'user-agent': 'kiosk-shop' },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel();
    throw new Error('no range');
  }
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of answer.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_BYTES) throw new Error('too long');
  }
  return text;
}

/** Lines read "SUFFIX:COUNT"; those of the padding count 0. */
function countIn(range: string, suffix: string): number {
  const line = range.split('\n').find((one) => one.startsWith(`${suffix}:`));
  return Number(line?.slice(suffix.length + 1).trim() ?? 0);
}
