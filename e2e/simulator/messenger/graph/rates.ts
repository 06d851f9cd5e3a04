import { knownErrors } from './errors';
import type { PageMessage } from './message-shapes';

/** Messages of one Page within a second: of all kinds, and those with sound or film. Source: reference B.9. */
export const SENDS_A_SECOND = { all: 300, heavy: 10 };
const SECOND_MS = 1000;
/** Answers to comments, of one Page within an hour. Source: reference B.9. */
export const PRIVATE_REPLIES_AN_HOUR = 750;
const HOUR_MS = 60 * 60 * SECOND_MS;

function isHeavy({ attachment }: PageMessage): boolean {
  if (!attachment) return false;
  if (attachment.type !== 'template') return attachment.type === 'audio' || attachment.type === 'video';
  const { payload } = attachment;
  return payload.template_type === 'media' && payload.elements.some(({ media_type: type }) => type === 'video');
}

/**
 * Counts a message that wants to leave now, in milliseconds since 1970; the first one too many is refused with the Page's
 * own rate code, and not counted.
 */
export function countSending(sent: { all: number[]; heavy: number[] }, nowMs: number, message: PageMessage): void {
  const rates = isHeavy(message) ? (['all', 'heavy'] as const) : (['all'] as const);
  for (const rate of rates) {
    sent[rate] = within(sent[rate], nowMs, SECOND_MS);
    if (sent[rate].length >= SENDS_A_SECOND[rate]) throw knownErrors['page-rate']();
  }
  for (const rate of rates) sent[rate].push(nowMs);
}

/** The same for a private reply. */
export function countPrivateReply(sent: { replies: number[] }, nowMs: number): void {
  sent.replies = within(sent.replies, nowMs, HOUR_MS);
  if (sent.replies.length >= PRIVATE_REPLIES_AN_HOUR) throw knownErrors['page-rate']();
  sent.replies.push(nowMs);
}

/** A clock that was set back makes nobody wait. */
function within(sent: number[], nowMs: number, spanMs: number): number[] {
  return sent.filter((atMs) => atMs <= nowMs && nowMs - atMs < spanMs);
}
