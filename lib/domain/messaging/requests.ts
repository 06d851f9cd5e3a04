import { z } from 'zod';
import type { Language } from '../market';
import { wordsOf } from './product-search';

// A chip of Messenger's sends her address, or her number, as its payload.
const addressSchema = z.email().max(254);
const phoneSchema = z
  .string()
  .regex(/^\+?[\d\s()./-]{6,24}$/)
  .transform((typed) => typed.replace(/[^\d+]/g, ''))
  .pipe(z.string().regex(/^\+?\d{6,15}$/));

/** What she asks of the shop beside looking around. `number`: the order she names, or null for her latest. */
export type ServiceRequest =
  | { kind: 'order'; number: number | null }
  | { kind: 'cancel'; number: number | null }
  | { kind: 'cancel_confirmed'; orderId: string }
  | { kind: 'return'; number: number | null }
  | { kind: 'return_confirmed'; orderId: string }
  | { kind: 'person' }
  | { kind: 'call_me'; phone: string }
  | { kind: 'stop' }
  | { kind: 'resume' }
  | { kind: 'news' }
  | { kind: 'mail_where'; number: number | null }
  | { kind: 'mail_to'; address: string }
  | { kind: 'news_confirmed' }
  | { kind: 'tell_me'; ask: 'restock' | 'price'; slug: string }
  | { kind: 'language'; language: Language };

const STOP = setOf('stop stopp stoppen abmelden abbestellen unsubscribe optout');
const STOP_PHRASES = [
  /\bkeine (weiteren? )?(werbung|erinnerungen|nachrichten)\b/,
  /\b(schreib|schreibt|schick|schickt|sende|sendet) mir (bitte )?(das |sowas |so etwas )?nicht(s)? mehr\b/,
  /\b(hör|hört) (bitte )?auf\b|\b(lass|lasst) mich( bitte)? in ruhe\b/,
  /\bno (more )?(ads|advertising|reminders|messages)\b/,
  /\b(stop|quit) (sending|messaging|writing|texting|contacting)\b|\bleave me alone\b/,
  /\b(don['’]t|do not) (message|write|text|contact) (to )?me\b/,
];
const MAIL = setOf('mail email e-mail emailen mailen');
const CONFIRMATION = setOf('bestaetigung bestellbestaetigung beleg confirmation receipt');
const NEWS = setOf('newsletter neuigkeiten news angebote abonnieren subscribe offers');
const PERSON = setOf('mensch menschen mitarbeiter mitarbeiterin berater jemanden human person agent somebody someone');
const CANCEL = setOf('stornieren storno storniere stornierung storniert cancel cancellation');
const RETURN = setOf(
  `widerruf widerrufen widerrufe retoure zurueckschicken zurueckgeben rueckgabe ruecksendung umtauschen umtausch
  return returns withdraw withdrawal`,
);
const LANGUAGES: Record<string, Language> = { deutsch: 'de', german: 'de', englisch: 'en', english: 'en' };
const LANGUAGE_FRAME = setOf('sprache language sprechen speak antworte answer reply bitte please');

/** The request in what somebody typed, or null: a product's name, a greeting, anything else. The stop word comes first. */
export function requestOfText(text: string): ServiceRequest | null {
  const words = wordsOf(text);
  const number = orderNumberIn(text);
  if (isStop(text, words)) return { kind: 'stop' };
  if (words.some((word) => MAIL.has(word)) && words.some((word) => CONFIRMATION.has(word)))
    return { kind: 'mail_where', number };
  if (words.some((word) => CANCEL.has(word))) return { kind: 'cancel', number };
  if (words.some((word) => RETURN.has(word))) return { kind: 'return', number };
  if (words.some((word) => PERSON.has(word)) && words.length <= 4) return { kind: 'person' };
  if (words.length > 0 && words.every((word) => NEWS.has(word))) return { kind: 'news' };
  if (number !== null) return { kind: 'order', number };
  const language = words.map((word) => LANGUAGES[word]).find(Boolean);
  const onlyThat = words.every((word) => word in LANGUAGES || LANGUAGE_FRAME.has(word));
  return language && onlyThat ? { kind: 'language', language } : null;
}

/** The request in a payload of our own buttons, or null for anything else. */
export function requestOfPayload(payload: string): ServiceRequest | null {
  const [name = '', value = ''] = payload.split(':');
  if (payload === 'LANGUAGE:de' || payload === 'LANGUAGE:en')
    return { kind: 'language', language: payload === 'LANGUAGE:de' ? 'de' : 'en' };
  if (payload === 'PERSON') return { kind: 'person' };
  if (payload === 'STOP') return { kind: 'stop' };
  if (payload === 'RESUME') return { kind: 'resume' };
  const address = addressSchema.safeParse(payload);
  if (address.success) return { kind: 'mail_to', address: address.data };
  const phone = phoneSchema.safeParse(payload);
  if (phone.success) return { kind: 'call_me', phone: phone.data };
  if (payload === 'NEWS') return { kind: 'news' };
  if (payload === 'NEWS_YES') return { kind: 'news_confirmed' };
  const [, ask, slug] = /^TELL_ME:(restock|price):([\w-]{1,120})$/.exec(payload) ?? [];
  if (slug && (ask === 'restock' || ask === 'price')) return { kind: 'tell_me', ask, slug };
  if (name === 'CANCEL_YES' && value) return { kind: 'cancel_confirmed', orderId: value };
  if (name === 'RETURN_YES' && value) return { kind: 'return_confirmed', orderId: value };
  if (name === 'CANCEL' || name === 'RETURN') {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : null;
    return { kind: name === 'CANCEL' ? 'cancel' : 'return', number };
  }
  return null;
}

// "Stop!" alone, or a sentence that says it; "Bus stop poster" looks for a poster.
function isStop(text: string, words: string[]): boolean {
  const said = text.toLowerCase().trim();
  if (STOP_PHRASES.some((phrase) => phrase.test(said))) return true;
  return words.length > 0 && words.length <= 2 && words.some((word) => STOP.has(word)) && !/\?/.test(said);
}

function orderNumberIn(text: string): number | null {
  const alone = /^\s*#?\s*(\d{4,9})\s*[.!?]*\s*$/.exec(text)?.[1];
  const labelled = /(?:^|[^\p{L}\d])K[-\s]?(\d{3,9})(?!\d)/iu.exec(text);
  const named =
    /(?:bestell\p{L}*|order|nummer|number|nr\.?|no\.?)\s*(?:nr\.?|nummer|number|no\.?)?\s*[#:]?\s*(\d{3,9})(?!\d)/iu.exec(
      text,
    );
  const digits = alone ?? labelled?.[1] ?? named?.[1];
  return digits === undefined ? null : Number(digits);
}

function setOf(words: string): Set<string> {
  return new Set(words.split(/\s+/));
}
