import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';

type FetchEvent = {
  request: { mode: string; method: string };
  respondWith: (answer: Promise<Response>) => void;
};

const source = readFileSync('public/sw.js', 'utf8');
let isOnline: boolean;
let language: string;
let listeners: Map<string, (event: FetchEvent) => void>;

// No `caches` in this world: whoever wanted to keep something would fail here.
beforeEach(() => {
  isOnline = true;
  language = 'de-AT';
  listeners = new Map();
  const self = {
    navigator: {
      get language() {
        return language;
      },
    },
    addEventListener: (name: string, listen: (event: FetchEvent) => void) => listeners.set(name, listen),
  };
  const fetch = async () => {
    if (!isOnline) throw new TypeError('Failed to fetch');
    return new Response('fresh');
  };
  runInContext(source, createContext({ self, fetch, Response }));
});

async function ask(mode: string, method = 'GET'): Promise<Response | undefined> {
  let answer: Promise<Response> | undefined;
  listeners.get('fetch')?.({
    request: { mode, method },
    respondWith: (given) => {
      answer = given;
    },
  });
  return answer;
}

describe('the worker of the installed shop', () => {
  it('hands every page through while there is a network, and touches nothing else', async () => {
    expect(await (await ask('navigate'))?.text()).toBe('fresh');
    expect(await ask('cors')).toBeUndefined();
    expect(await ask('no-cors')).toBeUndefined();
    expect(await ask('navigate', 'POST')).toBeUndefined();
  });

  it('says without a network that there is none, and shows nothing that could be old', async () => {
    expect(await (await ask('navigate'))?.text()).toBe('fresh');
    isOnline = false;
    const page = await ask('navigate');
    expect(page?.status).toBe(503);
    expect(page?.headers.get('cache-control')).toBe('no-store');
    const text = (await page?.text()) ?? '';
    expect(text).toContain('Gerade kein Netz');
    expect(text).not.toContain('fresh');
  });

  it.each([
    ['ar-EG', 'ar', 'rtl', 'لا توجد شبكة الآن'],
    ['en-GB', 'en', 'ltr', 'No network right now'],
    ['fr', 'en', 'ltr', 'No network right now'],
    ['constructor', 'en', 'ltr', 'No network right now'],
  ])('speaks to a phone of %s in %s', async (phone, spoken, direction, title) => {
    language = phone;
    isOnline = false;
    const text = (await (await ask('navigate'))?.text()) ?? '';
    expect(text).toContain(`<html lang="${spoken}" dir="${direction}">`);
    expect(text).toContain(title);
  });
});
