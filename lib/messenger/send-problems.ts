import type { SendProblem } from '@/lib/domain/ports';

/** By `code/subcode` first, then by `code`. Source: Messenger Platform docs, Error Codes. */
const BY_SUBCODE: Record<string, SendProblem> = {
  '10/2018278': 'outside_window',
  '10/2018065': 'outside_window',
  '10/2018108': 'unreachable',
  '551/1545041': 'unreachable',
  '200/1545041': 'unreachable',
  '100/2018001': 'unreachable',
  '10/1893063': 'restricted',
  '613/2018338': 'restricted',
  // Another app leads the thread: it may hand it back.
  '10/2018300': 'temporary',
};

const BY_CODE: Record<number, SendProblem> = {
  190: 'token_dead',
  368: 'restricted',
  2022: 'restricted',
  551: 'unreachable',
  4: 'rate_limited',
  613: 'rate_limited',
  80006: 'rate_limited',
  32: 'rate_limited',
  1200: 'temporary',
  2018300: 'temporary',
  // "Unknown" and "unexpected" errors: Meta does not say whether the message left.
  1: 'unknown',
  2: 'unknown',
  [-1]: 'unknown',
};

/** The class of a refusal; what is not listed is a defect of the message or of the configuration. */
export function sendProblemOf(code: number, subcode: number | null): SendProblem {
  return BY_SUBCODE[`${code}/${subcode}`] ?? BY_CODE[code] ?? 'rejected';
}
