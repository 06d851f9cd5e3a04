import { expect, test } from 'vitest';
import { z } from 'zod';
import { readVector } from './testing-vectors';
import { readWebhook } from './webhook';

const PAGE = '104201609120001';
const bodyShape = z.object({ body: z.unknown() });

function eventsIn(body: unknown) {
  const read = readWebhook(new TextEncoder().encode(JSON.stringify(body)), PAGE);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}
const contentOf = (name: string) => eventsIn(readVector(`inbound/${name}.json`, bodyShape).body)[0]?.content;

test('whoever agreed on a website is greeted by what she looked at there', () => {
  expect(contentOf('optin-send-to-messenger')).toEqual({
    kind: 'referral',
    referral: { ref: 'cart_8821', source: 'SEND_TO_MESSENGER', adId: null, productId: null },
  });
});

test('a checkbox names nobody, and an opt-in for news is none of this', () => {
  const [checkbox] = eventsIn(readVector('inbound/optin-checkbox.json', bodyShape).body);
  expect(checkbox?.psid).toBeNull();
  expect(contentOf('optin-notification-messages')?.kind).toBe('opt_in');
});

test.each([
  ['referral-shortlink', { ref: 'invite_ada_01', source: 'SHORTLINK', adId: null }],
  ['referral-messenger-code-legacy', { ref: 'till_7', source: 'MESSENGER_CODE', adId: null }],
  ['referral-chat-plugin-legacy', { ref: 'web', source: 'CUSTOMER_CHAT_PLUGIN', adId: null }],
  ['referral-ad-2016', { ref: 'autumn_totes', source: 'ADS', adId: '6045246247433' }],
  ['referral-ad', { ref: 'autumn_totes', source: 'ADS', adId: '6045246247433', productId: '7001000000000001' }],
  ['referral-lead-complete', { ref: null, source: 'ADS', adId: '6045246247433' }],
  ['message-ad-referral', { ref: 'autumn_totes', source: 'ADS', adId: '6045246247433' }],
  ['message-shops-referral', { ref: null, productId: '7001000000000001' }],
  ['postback-get-started-mme', { ref: 'invite_ada_01', source: 'SHORTLINK' }],
  ['postback-get-started-ad', { ref: 'autumn_totes', source: 'ADS', adId: '6045246247433' }],
])('%s', (name, referral) => {
  expect(contentOf(name)).toMatchObject({ referral });
});

const change = (value: object) => ({
  object: 'page',
  entry: [{ id: PAGE, time: 1, changes: [{ field: 'feed', value }] }],
});
const said = { item: 'comment', verb: 'add', comment_id: '9_1', from: { id: '7', name: 'Ada' }, message: 'How much?' };

test('a comment under a post is heard once; the Page’s own, an edit and a like are not', () => {
  const [event] = eventsIn(change(said));
  expect(event).toMatchObject({
    eventId: 'comment:9_1',
    psid: null,
    content: { kind: 'comment', commentId: '9_1', text: 'How much?' },
  });
  for (const other of [{ from: { id: PAGE } }, { verb: 'edited' }, { item: 'reaction' }])
    expect(eventsIn(change({ ...said, ...other }))[0]?.content).toEqual({ kind: 'other', name: 'change:feed' });
});

test('a card that was passed on says by its link what it is about, and nothing else of it is read', () => {
  const card = (url: string) => ({
    object: 'page',
    entry: [
      {
        id: PAGE,
        messaging: [
          {
            sender: { id: '42' },
            message: {
              mid: 'm_1',
              attachments: [
                {
                  type: 'template',
                  payload: {
                    template_type: 'generic',
                    elements: [
                      {
                        title: 'x',
                        default_action: { type: 'web_url', url },
                        buttons: [{ type: 'postback', title: 'Pay', payload: 'PAID' }],
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    ],
  });
  expect(eventsIn(card('https://m.me/lanternlane?ref=invite_ada_01'))[0]?.content).toEqual({
    kind: 'attachment',
    sku: null,
    referral: { ref: 'invite_ada_01', source: 'SHARED_CARD', adId: null, productId: null },
  });
  expect(eventsIn(card('https://shop.example.com/p/x'))[0]?.content).toMatchObject({ referral: null });
  expect(contentOf('message-shared-template')).toMatchObject({ kind: 'attachment', referral: null });
});
