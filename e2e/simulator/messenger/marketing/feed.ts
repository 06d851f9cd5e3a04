import { type Answer, answerHtml, type Call, Refusal, type Route } from '../../world/exchange';
import { pageSays, personArrives, personSays } from '../events';
import { newMid } from '../ids';
import { findPerson, type Messenger, threadOf } from '../messenger';
import type { AdCopy, AdOf } from './ad-state';

export function adsOf(messenger: Messenger): AdOf<'ad'>[] {
  return [...messenger.state.ads.values()].filter((one): one is AdOf<'ad'> => one.kind === 'ad');
}

function creativeOf(messenger: Messenger, ad: AdOf<'ad'>): AdOf<'creative'> {
  const creative = messenger.state.ads.get(ad.creativeId);
  if (creative?.kind !== 'creative') throw new Refusal(404, 'This ad has no creative.');
  return creative;
}

/** The copy of an ad, as it stands in the thread: no message of the Page's, so nobody is told of it. */
function showCopy(messenger: Messenger, psid: string, copy: AdCopy): void {
  const atMs = messenger.world.clock.nowMs();
  const element = {
    title: copy.title.slice(0, 80),
    subtitle: copy.text.slice(0, 80),
    ...(copy.photoUrl ? { image_url: copy.photoUrl } : {}),
  };
  const messages = [
    { attachment: { type: 'template' as const, payload: { template_type: 'generic' as const, elements: [element] } } },
    ...(copy.welcome ? [{ text: copy.welcome.text }] : []),
  ];
  for (const message of messages)
    threadOf(messenger, psid).bubbles.push({
      mid: newMid(messenger.world.era, atMs),
      from: 'page',
      atMs,
      message,
      delivered: true,
      read: true,
      sharedBy: null,
    });
}

/**
 * She taps "Send Message" under an ad: the thread shows its copy and welcome. A new thread tells the shop nothing before
 * she acts; a known one sends the referral at once.
 */
export function tapAd(messenger: Messenger, psid: string, adId: string): void {
  if (!findPerson(messenger, psid)) throw new Refusal(404, `There is nobody with the psid ${psid}.`);
  const ad = adsOf(messenger).find((one) => one.id === adId);
  if (ad?.status !== 'ACTIVE') throw new Refusal(409, 'This ad does not run.');
  const { copy, postId } = creativeOf(messenger, ad);
  const thread = threadOf(messenger, psid);
  showCopy(messenger, psid, copy);
  personArrives(messenger, psid, {
    source: 'ADS',
    type: 'OPEN_THREAD',
    ad_id: ad.id,
    ads_context_data: {
      ad_title: copy.title,
      ...(copy.photoUrl ? { photo_url: copy.photoUrl } : {}),
      post_id: postId,
    },
  });
  if (thread.lastActedAtMs === null) thread.adIceBreakers = copy.welcome?.iceBreakers ?? [];
  messenger.changed();
}

/** She taps a question of the ad: Messenger says its answer by itself, and the shop hears her question. */
export function answerAdQuestion(messenger: Messenger, psid: string, index: number): boolean {
  const question = threadOf(messenger, psid).adIceBreakers[index];
  if (!question) return false;
  personSays(messenger, psid, question.title);
  if (question.response) pageSays(messenger, psid, { text: question.response });
  return true;
}

function inHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function drawPost(messenger: Messenger, ad: AdOf<'ad'>, psid: string): string {
  const { copy } = creativeOf(messenger, ad);
  const { name } = messenger.world.accounts.page;
  const form = (action: string, label: string) =>
    `<form method="post" action="/feed/${action}"><input type="hidden" name="ad" value="${inHtml(ad.id)}"><input type="hidden" name="psid" value="${inHtml(psid)}"><button>${label}</button></form>`;
  return `<article aria-label="${inHtml(copy.title)}">
<header><img src="/page-icon.svg" alt="" width="40" height="40"><p><b>${inHtml(name)}</b><br><small>Sponsored</small></p></header>
<p>${inHtml(copy.text)}</p>${copy.photoUrl ? `<img class="photo" src="${inHtml(copy.photoUrl)}" alt="">` : ''}
<footer><b>${inHtml(copy.title)}</b>${ad.status === 'ACTIVE' ? form('tap', 'Send Message') : form('start', 'Paused · switch on')}</footer></article>`;
}

const STYLE = `body{margin:0;font:16px/1.4 system-ui,sans-serif;background:#e9edf2;color:#14202b}main{max-width:34rem;margin:0 auto;padding:1rem}
.ribbon{margin:0;background:#14202b;color:#fff;text-align:center;padding:.4rem;font-size:.85rem}article{background:#fff;border-radius:14px;overflow:hidden;margin:0 0 1rem;box-shadow:0 1px 3px #0003}
article>p,header,footer{padding:.6rem 1rem;margin:0}header,footer{display:flex;gap:.7rem;align-items:center}header p{margin:0}footer{justify-content:space-between;background:#f4f6f9}
.photo{display:block;width:100%;aspect-ratio:1.91;object-fit:cover}button{font:inherit;font-weight:600;border:0;border-radius:9px;background:#0f6e5c;color:#fff;padding:.7rem 1rem;min-height:44px}
@media(prefers-color-scheme:dark){body{background:#0d141b;color:#e6edf3}article{background:#182430}footer{background:#203040}}`;

function feed(messenger: Messenger, call: Call): Answer {
  const psid = call.url.searchParams.get('psid') ?? messenger.state.lastShown;
  const posts = adsOf(messenger).map((ad) => drawPost(messenger, ad, psid));
  return answerHtml(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>News Feed</title><style>${STYLE}</style>
<p class="ribbon">Simulator</p><main><h1>News Feed</h1>${posts.join('') || '<p>No ad runs here yet.</p>'}</main></html>`);
}

function formOf(call: Call): { ad: string; psid: string } {
  const form = new URLSearchParams(call.body.toString('utf8'));
  return { ad: form.get('ad') ?? '', psid: form.get('psid') ?? '' };
}

/** The News Feed with the ads that were made, and what a person does there. */
export function feedRoutes(messenger: Messenger): Route[] {
  return [
    { method: 'GET', pattern: '/feed', handler: (call) => feed(messenger, call) },
    {
      method: 'POST',
      pattern: '/feed/tap',
      handler: (call) => {
        const { ad, psid } = formOf(call);
        tapAd(messenger, psid, ad);
        return { status: 303, headers: { location: `/?psid=${psid}` }, body: '' };
      },
    },
    {
      method: 'POST',
      pattern: '/feed/start',
      handler: (call) => {
        const { ad: id, psid } = formOf(call);
        const ad = adsOf(messenger).find((one) => one.id === id);
        if (ad) ad.status = 'ACTIVE';
        return { status: 303, headers: { location: `/feed?psid=${psid}` }, body: '' };
      },
    },
  ];
}
