import type { ErrorType, PaymentError, PaymentIntent } from './objects';

export type ProblemBody = {
  type: ErrorType;
  message: string;
  code?: string;
  param?: string;
  doc_url?: string;
  decline_code?: string;
  charge?: string;
  payment_method?: PaymentError['payment_method'];
  payment_intent?: PaymentIntent;
};

/** Stripe's refusal of one call. `saved`: whether a replay with the same idempotency key gets it again. */
export class StripeProblem extends Error {
  constructor(
    readonly status: number,
    readonly body: ProblemBody,
    readonly saved = true,
  ) {
    super(body.message);
  }
}

export function docUrl(code: string): string {
  return `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}`;
}

/** A parameter that does not pass: the call was never begun, so nothing is saved under its key. */
export function badParameter(message: string, param?: string, code?: string): StripeProblem {
  const body: ProblemBody = { type: 'invalid_request_error', message };
  if (param) body.param = param;
  if (code) Object.assign(body, { code, doc_url: docUrl(code) });
  return new StripeProblem(400, body, false);
}

/** The call was understood, but the object's state forbids it. */
export function badState(code: string, message: string, intent?: PaymentIntent): StripeProblem {
  const body: ProblemBody = { type: 'invalid_request_error', code, doc_url: docUrl(code), message };
  if (intent) body.payment_intent = structuredClone(intent);
  return new StripeProblem(400, body);
}

export function missing(kind: string, id: string, param: string, status = 404): StripeProblem {
  const code = 'resource_missing';
  return new StripeProblem(
    status,
    { type: 'invalid_request_error', code, doc_url: docUrl(code), message: `No such ${kind}: '${id}'`, param },
    false,
  );
}
