/** What a page hands over is foreign: nothing of it is believed before it was looked at. */
export type Foreign = Record<string, unknown>;

/** The page uses Stripe.js wrongly; the real one throws this name, too. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
}

export function isForeign(value: unknown): value is Foreign {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function foreign(value: unknown): Foreign {
  return isForeign(value) ? value : {};
}

export function textAt(value: Foreign, name: string): string | undefined {
  const found = value[name];
  return typeof found === 'string' ? found : undefined;
}

export function numberAt(value: Foreign, name: string): number | undefined {
  const found = value[name];
  return typeof found === 'number' ? found : undefined;
}

export function warnOfUnknown(where: string, given: Foreign, known: string[]): void {
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) console.warn(`Unrecognized ${where} parameter: ${name} is not a recognized parameter.`);
  }
}
