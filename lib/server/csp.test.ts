import { describe, expect, it } from 'vitest';
import { type CspHosts, cspOfDynamicPage } from './csp';

const HOSTS: CspHosts = {
  PUBLIC_URL: 'https://shop.example',
  WEBVIEW_HOST_ORIGINS: ['https://www.messenger.com'],
  EXTENSIONS_SDK_URL: 'https://connect.example/sdk.js',
  STRIPE_JS_ORIGIN: 'https://js.example',
  STRIPE_API_ORIGIN: 'https://api.example',
};
const rule = (path: string, name: string) =>
  cspOfDynamicPage(HOSTS, 'abc', path)
    .split('; ')
    .find((part) => part.startsWith(`${name} `));

describe('frames', () => {
  it.each([
    ['/admin/home', "frame-src 'self'"],
    ['/admin/home/new/hero', "frame-src 'self'"],
    ['/admin/homes', "frame-src 'none'"],
    ['/admin/orders', "frame-src 'none'"],
    ['/sign-in', "frame-src 'none'"],
  ])('%s holds what its preview needs and nothing else', (path, expected) => {
    expect(rule(path, 'frame-src')).toBe(expected);
    expect(rule(path, 'frame-ancestors')).toBe("frame-ancestors 'none'");
  });

  it.each([
    ['/shop/preview/home/sealed', "frame-ancestors 'self' https://www.messenger.com"],
    ['/shop/preview/sealed', 'frame-ancestors https://www.messenger.com'],
    ['/shop/cart', 'frame-ancestors https://www.messenger.com'],
    ['/shop/checkout', 'frame-ancestors https://www.messenger.com'],
  ])('%s stands in the webview, and in the desk only as the preview', (path, expected) => {
    expect(rule(path, 'frame-ancestors')).toBe(expected);
  });
});
