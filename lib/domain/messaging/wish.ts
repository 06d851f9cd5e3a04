import type { EventContent, Referral } from './incoming-event';
import { PAYLOADS } from './payloads';
import { wordsOf } from './product-search';
import { requestOfPayload, requestOfText, type ServiceRequest } from './requests';
import { sayingIn } from './sayings';

/** What somebody in a thread wants, as far as an event tells. */
export type Wish =
  | { kind: 'greeting' }
  | { kind: 'products'; collection: string | null; from?: number }
  | { kind: 'collections' }
  | { kind: 'words'; text: string }
  | { kind: 'orders' }
  | { kind: 'request'; request: ServiceRequest }
  | { kind: 'help' }
  | { kind: 'thanks' }
  /** "Ok", a thumb, a sticker: heard, and nothing wanted. */
  | { kind: 'acknowledged' }
  | { kind: 'product'; slug: string; greet: boolean }
  | { kind: 'sku'; sku: string }
  | { kind: 'unclear' }
  /** Came by a link or an ad: one of `refs`, or the ad, may lead to something; if none does, `otherwise` holds. */
  | {
      kind: 'ref';
      refs: string[];
      metaAdId: string | null;
      otherwise: Wish;
      /** She has a thread already, and is led to what the link names without being greeted anew. */
      returns?: true;
    };

/** What an event asks for. Payloads come from our own buttons, of today or of years ago; anything else is untrusted. */
export function wishOf(content: EventContent): Wish {
  switch (content.kind) {
    case 'postback':
      return withReferral(content.referral, wishOfPayload(content.payload));
    case 'text':
      return withReferral(
        content.referral,
        content.payload ? wishOfPayload(content.payload) : wishOfText(content.text),
      );
    case 'attachment':
      return withReferral(content.referral, wishOfAttachment(content));
    case 'referral':
      return returning(withReferral(content.referral, { kind: 'greeting' }));
    default:
      return { kind: 'unclear' };
  }
}

function wishOfAttachment({ sku, sticker }: Extract<EventContent, { kind: 'attachment' }>): Wish {
  if (sku) return { kind: 'sku', sku };
  return { kind: sticker ? 'acknowledged' : 'unclear' };
}

function wishOfPayload(payload: string): Wish {
  const [name = '', slug = ''] = payload.split(':');
  if (payload === PAYLOADS.getStarted) return { kind: 'greeting' };
  if (payload === PAYLOADS.products) return { kind: 'products', collection: null };
  if (payload === PAYLOADS.collections) return { kind: 'collections' };
  if (payload === PAYLOADS.orders) return { kind: 'orders' };
  if (payload === PAYLOADS.help) return { kind: 'help' };
  if (name === 'PRODUCT' && slug) return { kind: 'product', slug, greet: false };
  const request = requestOfPayload(payload);
  if (request) return { kind: 'request', request };
  if (name === 'MORE') return moreOf(payload);
  if (name === 'COLLECTION' && slug) return { kind: 'products', collection: slug };
  return { kind: 'unclear' };
}

function moreOf(payload: string): Wish {
  const [, collection, from] = /^MORE:([^:]*):(\d{1,6})$/.exec(payload) ?? [];
  return from === undefined
    ? { kind: 'unclear' }
    : { kind: 'products', collection: collection || null, from: Number(from) };
}

function wishOfText(text: string): Wish {
  const request = requestOfText(text);
  if (request) return { kind: 'request', request };
  const saying = sayingIn(text);
  if (saying === 'products') return { kind: saying, collection: null };
  if (saying) return { kind: saying };
  if (wordsOf(text).length === 0) return { kind: /[?¿]/.test(text) ? 'help' : 'unclear' };
  return { kind: 'words', text };
}

function withReferral(referral: Referral | null, otherwise: Wish): Wish {
  const refs = [referral?.ref, referral?.productId].filter((ref): ref is string => Boolean(ref));
  const metaAdId = referral?.adId ?? null;
  return refs.length > 0 || metaAdId !== null ? { kind: 'ref', refs, metaAdId, otherwise } : otherwise;
}

function returning(wish: Wish): Wish {
  return wish.kind === 'ref' ? { ...wish, returns: true } : wish;
}

const GERMAN = setOf(
  'ich du ihr wir und oder der die das ein eine einen ist sind habt hast gibt es bitte hallo danke suche zeig mir meine wo hilfe bestellung fuer mit',
);

/** Whether a text reads like German: asked only where Meta does not tell a person's language. */
export function soundsGerman(text: string): boolean {
  return (
    /[äöüß]/i.test(text) ||
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => GERMAN.has(word))
  );
}

function setOf(words: string): Set<string> {
  return new Set(words.split(' '));
}
