import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ada, type Answered, type Bench, openBench } from './messenger-fixtures';

const page = '104201609120001';
let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.lever('reset', {});
  await bench.greet();
  await bench.graph(`/v26.0/${page}/subscribed_apps?subscribed_fields=${FIELDS}`, {});
});

const FIELDS = 'messages,messaging_optins,message_template_status_update';
const errorShape = z.object({ error: z.object({ code: z.number(), error_subcode: z.number().optional() }) });
const codeOf = (answer: Answered) => {
  if (answer.status === 200) return 'taken';
  const { code, error_subcode: subcode } = errorShape.parse(answer.json).error;
  return subcode === undefined ? String(code) : `${code}/${subcode}`;
};
const day = (days: number) => bench.lever('clock', { advanceSeconds: days * 24 * 3600 });

describe('utility templates', () => {
  const body = { type: 'BODY', text: 'Parcel {{1}}', example: { body_text: [['DHL']] } };
  const make = (more: Record<string, unknown> = {}) =>
    bench.graph(`/v26.0/${page}/message_templates`, {
      name: 'parcel',
      language: 'de_DE',
      category: 'UTILITY',
      components: [body],
      ...more,
    });
  const send = (values: string[], code = 'de_DE') =>
    bench.graph('/v26.0/me/messages', {
      recipient: { id: ada },
      messaging_type: 'UTILITY',
      message: {
        template: {
          name: 'parcel',
          language: { code },
          components: [{ type: 'body', parameters: values.map((text) => ({ type: 'text', text })) }],
        },
      },
    });

  it('are made once, decided, and sent when the window is closed, with all their parameters', async () => {
    expect((await make()).json).toMatchObject({ status: 'PENDING', category: 'UTILITY' });
    expect(codeOf(await make())).toBe('100');
    await day(2);
    expect(codeOf(await send(['DHL 00340']))).toBe('taken');
    expect(codeOf(await send([]))).toBe('100');
    expect(codeOf(await send(['DHL'], 'en_US'))).toBe('100');
  });

  it('are not sent while they wait, or were rejected', async () => {
    await bench.lever('templates', { next: 'PENDING' });
    await make();
    expect(codeOf(await send(['DHL']))).toBe('100');
    await bench.lever('templates', { name: 'parcel', status: 'REJECTED' });
    expect(codeOf(await send(['DHL']))).toBe('100');
    await bench.lever('templates', { name: 'parcel', status: 'APPROVED' });
    expect(codeOf(await send(['DHL']))).toBe('taken');
  });

  it('want an example of every parameter, and another type than UTILITY wants no template', async () => {
    expect(codeOf(await make({ components: [{ type: 'BODY', text: 'Parcel {{1}}' }] }))).toBe('100');
    expect(codeOf(await make({ category: 'MARKETING' }))).toBe('100');
  });

  it('were unknown in 2016', async () => {
    await bench.lever('profile', { era: '2016' });
    expect(codeOf(await make())).toBe('2500');
  });
});

describe('marketing messages', () => {
  const asked = { template_type: 'notification_messages', title: 'News of the shop', payload: 'OPT_IN:news' };
  const ask = () =>
    bench.graph('/v26.0/me/messages', {
      recipient: { id: ada },
      messaging_type: 'RESPONSE',
      message: { attachment: { type: 'template', payload: asked } },
    });
  const heard = z.object({ optin: z.looseObject({ notification_messages_token: z.string() }) });

  async function optIn(): Promise<string> {
    const { message_id: mid } = z.object({ message_id: z.string() }).parse((await ask()).json);
    await bench.lever(`threads/${ada}/tap`, { button: { mid, button: 0 } });
    await bench.lever('webhooks/settled', {});
    return heard.parse(lastEvent()).optin.notification_messages_token;
  }
  function lastEvent(): unknown {
    const envelope = z.object({ entry: z.array(z.object({ messaging: z.array(z.unknown()) })) });
    const bodies = bench.shop.received.map(({ raw }) => envelope.safeParse(JSON.parse(String(raw))).data);
    return bodies.flatMap((one) => one?.entry[0]?.messaging ?? []).findLast((one) => heard.safeParse(one).success);
  }
  const write = (token: string) =>
    bench.graph('/v26.0/me/messages', {
      recipient: { notification_messages_token: token },
      messaging_type: 'UPDATE',
      message: { text: 'New prints' },
    });

  it('go by a token that she gave, one in 48 hours, until she stops them or it ends', async () => {
    const token = await optIn();
    await day(3);
    expect(codeOf(await write(token))).toBe('taken');
    expect(codeOf(await write(token))).toBe('10/2018278');
    await day(2);
    expect(codeOf(await write(token))).toBe('taken');
    await bench.lever(`threads/${ada}/stop-notifications`, {});
    await day(2);
    expect(codeOf(await write(token))).toBe('100');
    expect(codeOf(await write('6711'))).toBe('100');
  });

  it('are asked for within the window only, and agreeing does not open it', async () => {
    await day(2);
    expect(codeOf(await ask())).toBe('10/2018278');
    await bench.greet();
    await optIn();
    await day(2);
    expect(codeOf(await ask())).toBe('10/2018278');
  });

  it('end after a year', async () => {
    const token = await optIn();
    await day(366);
    expect(codeOf(await write(token))).toBe('100');
  });

  it('were unknown in 2016', async () => {
    await bench.lever('profile', { era: '2016' });
    expect(codeOf(await ask())).toBe('100');
  });
});
