import { describe, expect, it } from 'vitest';
import { signInAddress, wayBack } from './way-back';

describe('the way back after signing in', () => {
  it('is a place at the desk', () => {
    expect(wayBack('/admin/products/prd_otter-night')).toBe('/admin/products/prd_otter-night');
    expect(signInAddress('/admin/orders')).toBe('/sign-in?next=%2Fadmin%2Forders');
    expect(signInAddress('/admin')).toBe('/sign-in');
  });

  it.each([
    '//evil.example/admin',
    'https://evil.example/admin/x',
    '/admin//evil.example',
    '/admin/../shop',
    '/admin\\evil',
    '/admin/x?next=//evil.example',
    'javascript:alert(1)',
    '/administrator/x',
    `/admin/${'a'.repeat(500)}`,
    ['/admin/orders'],
    null,
  ])('row 51: %j leads to the first page', (text) => {
    expect(wayBack(text)).toBe('/admin');
  });
});
