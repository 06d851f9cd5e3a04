import { describe, expect, it } from 'vitest';
import { isSameSite } from './same-site';

const ours = 'https://shop.example';
const ask = (headers: Record<string, string>, publicUrl = ours) => isSameSite(new Headers(headers), publicUrl);

describe('isSameSite', () => {
  it.each([
    ['our origin', { origin: ours }],
    ['our origin, as browsers say it', { origin: ours, 'sec-fetch-site': 'same-origin' }],
    ['no origin, but a browser that says same-origin', { 'sec-fetch-site': 'same-origin' }],
    ['our origin behind a proxy that names another host', { origin: ours, 'x-forwarded-host': 'inner.example' }],
  ])('lets pass: %s', (_name, headers) => {
    expect(ask(headers)).toBe(true);
  });

  it.each([
    ['neither header', {}],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['null', { origin: 'null' }],
    ['null with same-origin', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['an empty origin', { origin: '' }],
    ['our name on another scheme', { origin: 'http://shop.example' }],
    ['our name on another port', { origin: 'https://shop.example:8443' }],
    ['our name as a prefix', { origin: 'https://shop.example.evil.example' }],
    ['our origin twice', { origin: `${ours}, ${ours}` }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['typed by hand', { 'sec-fetch-site': 'none' }],
    ['our origin, but cross-site', { origin: ours, 'sec-fetch-site': 'cross-site' }],
    [
      'a foreign origin whose forwarded host agrees with it',
      { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    ],
  ])('refuses: %s', (_name, headers) => {
    expect(ask(headers)).toBe(false);
  });

  it('compares origins, whatever path the address carries', () => {
    expect(ask({ origin: 'http://localhost:3000' }, 'http://localhost:3000/')).toBe(true);
  });
});
