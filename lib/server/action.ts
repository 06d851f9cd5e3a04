import 'server-only';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import type { z } from 'zod';
import { isDatabaseDown } from '@/lib/db/transaction';
import { type ActionState, typedAgain } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { type Failure, fail, type Result } from '@/lib/domain/result';
import type { Deps } from '@/lib/flows/deps';
import { logProblem } from './log';
import { type Merchant, requireMerchant } from './merchant';
import { type ProblemName, sentenceFor } from './problems';
import { check, singleFields } from './read-body';
import { languageOf } from './respond';
import { isSameSite } from './same-site';
import { getDeps, getEnv } from './wiring';

export type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;
type Outcome = Promise<Result<unknown, ProblemName>>;

/**
 * A merchant's server action: who is asking, from which site, what was sent, and only then the flow. Everybody but a
 * merchant is led to the sign-in page. What the flow answers becomes the form's state; success renders the page anew.
 */
export function merchantAction<T>(
  schema: z.ZodType<T>,
  run: (context: { deps: Deps; merchant: Merchant }, input: T) => Outcome,
): Action {
  return async (_previous, form) => {
    const state = await act(schema, form, async (merchant, input) => run({ deps: await getDeps(), merchant }, input), {
      who: requireMerchant,
    });
    if (state.is === 'done') refresh();
    return state;
  };
}

/** A server action that anybody may call, such as signing in: from our own site, with what the schema wants. */
export function publicAction<T>(schema: z.ZodType<T>, run: (input: T) => Outcome): Action {
  return async (_previous, form) => act(schema, form, (_nobody, input) => run(input), { who: async () => null });
}

async function act<Who, T>(
  schema: z.ZodType<T>,
  form: unknown,
  run: (who: Who, input: T) => Outcome,
  ask: { who: () => Promise<Who> },
): Promise<ActionState> {
  const asked = new Headers(await headers());
  const fields = fieldsOf(form);
  const state = (result: Result<unknown, ProblemName>): ActionState =>
    result.ok ? { is: 'done' } : problemState(result, languageOf(asked), fields.ok ? fields.value : {});
  try {
    const who = await ask.who();
    if (!isSameSite(asked, getEnv().PUBLIC_URL)) return state(fail('cross_site'));
    const input = fields.ok ? check(schema, fields.value) : fields;
    return state(input.ok ? await run(who, input.value) : input);
  } catch (error) {
    if (isDatabaseDown(error)) return state(fail('database_down'));
    if (isNavigation(error)) throw error;
    logProblem('action.failed', error);
    return state(fail('unexpected'));
  }
}

// The argument comes from outside as much as the fields do: it need not be a form.
function fieldsOf(form: unknown): Result<Record<string, string>, 'invalid'> {
  if (!(form instanceof FormData)) return fail('invalid');
  // Next adds its own fields to a form that is posted without script.
  return singleFields([...form].filter(([name]) => !name.startsWith('$ACTION')));
}

function problemState(
  { problem, detail }: Failure<ProblemName>,
  language: Language,
  typed: Record<string, string>,
): ActionState {
  const wrong = detail?.fields;
  return {
    is: 'problem',
    problem,
    message: sentenceFor(problem, language),
    fields: typeof wrong === 'object' && wrong !== null ? Object.keys(wrong) : [],
    typed: typedAgain(typed),
  };
}

// redirect() and notFound() speak by throwing.
function isNavigation(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_');
}
