import { expect, it } from 'vitest';
import { arrivalWindow } from './arrival';

it('counts working days and leaves the weekend out', () => {
  const thursday = new Date('2026-11-19T10:00:00Z');
  const { from, to } = arrivalWindow(thursday, { from: 2, to: 3 });
  expect(from.toISOString().slice(0, 10)).toBe('2026-11-23');
  expect(to.toISOString().slice(0, 10)).toBe('2026-11-24');
});

it('an order of Saturday leaves on Monday', () => {
  const { from } = arrivalWindow(new Date('2026-11-21T10:00:00Z'), { from: 1, to: 1 });
  expect(from.toISOString().slice(0, 10)).toBe('2026-11-23');
});
