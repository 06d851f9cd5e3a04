import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSealer } from './sealed';

const newKey = () => randomBytes(32).toString('base64');
const place = 'carts.sealed_details:c1';

describe('sealing', () => {
  it('opens what it sealed and shows nothing of it', () => {
    const sealer = createSealer([newKey()]);
    const sealed = sealer.seal(place, 'Köpenicker Straße 1 🏠');
    expect(sealed).toMatch(/^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]+$/);
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').toString()).not.toContain('Straße');
    expect(sealer.open(place, sealed)).toBe('Köpenicker Straße 1 🏠');
  });

  it('seals the same text differently each time, and the empty text too', () => {
    const sealer = createSealer([newKey()]);
    expect(sealer.seal(place, 'a')).not.toBe(sealer.seal(place, 'a'));
    expect(sealer.open(place, sealer.seal(place, ''))).toBe('');
  });

  it('refuses a value that was moved to another place', () => {
    const sealer = createSealer([newKey()]);
    const sealed = sealer.seal(place, 'hers');
    expect(() => sealer.open('carts.sealed_details:c2', sealed)).toThrow();
  });

  it('refuses every value with one character changed or cut off', () => {
    const sealer = createSealer([newKey()]);
    const sealed = sealer.seal(place, 'hers');
    for (let at = 0; at < sealed.length - 1; at++) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(() => sealer.open(place, sealed.slice(0, at) + other + sealed.slice(at + 1)), `at ${at}`).toThrow();
    }
    expect(() => sealer.open(place, sealed.slice(0, -4))).toThrow();
    expect(() => sealer.open(place, '')).toThrow();
  });

  it('seals with the newest key and opens with each key that is still listed', () => {
    const [older, newer] = [newKey(), newKey()];
    const before = createSealer([older]).seal(place, 'kept');
    const during = createSealer([newer, older]);
    expect(during.open(place, before)).toBe('kept');
    const after = createSealer([newer]);
    expect(after.open(place, during.seal(place, 'new'))).toBe('new');
    expect(() => after.open(place, before)).toThrow(/Nothing here opens/);
  });

  it('marks a text so that it is known again here, by each key that is listed, and nowhere else', () => {
    const [older, newer] = [newKey(), newKey()];
    const before = createSealer([older]);
    const mark = before.mark(place, 'a1');
    expect(before.mark(place, 'a1')).toBe(mark);
    expect(createSealer([newer, older]).isMark(place, 'a1', mark)).toBe(true);
    expect(createSealer([newer]).isMark(place, 'a1', mark)).toBe(false);
    for (const [there, text, given] of [
      ['carts.sealed_details:c2', 'a1', mark],
      [place, 'a2', mark],
      [place, 'a1', mark.slice(1)],
      [place, 'a1', ''],
    ] as const)
      expect(before.isMark(there, text, given)).toBe(false);
  });

  it('wants keys of 32 bytes', () => {
    expect(() => createSealer([])).toThrow();
    expect(() => createSealer([randomBytes(16).toString('base64')])).toThrow(/32 bytes/);
  });
});
