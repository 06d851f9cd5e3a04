import { requestOfPayload } from './requests';
import { yesOrNo } from './sayings';

/** A quick reply that stands under the shop's last message. */
export type Chip = { title: string; payload: string; contact?: 'email' | 'phone' };

/** What answers a question of ours with yes; only these are ever meant by a bare "yes". */
const YES_PAYLOAD = /^(?:(?:CANCEL|RETURN)_YES:.+|NEWS_YES)$/;

/**
 * The payload of the chip that typed words choose, or null: its title, "yes" or "no" to a question, her address or number
 * where one was asked for. Not every app shows chips, and many people type what they could tap.
 */
export function chipMeant(chips: readonly Chip[], typed: string): string | null {
  const said = typed.trim();
  const titled = chips.find((chip) => chip.contact === undefined && bare(chip.title) === bare(said));
  if (titled && bare(said) !== '') return titled.payload;
  const contact = requestOfPayload(said);
  if (contact?.kind === 'mail_to' && chips.some((chip) => chip.contact === 'email')) return said;
  if (contact?.kind === 'call_me' && chips.some((chip) => chip.contact === 'phone')) return said;
  const yes = chips.find((chip) => YES_PAYLOAD.test(chip.payload));
  if (!yes) return null;
  const answer = yesOrNo(said);
  if (answer === 'yes') return yes.payload;
  return (answer === 'no' && chips.find((chip) => chip !== yes)?.payload) || null;
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
