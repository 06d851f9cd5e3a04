import { type Foreign, isForeign } from './values';

export type Result = { ok: true; value: Foreign } | { ok: false; error: Foreign };

function appendTo(form: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) appendTo(form, `${name}[${index}]`, element);
  } else if (isForeign(value)) {
    for (const [key, inner] of Object.entries(value)) appendTo(form, `${name}[${key}]`, inner);
  } else form.append(name, String(value));
}

/** Calls the API with the publishable key; a refusal comes back as `error`, as Stripe.js hands it to the page. */
export async function callApi(
  origin: string,
  key: string,
  method: 'GET' | 'POST',
  path: string,
  params: Foreign,
): Promise<Result> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) appendTo(form, name, value);
  const query = method === 'GET' ? `?${form}` : '';
  const headers = { authorization: `Bearer ${key}` };
  try {
    const response = await fetch(`${origin}${path}${query}`, {
      method,
      headers,
      ...(method === 'POST' ? { body: form } : {}),
    });
    const body: unknown = await response.json();
    if (!isForeign(body)) return { ok: false, error: connectionError };
    return response.ok ? { ok: true, value: body } : { ok: false, error: isForeign(body.error) ? body.error : body };
  } catch (error) {
    console.warn('Stripe.js could not reach its API.', error);
    return { ok: false, error: connectionError };
  }
}

const connectionError: Foreign = {
  type: 'api_connection_error',
  message:
    'We are experiencing issues connecting to our payments provider. You have not been charged. Please check your internet connection and try again.',
};
