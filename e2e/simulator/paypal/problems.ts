/** A refusal in PayPal's words: the name goes with the status, the issue says what. */
export class PaypalProblem extends Error {
  constructor(
    readonly status: number,
    readonly problemName: string,
    readonly issue: string | null = null,
    readonly extra: { field?: string; redirect?: string } = {},
  ) {
    super(issue ?? problemName);
  }
}

export function unprocessable(issue: string, extra: { field?: string; redirect?: string } = {}): PaypalProblem {
  return new PaypalProblem(422, 'UNPROCESSABLE_ENTITY', issue, extra);
}

export function notFound(): PaypalProblem {
  return new PaypalProblem(404, 'RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID');
}

const MESSAGES: Record<string, string> = {
  UNPROCESSABLE_ENTITY:
    'The requested action could not be performed, semantically incorrect, or failed business validation.',
  RESOURCE_NOT_FOUND: 'The specified resource does not exist.',
  INVALID_REQUEST: 'Request is not well-formed, syntactically incorrect, or violates schema.',
  AUTHENTICATION_FAILURE:
    'Authentication failed due to invalid authentication credentials or a missing Authorization header.',
};

export function problemBody({ problemName, issue, extra }: PaypalProblem, debugId: string): unknown {
  const { redirect, field } = extra;
  return {
    name: problemName,
    message: MESSAGES[problemName] ?? problemName,
    debug_id: debugId,
    details: issue ? [{ issue, description: issue, ...(field ? { field } : {}) }] : [],
    links: [
      {
        href: `https://developer.paypal.com/api/rest/reference/orders/v2/errors/#${issue ?? problemName}`,
        rel: 'information_link',
        method: 'GET',
      },
      ...(redirect ? [{ href: redirect, rel: 'redirect', method: 'GET' }] : []),
    ],
  };
}

/** The body of a call, checked. Refused in PayPal's words, with the first field that is wrong. */
export function parse<T>(
  shape: {
    safeParse: (
      value: unknown,
    ) => { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[] }[] } };
  },
  value: unknown,
): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = `/${parsed.error.issues[0]?.path.map(String).join('/') ?? ''}`;
  throw new PaypalProblem(400, 'INVALID_REQUEST', 'INVALID_PARAMETER_SYNTAX', { field });
}
