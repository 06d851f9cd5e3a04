import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { PlannedAd } from '@/lib/domain/ads/ad';
import { type AdFormOptions, adCall, welcomeMessage } from './ad-forms';
import { readVector } from './testing-vectors';

const options: AdFormOptions = { adAccountId: '1000000000000001', pageId: '104201609120001', drawsQuickReplies: false };
const ad: PlannedAd = {
  mark: 'abcd1234',
  imageUrl: 'https://cdn.example.com/p/tote.jpg',
  settings: {
    name: 'Autumn totes',
    text: 'Totes that carry more',
    headline: 'Totes that carry more',
    countries: ['US'],
    ageFrom: 18,
    ageTo: 65,
    dailyBudgetMinor: 1000,
    welcome: {
      kind: 'message',
      text: 'Hi! Ask us anything about the autumn totes.',
      iceBreakers: [
        { title: 'Show me colours', response: 'We have green, navy and rust.' },
        { title: 'Delivery times?', response: 'Three to five days.' },
      ],
    },
  },
};
const requestShape = z.object({ request: z.object({ path: z.string(), form: z.record(z.string(), z.string()) }) });
const recorded = (name: string) => readVector(`ads/${name}.json`, requestShape).request;
const parsed = (text: string | undefined): unknown => JSON.parse(text ?? '');

test('the campaign, as recorded', () => {
  const { path, form } = adCall('campaign', ad, {}, options);
  expect(`/v26.0/${path}`).toBe(recorded('campaign').path);
  expect({ ...form, name: 'Autumn totes' }).toMatchObject(recorded('campaign').form);
});

test('the ad set, as recorded, with the lowest cost in place of a bid', () => {
  const { path, form } = adCall('ad_set', ad, { campaign: '120000000000000001' }, options);
  const { bid_amount: _bid, targeting, promoted_object: promoted, name: _name, ...rest } = recorded('adset').form;
  expect(`/v26.0/${path}`).toBe(recorded('adset').path);
  expect(form).toMatchObject({ ...rest, bid_strategy: 'LOWEST_COST_WITHOUT_CAP' });
  expect(parsed(form.promoted_object)).toEqual(parsed(promoted));
  expect(parsed(form.targeting)).toMatchObject(z.record(z.string(), z.unknown()).parse(parsed(targeting)));
});

test('the creative, as recorded: a story in JSON, its welcome in JSON once more', () => {
  const { path, form } = adCall('creative', ad, {}, options);
  const data = z.object({ link_data: z.looseObject({ page_welcome_message: z.string() }) });
  const read = (text: string | undefined) => {
    const { page_welcome_message: welcome, ...rest } = data.parse(parsed(text)).link_data;
    return { ...rest, welcome: parsed(welcome) };
  };
  const { image_hash: _hash, ...theirs } = z.looseObject({}).parse(read(recorded('creative').form.object_story_spec));
  expect(`/v26.0/${path}`).toBe(recorded('creative').path);
  expect(read(form.object_story_spec)).toEqual({ ...theirs, picture: 'https://cdn.example.com/p/tote.jpg' });
});

describe('the preset message', () => {
  const { welcome } = ad.settings;
  if (welcome.kind !== 'message') throw new Error('the fixture has a message');
  test('as recorded', () => {
    expect(welcomeMessage(welcome, false)).toEqual(
      readVector('ads/page-welcome-message.json', z.object({ json: z.unknown() })).json,
    );
  });

  test('in the form of 2016', () => {
    const theirs = readVector(
      'ads/page-welcome-message-2016.json',
      z.object({ json: z.object({ message: z.object({ text: z.string(), quick_replies: z.array(z.unknown()) }) }) }),
    ).json;
    const short = { ...welcome, iceBreakers: [{ title: 'Colours', response: 'Green.' }] };
    expect(welcomeMessage(short, true)).toEqual({
      message: {
        text: theirs.message.text,
        quick_replies: [{ content_type: 'text', title: 'Colours', payload: 'COLOURS' }],
      },
    });
  });

  test('stays away where the ad alone shall stand', () => {
    const alone: PlannedAd = { ...ad, settings: { ...ad.settings, welcome: { kind: 'copy' } } };
    expect(adCall('creative', alone, {}, options).form.object_story_spec).not.toContain('page_welcome_message');
  });
});
