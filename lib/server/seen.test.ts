import { describe, expect, it, vi } from 'vitest';
import { productSeen } from './seen';

vi.mock('server-only', () => ({}));
vi.mock('./wiring', () => ({}));
vi.mock('./shopper', () => ({}));

describe('the product that was looked at', () => {
  it.each([
    ['https://shop.example/shop/products/moon', 'moon'],
    ['https://shop.example/shop/products/moon?from=thread#pictures', 'moon'],
    ['https://shop.example/shop/products/moon/reviews', null],
    ['https://shop.example/shop', null],
    ['https://evil.example/shop/products/moon', null],
    ['https://shop.example.evil.example/shop/products/moon', null],
    ['no address', null],
    [null, null],
  ])('is read from %j', (referer, slug) => {
    expect(productSeen(new Headers(referer ? { referer } : {}), 'https://shop.example')).toBe(slug);
  });
});
