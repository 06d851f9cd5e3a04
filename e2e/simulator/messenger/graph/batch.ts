import { z } from 'zod';
import { type Answer, answerJson, type Call } from '../../world/exchange';
import { GraphError, invalidParameter } from './errors';
import { parseParams } from './parse';

const mostCalls = 50;

const batchShape = z.looseObject({
  access_token: z.string().optional(),
  include_headers: z.boolean().default(true),
  batch: z
    .array(z.looseObject({ method: z.string(), relative_url: z.string().min(1), body: z.string().optional() }))
    .min(1),
});

/** Members of a form; objects and lists travel in it as JSON. */
function readForm(text: string): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    try {
      body[name] = /^[[{]/.test(value) ? JSON.parse(value) : value;
    } catch (cause) {
      throw invalidParameter(`Param ${name} must be JSON: ${String(cause)}`);
    }
  }
  return body;
}

/**
 * `POST /` of a version: several calls in one, answered each for itself. Token and proof of the whole hold for those that
 * bring none.
 */
export async function answerBatch(
  call: Call,
  value: unknown,
  answerOne: (one: Call) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { access_token: token, include_headers: withHeaders, batch } = parseParams(batchShape, value);
  if (batch.length > mostCalls)
    throw new GraphError(100, `(#100) Too many requests in batch message. Maximum batch size is ${mostCalls}`);
  const shared = {
    access_token: token ?? call.url.searchParams.get('access_token'),
    appsecret_proof: call.url.searchParams.get('appsecret_proof'),
  };
  const answers = [];
  for (const { method, relative_url: relative, body } of batch) {
    const url = new URL(`/${call.params.version}/${relative.replace(/^\//, '')}`, call.url);
    for (const [name, given] of Object.entries(shared))
      if (given !== null && !url.searchParams.has(name)) url.searchParams.set(name, given);
    const rest = url.pathname.split('/').slice(2).join('/');
    const one: Call = {
      method: method.toUpperCase(),
      url,
      params: { version: call.params.version ?? '', rest },
      headers: {},
      body: Buffer.from(body === undefined ? '' : JSON.stringify(readForm(body))),
    };
    const { status, headers, body: text } = await answerOne(one);
    const listed = Object.entries(headers).map(([name, value]) => ({ name, value }));
    answers.push({ code: status, ...(withHeaders ? { headers: listed } : {}), body: text.toString() });
  }
  return answerJson(answers);
}
