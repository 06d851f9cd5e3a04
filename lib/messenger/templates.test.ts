import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { MessageButton, MessageCard, ReceiptMessage } from '@/lib/domain/messaging/outgoing-message';
import { toMetaMessage as build, toMetaButton } from './templates';
import { readVector } from './testing-vectors';

type Options = Parameters<typeof build>[1];
function toMetaMessage(message: Parameters<typeof build>[0], options: Options) {
  const built = build(message, options);
  if (!built.ok) throw new Error(built.problem);
  return built.value;
}

const page = { id: 'lanternlane', linksUrl: 'https://m.me' };
const options = { publicUrl: 'https://shop.example.com', nativeShare: false, page };
const outbound = z.object({ request: z.object({ json: z.object({ message: z.unknown() }) }) });
const recorded = (file: string) => readVector(`outbound/${file}.json`, outbound).request.json.message;

const receipt: ReceiptMessage = {
  kind: 'receipt',
  recipientName: 'Ada Fixture',
  merchantName: 'Lantern Lane Goods',
  orderNumber: 'LL-1001',
  currency: 'USD',
  paymentMethod: 'Visa 4242',
  orderPath: '/orders/LL-1001',
  placedAtSeconds: 1_473_670_200,
  lines: [
    {
      title: 'Canvas tote',
      subtitle: 'Green',
      quantity: 1,
      totalMinor: 2400,
      imagePath: 'https://cdn.example.com/p/tote.jpg',
    },
    {
      title: 'Enamel mug',
      subtitle: '',
      quantity: 2,
      totalMinor: 2500,
      imagePath: 'https://cdn.example.com/p/mug.jpg',
    },
  ],
  address: {
    street1: '12 Test Street',
    street2: 'Apt 4',
    city: 'Exampleville',
    postalCode: '94000',
    region: 'CA',
    country: 'US',
  },
  goodsMinor: 4900,
  shippingMinor: 495,
  taxMinor: 404,
  totalMinor: 5299,
  discounts: [{ name: 'Welcome offer', amountMinor: 500 }],
};

describe('as recorded', () => {
  test('the receipt', () => {
    expect(toMetaMessage(receipt, options)).toEqual(recorded('receipt'));
  });

  test('quick replies', () => {
    const said = toMetaMessage(
      {
        kind: 'text',
        text: 'Which colour?',
        quickReplies: [
          { title: 'Green', payload: 'VARIANT:tote:green' },
          { title: 'Navy', payload: 'VARIANT:tote:navy' },
        ],
      },
      options,
    );
    const withoutIcons = JSON.parse(JSON.stringify(recorded('quick-replies')), (key, value) =>
      key === 'image_url' ? undefined : value,
    );
    expect(said).toEqual(withoutIcons);
  });

  test('chips with her own address and number; without them where Messenger has none', () => {
    const quickReplies = [
      { title: 'My e-mail', payload: 'ORDERS', contact: 'email' as const },
      { title: 'Call me', payload: 'PERSON', contact: 'phone' as const },
    ];
    const asked = { kind: 'text' as const, text: 'Where should the receipt go?', quickReplies };
    expect(toMetaMessage(asked, options)).toEqual(recorded('quick-replies-contact'));
    expect(toMetaMessage(asked, { ...options, nativeShare: true })).toEqual({ text: asked.text });
  });

  test('the second card of the carousel', () => {
    const shape = z.object({ attachment: z.object({ payload: z.object({ elements: z.array(z.looseObject({})) }) }) });
    const said = toMetaMessage(
      {
        kind: 'cards',
        cards: [
          {
            title: 'Canvas tote',
            subtitle: '$24.00 - heavy cotton',
            imagePath: 'https://cdn.example.com/p/tote.jpg',
            openPath: '/shop/products/canvas-tote',
            buttons: [
              { kind: 'open', title: 'View', path: '/shop/products/canvas-tote', height: 'tall', shareable: false },
              { kind: 'postback', title: 'Add to bag', payload: 'ADD:tote:green' },
            ],
          },
        ],
        quickReplies: [],
      },
      options,
    );
    const ours = shape.parse(said).attachment.payload.elements[0];
    // Ours has no fallback: the page itself works without the SDK.
    const theirs = JSON.parse(
      JSON.stringify(shape.parse(recorded('generic-carousel')).attachment.payload.elements[0]).replaceAll(
        '/p/canvas-tote',
        '/shop/products/canvas-tote',
      ),
      (key, value) => (key === 'fallback_url' ? undefined : value),
    );
    expect(ours).toEqual(theirs);
  });
});

describe('a share button', () => {
  const card: MessageCard = {
    title: 'Ada thinks you would like this tote',
    subtitle: '10% off your first order',
    imagePath: 'https://cdn.example.com/p/tote.jpg',
    openPath: '/shop/products/canvas-tote',
    buttons: [
      { kind: 'share', title: 'Share', path: '/shop/products/canvas-tote', ref: 'invite_ada_01', open: 'Shop now' },
    ],
  };
  const shape = z.object({
    attachment: z.object({ payload: z.object({ elements: z.tuple([z.object({ buttons: z.array(z.unknown()) })]) }) }),
  });
  const buttonsOf = (message: unknown) => shape.parse(message).attachment.payload.elements[0].buttons;
  const drawn = (shown: MessageCard) =>
    buttonsOf(toMetaMessage({ kind: 'cards', cards: [shown], quickReplies: [] }, options));

  test('hands over a card that leads the friend into a thread of her own, as recorded', () => {
    expect(drawn(card)).toEqual(buttonsOf(recorded('share-button-contents')));
  });

  test('gives way to the page where it has no code, since Messenger draws none', () => {
    const plain = { kind: 'share' as const, title: 'Share', path: '/shop/products/canvas-tote' };
    expect(drawn({ ...card, buttons: [plain] })).toMatchObject([
      { type: 'web_url', url: 'https://shop.example.com/shop/products/canvas-tote' },
    ]);
  });
});

describe('buttons', () => {
  const open: MessageButton = {
    kind: 'open',
    title: 'My order',
    path: '/shop/orders/o1',
    height: 'full',
    shareable: false,
  };

  test('a private page hides the share icon, a public one shows it', () => {
    expect(toMetaButton(open, options)).toEqual({
      type: 'web_url',
      title: 'My order',
      url: 'https://shop.example.com/shop/orders/o1',
      webview_height_ratio: 'full',
      messenger_extensions: true,
      webview_share_button: 'hide',
    });
    expect(toMetaButton({ ...open, shareable: true }, options)).not.toHaveProperty('webview_share_button');
  });

  test('Share is native where it still exists, elsewhere it opens the page', () => {
    const share: MessageButton = { kind: 'share', title: 'Share', path: '/shop/products/x' };
    expect(toMetaButton(share, { ...options, nativeShare: true })).toEqual({ type: 'element_share' });
    expect(toMetaButton(share, options)).toMatchObject({
      type: 'web_url',
      title: 'Share',
      url: 'https://shop.example.com/shop/products/x',
    });
  });
});

test('what is too long ends in an ellipsis, and never in half a character', () => {
  const text = toMetaMessage({ kind: 'text', text: 'a'.repeat(2000), quickReplies: [] }, options);
  expect(text).toEqual({ text: `${'a'.repeat(639)}…` });
  const title = toMetaButton({ kind: 'postback', title: `${'b'.repeat(18)}🎁 gift`, payload: 'x' }, options);
  expect(title).toMatchObject({ title: `${'b'.repeat(18)}…` });
});

test('tax inside the prices is not shown as a sum of its own', () => {
  const european = { ...receipt, currency: 'EUR', taxMinor: 0, discounts: [], totalMinor: 5395 };
  expect(JSON.stringify(toMetaMessage(european, options))).not.toContain('total_tax');
});

test.each([{ totalMinor: 5298 }, { goodsMinor: 4899 }, { discounts: [] }])(
  'a receipt whose sums do not add up is not sent: %j',
  (change) => {
    expect(build({ ...receipt, ...change }, options)).toEqual({ ok: false, problem: 'sums_differ' });
  },
);
