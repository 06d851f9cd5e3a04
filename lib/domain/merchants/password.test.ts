import { expect, it } from 'vitest';
import { passwordProblem } from './password';

it.each([
  ['', 'password_too_short'],
  ['elevenchars', 'password_too_short'],
  ['😀😀😀😀😀😀', 'password_too_short'],
  ['a'.repeat(129), 'password_too_long'],
  ['aaaaaaaaaaaaaaaa', 'password_too_simple'],
  ['123456789012', 'password_too_simple'],
  ['qwertyuiopasdf', 'password_too_simple'],
  ['greta.print1', 'password_too_simple'],
  ['correct horse battery', null],
  ['Tür-auf-Tür-zu-7', null],
])('%s: %s', (password, problem) => {
  expect(passwordProblem(password, 'greta.print@shop.example')).toBe(problem);
});
