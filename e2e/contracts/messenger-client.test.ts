import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { MessengerBatch, MessengerClient } from 'messaging-api-messenger';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ada, type Bench, fixtureAccounts, openBench } from './messenger-fixtures';

// A client that nobody here wrote, as it comes from npm: what it knows how to say must be heard and answered as by Meta.
let bench: Bench;
let client: MessengerClient;

beforeAll(async () => {
  bench = await openBench();
  const { app, page } = fixtureAccounts;
  const keys = { accessToken: page.accessToken, appId: app.id, appSecret: app.secret };
  client = new MessengerClient({ ...keys, version: '26.0', origin: bench.origin });
});
afterAll(() => bench.close());

beforeEach(async () => {
  await bench.lever('reset', {});
  await bench.greet();
  await client.setWhitelistedDomains(['https://shop.example.com']);
});

const sentShape = z.strictObject({
  recipientId: z.literal(ada),
  messageId: z.string().startsWith('m_'),
  attachmentId: z.string().optional(),
});
const thread = async () => z.object({ messages: z.array(z.object({ from: z.string(), message: z.unknown() })) })
  .parse(await (await fetch(`${bench.origin}/control/threads/${ada}`)).json()).messages;
const lastMessage = async () => (await thread()).at(-1)?.message;

const PICTURE = 'https://cdn.example.com/p/tote.jpg';
const BYTES = Buffer.from('GIF89a, more or less');
const DRAWING = path.join(import.meta.dirname, '..', '..', 'app', 'icon.svg');
const link = { type: 'web_url', title: 'Look', url: 'https://shop.example.com/', messengerExtensions: true } as const;
const postback = { type: 'postback', title: 'Details', payload: 'DETAILS' } as const;
const airport = { airportCode: 'SFO', city: 'San Francisco' };
const flight = {
  flightNumber: 'KL9123',
  departureAirport: airport,
  arrivalAirport: { airportCode: 'AMS', city: 'Amsterdam' },
  flightSchedule: { departureTime: '2026-12-26T11:30', arrivalTime: '2026-12-27T07:30' },
};
const receipt = {
  recipientName: 'Ada Linwood',
  orderNumber: 'K-1001',
  currency: 'USD',
  paymentMethod: 'Visa 4242',
  timestamp: '1785500000',
  elements: [{ title: 'Tote', subtitle: '', quantity: 1, price: 24, imageUrl: PICTURE }],
  summary: { subtotal: 24, shippingCost: 4.95, totalTax: 1.98, totalCost: 30.93 },
};

type Send = () => Promise<unknown>;
const kinds: Record<string, Send> = {
  text: () => client.sendText(ada, 'Hello'),
  'text as an answer': () => client.sendText(ada, 'Hello', { messagingType: 'RESPONSE' }),
  'text of a person, by tag': () => client.sendText(ada, 'Hello', { tag: 'HUMAN_AGENT' }),
  'quick replies': () =>
    client.sendText(ada, 'Which?', {
      quickReplies: [
        { contentType: 'text', title: 'Moon', payload: 'MOON', imageUrl: PICTURE },
        { contentType: 'user_email' },
        { contentType: 'user_phone_number' },
      ],
    }),
  'a message as it is': () => client.sendMessage(ada, { text: 'Hello' }),
  'a raw body': () => client.sendRawBody({ messagingType: 'RESPONSE', recipient: { id: ada }, message: { text: 'Hello' } }),
  'an attachment': () => client.sendAttachment(ada, { type: 'image', payload: { url: PICTURE, isReusable: true } }),
  'audio by address': () => client.sendAudio(ada, 'https://cdn.example.com/a.mp3'),
  'an image by address': () => client.sendImage(ada, PICTURE),
  'video by address': () => client.sendVideo(ada, 'https://cdn.example.com/v.mp4'),
  'a file by address': () => client.sendFile(ada, 'https://cdn.example.com/f.pdf'),
  'audio itself': () => client.sendAudio(ada, BYTES),
  'an image itself': () => client.sendImage(ada, BYTES),
  'video itself': () => client.sendVideo(ada, BYTES),
  'a file itself': () => client.sendFile(ada, BYTES),
  'an uploaded image': async () => client.sendImage(ada, { attachmentId: (await client.uploadImage(PICTURE, { isReusable: true })).attachmentId }),
  'a template by its payload': () => client.sendTemplate(ada, { templateType: 'button', text: 'Hello', buttons: [link] }),
  buttons: () => client.sendButtonTemplate(ada, 'Hello', [link, postback, { type: 'phone_number', title: 'Call', payload: '+493012345' }]),
  cards: () =>
    client.sendGenericTemplate(ada, [{ title: 'Moon', subtitle: 'A print', imageUrl: PICTURE, buttons: [link, postback] }], {
      imageAspectRatio: 'square',
    }),
  'a receipt': () => client.sendReceiptTemplate(ada, receipt),
  'media by id': async () =>
    client.sendMediaTemplate(ada, [{ mediaType: 'image', attachmentId: (await client.uploadImage(PICTURE, { isReusable: true })).attachmentId, buttons: [postback] }]),
  'as a persona': async () => {
    const { id } = await client.createPersona({ name: 'Sam', profilePictureUrl: PICTURE });
    return client.sendText(ada, 'Hello', { personaId: id });
  },
};

const airlines: Record<string, Send> = {
  itinerary: () =>
    client.sendAirlineItineraryTemplate(ada, {
      introMessage: 'Your plan',
      locale: 'en_US',
      pnrNumber: 'ABCDEF',
      passengerInfo: [{ passengerId: 'p1', name: 'Ada' }],
      flightInfo: [{ ...flight, connectionId: 'c1', segmentId: 's1', travelClass: 'economy' }],
      passengerSegmentInfo: [{ segmentId: 's1', passengerId: 'p1', seat: '12A', seatType: 'window' }],
      totalPrice: '100',
      currency: 'USD',
    }),
  'check-in': () =>
    client.sendAirlineCheckinTemplate(ada, { introMessage: 'Time', locale: 'en_US', checkinUrl: 'https://air.example.com', flightInfo: [] }),
  'boarding pass': () => client.sendAirlineBoardingPassTemplate(ada, { introMessage: 'Aboard', locale: 'en_US', boardingPass: [] }),
  update: () => client.sendAirlineUpdateTemplate(ada, { introMessage: 'Late', updateType: 'delay', locale: 'en_US', updateFlightInfo: flight }),
};

describe('every message it knows', () => {
  it.each(Object.entries(kinds))('%s: taken, drawn, answered with recipient and message id', async (_name, send) => {
    const before = (await thread()).length;
    sentShape.parse(await send());
    expect(await thread()).toHaveLength(before + 1);
  });

  it.each(Object.entries(airlines))('an airline’s %s: refused today as Meta words it, taken in 2016', async (_name, send) => {
    await expect(send()).rejects.toThrow('Messenger API - 100 OAuthException (#100) Invalid template type');
    await bench.lever('profile', { era: '2016' });
    await expect(send()).resolves.toMatchObject({ recipientId: ada, messageId: expect.stringMatching(/^mid\./) });
  });

  it('the one-time notification of 2020 is in neither era', async () => {
    for (const era of ['current', '2016']) {
      await bench.lever('profile', { era });
      const asked = client.sendOneTimeNotifReqTemplate(ada, { title: 'Tell me', payload: 'TELL' });
      await expect(asked).rejects.toThrow(/^Messenger API - 100 OAuthException \(#100\) /);
    }
  });

  it('an old tag is refused with 100 since April 2026', async () => {
    for (const tag of ['POST_PURCHASE_UPDATE', 'ACCOUNT_UPDATE', 'CONFIRMED_EVENT_UPDATE'] as const)
      await expect(client.sendText(ada, 'Sent', { tag })).rejects.toThrow('Messenger API - 100 OAuthException');
  });

  it('sender actions are answered with the recipient alone', async () => {
    for (const act of [client.typingOn, client.typingOff, client.markSeen])
      expect(await act.call(client, ada)).toEqual({ recipientId: ada });
  });

  it('a file that came along can be fetched where the bubble says', async () => {
    await client.sendImage(ada, createReadStream(DRAWING));
    const shape = z.object({ attachment: z.object({ payload: z.object({ url: z.string() }) }) });
    const { url } = shape.parse(await lastMessage()).attachment.payload;
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(readFileSync(DRAWING));
  });

  it('a batch is answered call by call, a refusal among them harms no other', async () => {
    const answers = await client.sendBatch([
      MessengerBatch.sendText(ada, 'one'),
      MessengerBatch.sendText('77', 'nobody'),
      MessengerBatch.sendGenericTemplate(ada, [{ title: 'Moon', subtitle: 'A print', imageUrl: PICTURE }]),
      MessengerBatch.typingOn(ada),
    ]);
    expect(answers.map(({ code }) => code)).toEqual([200, 400, 200, 200]);
    sentShape.parse(answers[0]?.body);
    expect(answers[1]?.body).toMatchObject({ error: { code: 100, errorSubcode: 2018001, type: 'OAuthException' } });
  });
});

describe('what it asks beside', () => {
  it('who she is, who we are, whether the token is any good', async () => {
    expect(await client.getUserProfile(ada)).toMatchObject({ id: ada, firstName: 'Ada' });
    expect(await client.getPageInfo()).toEqual({ id: fixtureAccounts.page.id, name: fixtureAccounts.page.name });
    expect(await client.debugToken()).toMatchObject({ appId: fixtureAccounts.app.id, isValid: true });
    expect(await client.getPageSubscription()).toMatchObject({ object: 'page', active: true });
  });

  it('the profile, set, read back and deleted', async () => {
    await client.setGetStarted('GO');
    expect(await client.getGetStarted()).toEqual({ payload: 'GO' });
    await client.setPersistentMenu([postback]);
    await client.setGreeting('Hello');
    expect(await client.getGreeting()).toEqual([{ locale: 'default', text: 'Hello' }]);
    await client.setUserPersistentMenu(ada, [{ ...postback, title: 'Hers' }]);
    expect(await client.getUserPersistentMenu(ada)).toMatchObject([{ callToActions: [{ title: 'Hers' }] }]);
    expect(await client.deleteUserPersistentMenu(ada)).toEqual({ result: 'success' });
    expect(await client.deletePersistentMenu()).toEqual({ result: 'success' });
  });

  it('labels, personas and the thread’s owner', async () => {
    const { id } = await client.createLabel('regular');
    expect(await client.associateLabel(ada, Number(id))).toEqual({ success: true });
    expect(await client.getAssociatedLabels(ada)).toMatchObject({ data: [{ id, name: 'regular' }] });
    expect(await client.deleteLabel(Number(id))).toEqual({ success: true });
    const persona = await client.createPersona({ name: 'Sam', profilePictureUrl: PICTURE });
    expect(await client.getPersona(persona.id)).toMatchObject({ name: 'Sam' });
    expect(await client.deletePersona(persona.id)).toEqual({ success: true });
    expect(await client.passThreadControlToPageInbox(ada)).toEqual({ success: true });
    expect(await client.getThreadOwner(ada)).toEqual({ appId: '263902037430900' });
    expect(await client.takeThreadControl(ada)).toEqual({ success: true });
  });

  it('a wrong token is 190', async () => {
    const stranger = new MessengerClient({ accessToken: 'WRONG', appSecret: fixtureAccounts.app.secret, version: '26.0', origin: bench.origin });
    await expect(stranger.sendText(ada, 'Hello')).rejects.toThrow('Messenger API - 190 OAuthException');
  });
});
