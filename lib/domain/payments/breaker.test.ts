import { expect, it } from 'vitest';
import { createBreaker } from './breaker';

it('opens after five failures in a row, lets one call try after ten seconds, and closes with an answer', () => {
  let now = 0;
  const breaker = createBreaker(() => now);
  for (let n = 0; n < 4; n += 1) breaker.failed();
  breaker.answered();
  for (let n = 0; n < 4; n += 1) breaker.failed();
  expect(breaker.mayCall()).toBe(true);
  breaker.failed();
  expect(breaker.mayCall()).toBe(false);

  now = 10_001;
  expect(breaker.mayCall()).toBe(true);
  expect(breaker.mayCall()).toBe(false);
  breaker.failed();
  now = 20_000;
  expect(breaker.mayCall()).toBe(false);
  now = 20_002;
  expect(breaker.mayCall()).toBe(true);
  breaker.answered();
  expect(breaker.mayCall()).toBe(true);
});
