import { afterEach, beforeEach, expect, vi } from 'vitest';

// An error that somebody writes to the console and nobody expects is a failure. A test that does expect one replaces
// console.error by a spy of its own and asserts on that.
const watched = vi.fn();

beforeEach(() => {
  watched.mockClear();
  console.error = watched;
});

afterEach(() => {
  expect(watched.mock.calls, 'unexpected console.error').toEqual([]);
});
