import { describe, expect, it } from 'vitest';
import { marketOfRequest } from '@/lib/server/market-of-request';
import { lateAddress, readAddress, visitAddress } from './address';

describe('an address', () => {
  it.each([
    ['/shop', 'kept'],
    ['/shop?ref=ad', 'kept'],
    ['/shop/products/blue-mountains', 'kept'],
    ['/shop/products/gr%C3%BCn', 'kept'],
    ['/shop/collections/new', 'kept'],
    ['/shop/cart', 'shop'],
    ['/shop/products/a/b', 'shop'],
    ['/shop/search?q=x', 'shop'],
    ['/admin/orders', 'page'],
    ['/api/cart', 'api'],
    ['/api/health', 'health'],
    ['/api/ready', 'ready'],
    ['/_next/static/chunks/a.js', 'asset'],
    ['/demo/lemon-branch-640.webp', 'page'],
  ])('%s is %s', (target, kind) => {
    expect(readAddress(target)).toMatchObject({ is: kind });
  });

  it('knows the late data of a kept page, and of no other', () => {
    const version = '0123456789abcdef';
    for (const path of ['/de/shop', '/en-US/shop/products/a'])
      expect(readAddress(lateAddress(path, version))).toEqual({ is: 'late', path, version });
    for (const path of ['', '/shop', '/fr/shop', '/de/admin', '/de/shop/cart'])
      expect(readAddress(lateAddress(path, version))).toEqual({ is: 'refused', status: 404 });
    expect(readAddress(`/_late/shop/${version}.js`)).toEqual({ is: 'refused', status: 404 });
  });

  it('knows the script of the kept pages by its version', () => {
    const version = '0123456789abcdef';
    expect(readAddress(visitAddress(version))).toEqual({ is: 'visit', version });
    expect(readAddress('/_visit-1.js')).toMatchObject({ is: 'page' });
  });

  it('knows an uploaded picture by its name', () => {
    expect(readAddress('/pictures/abc-640.avif?x=1')).toEqual({ is: 'picture', name: 'abc-640.avif' });
    expect(readAddress('/pictures/..%2fsecret')).toEqual({ is: 'refused', status: 404 });
  });

  it.each([
    '/de/shop',
    '/en-US/shop/cart',
    '/EN-us/shop',
    '/%64e/shop',
    '/de',
    '/shop.rsc',
    '/shop/cart.segments/_tree.segment.rsc',
    '/admin.rsc',
    '/.env',
    '/.git/config',
    '/shop/.well-known',
    '/shop/../admin',
    '/shop/%2e%2e/admin',
    '/shop/..%2fadmin',
    '/shop%5c..%5cadmin',
    '/shop\\admin',
    '//evil.example/',
    '/shop//cart',
    '/shop/%00',
    '/shop/%0d%0aset-cookie:x',
    '/shop/%',
    '/shop/%ff',
    '/api/front/revalidate',
    '/api/front/%72evalidate',
  ])('%s leads nowhere', (target) => {
    expect(readAddress(target)).toEqual({ is: 'refused', status: 404 });
  });

  it.each(['http://evil.example/shop', 'shop', '*', 'evil.example:443', ''])('%j is no path', (target) => {
    expect(readAddress(target)).toEqual({ is: 'refused', status: 400 });
  });

  it('says where an address with a slash at its end has gone, on this host only', () => {
    expect(readAddress('/shop/')).toEqual({ is: 'moved', to: '/shop' });
    expect(readAddress('/')).toEqual({ is: 'moved', to: '/shop' });
  });

  it('takes Next’s own parameters out of the query and leaves the rest as it is', () => {
    expect(readAddress('/shop/search?q=a%20b&nxtPlocale=de&__nextLocale=de&x=1')).toEqual({
      is: 'shop',
      path: '/shop/search',
      query: '?q=a%20b&x=1',
    });
  });
});

describe('the market of a request', () => {
  it('is the chosen one, else what the browser asks for', () => {
    expect(marketOfRequest('a=b; kiosk_market=en-US', 'de')).toBe('en-US');
    expect(marketOfRequest('kiosk_market=xx', 'de-AT,en;q=0.5')).toBe('de');
    expect(marketOfRequest(undefined, 'fr')).toBe('en');
    expect(marketOfRequest('not_kiosk_market=de', undefined)).toBe('en');
  });
});
