import { pino } from 'pino';
import type { LogEvent } from '@/lib/flows/deps';

type Level = 'debug' | 'info' | 'warn' | 'error' | 'silent';

// The production entry and Next's bundle hold a copy of this file each: they share one log.
const shelf = globalThis as typeof globalThis & { __kioskLog?: pino.Logger };

function log(): pino.Logger {
  if (!shelf.__kioskLog) {
    const destination = pino.destination({ fd: 1, sync: true });
    destination.on('error', () => undefined); // a full disk or a closed pipe must not end the shop
    const redact = { paths: ['token', 'authorization', 'cookie', 'email', 'address', 'password'], censor: '…' };
    shelf.__kioskLog = pino({ base: null, messageKey: 'event', redact }, destination);
  }
  return shelf.__kioskLog;
}

export function setLogLevel(level: Level): void {
  log().level = level;
}

/** Says that something happened (`order.settled`) and to which ids; never a body, an address or what somebody wrote. */
export const logEvent: LogEvent = (event, facts = {}) => log().info(maskAll(facts), event);

/** Says that something went wrong. Of a database's error only the code and the constraint are told: its text holds values. */
export function logProblem(
  event: string,
  error: unknown,
  facts: Record<string, string | number | boolean | null> = {},
) {
  log().error({ ...maskAll(facts), ...describeError(error) }, event);
}

/** Lets what libraries write to console.error go through the same sieve. */
export function adoptConsole(): void {
  console.error = (...args: unknown[]) => {
    const error = args.find((arg) => arg instanceof Error);
    const said = args.filter((arg) => typeof arg === 'string').join(' ');
    logProblem('console.error', error ?? null, { said: mask(said) });
  };
}

export function describeError(error: unknown): Record<string, string | null> {
  if (!(error instanceof Error)) return error == null ? {} : { problem: typeof error };
  const code = textProperty(error, 'code') ?? textProperty(error.cause, 'code');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const where = frames
    .slice(0, 5)
    .map((line) => line.trim().replace(`${process.cwd()}/`, ''))
    .join(' < ');
  if (holdsValues(error)) {
    const constraint = textProperty(error, 'constraint') ?? textProperty(error.cause, 'constraint') ?? null;
    const cause =
      error.cause instanceof Error && !textProperty(error.cause, 'severity') ? mask(error.cause.message) : null;
    return { problem: error.constructor.name, code: code ?? null, constraint, cause, where };
  }
  return { problem: error.name, code: code ?? null, said: mask(error.message), where };
}

/** drizzle's message ends in the parameters, Postgres quotes what it could not read. */
function holdsValues(error: Error): boolean {
  return [error, error.cause].some((link) => textProperty(link, 'query') ?? textProperty(link, 'severity'));
}

function textProperty(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : undefined;
}

function maskAll(facts: Record<string, string | number | boolean | null>) {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, typeof value === 'string' ? mask(value) : value]),
  );
}

const SECRETS = [
  /\b(?:sk|rk)_(?:live|test)_\w+|\bwhsec_\w+|\b\w+_secret_\w+/g,
  /\bEAA[A-Za-z0-9]{8,}/g,
  /(?<=(?:access_token|appsecret_proof|signed_request|client_secret|password)["']?\s?[=:]\s?["']?)[^\s&"']+/g,
  /(?<=:\/\/)[^\s/@]+(?=@)/g,
  /(?<=\/shop\/open\/|[?&]back=)[^\s/?&#"']+/g, // links that open her cart in another browser
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  /\b\d(?:[ -]?\d){12,18}\b/g, // card numbers
  /[\r\n]+/g,
];

/** Takes out of a text what looks like a secret, a mail address or a card number. At most 400 characters, one line. */
export function mask(text: string): string {
  return SECRETS.reduce((masked, pattern) => masked.replace(pattern, '…'), text.slice(0, 400));
}
