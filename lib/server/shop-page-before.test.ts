import { expect, it } from 'vitest';
import { shopPageBefore } from './shop-page-before';

const OURS = 'https://shop.example';

it.each([
  ['a product', `${OURS}/shop/products/otter-night`, '/shop/products/otter-night'],
  ['what a search found', `${OURS}/shop/search?q=Otter&page=2`, '/shop/search?q=Otter&page=2'],
  ['the front page', `${OURS}/shop#top`, '/shop'],
  ['another site', 'https://evil.example/shop/products/otter-night', '/shop'],
  ['a site that is called alike', 'https://shop.example.evil.example/shop/cart', '/shop'],
  ['a second host in the path', `${OURS}//evil.example`, '/shop'],
  ['a path that climbs out', `${OURS}/shop/../admin`, '/shop'],
  ['a page that is not the shop', `${OURS}/admin`, '/shop'],
  ['rubbish', 'rubbish', '/shop'],
  ['nothing', null, '/shop'],
])('knows the page before: %s', (_name, referer, page) => {
  expect(shopPageBefore(referer, OURS)).toBe(page);
});
