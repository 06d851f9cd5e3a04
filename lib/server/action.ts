import 'server-only';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import type { z } from 'zod';
import { isDatabaseDown } from '@/lib/db/transaction';
import { type ActionState, PASSWORD_AGAIN, typedAgain } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { needsPassword, type Permission } from '@/lib/domain/merchants/roles';
import { type Failure, fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from '@/lib/flows/deps';
import { logProblem } from './log';
import { askMerchant, type Merchant } from './merchant';
import { type ProblemName, sentenceFor } from './problems';
import { provePassword } from './prove-password';
import { check, singleFields } from './read-body';
import { languageOf } from './respond';
import { isSameSite } from './same-site';
import { getDeps, getEnv } from './wiring';

export type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;
type Outcome = Promise<Result<unknown, ProblemName>>;

/**
 * A merchant's server action: who is asking and whether her role has `permission`, from which site, what was sent, whether the
 * password is due again (it then comes in the same form), and only then the flow. Who is not signed in is led to the sign-in page.
 * What the flow answers becomes the form's state; success renders the page anew.
 */
export function merchantAction<T>(
  permission: Permission,
  schema: z.ZodType<T>,
  run: (context: { deps: Deps; merchant: Merchant }, input: T) => Outcome,
): Action {
  return async (_previous, form) => {
    const state = await act(schema, form, {
      who: () => askMerchant(permission),
      may: (merchant, password) => isProven(permission, merchant, password),
      run: async (merchant, input) => run({ deps: await getDeps(), merchant }, input),
    });
    if (state.is === 'done') refresh();
    return state;
  };
}

/** A server action that anybody may call, such as signing in: from our own site, with what the schema wants. */
export function publicAction<T>(schema: z.ZodType<T>, run: (input: T) => Outcome): Action {
  return async (_previous, form) =>
    act(schema, form, {
      who: async () => succeed(null),
      may: async () => succeed(null),
      run: (_nobody, input) => run(input),
    });
}

type Guarded<Who, T> = {
  who: () => Promise<Result<Who, ProblemName>>;
  may: (who: Who, password: string | undefined) => Promise<Result<null, ProblemName>>;
  run: (who: Who, input: T) => Outcome;
};

async function act<Who, T>(schema: z.ZodType<T>, form: unknown, door: Guarded<Who, T>): Promise<ActionState> {
  const asked = new Headers(await headers());
  const fields = fieldsOf(form);
  const state = (result: Result<unknown, ProblemName>): ActionState =>
    result.ok ? { is: 'done' } : problemState(result, languageOf(asked), fields.ok ? fields.value : {});
  try {
    const who = await door.who();
    if (!who.ok) return state(who);
    if (!isSameSite(asked, getEnv().PUBLIC_URL)) return state(fail('cross_site'));
    if (!fields.ok) return state(fields);
    const { [PASSWORD_AGAIN]: password, ...rest } = fields.value;
    const input = check(schema, rest);
    if (!input.ok) return state(input);
    const proven = await door.may(who.value, password);
    return state(proven.ok ? await door.run(who.value, input.value) : proven);
  } catch (error) {
    if (isDatabaseDown(error)) return state(fail('database_down'));
    if (isNavigation(error)) throw error;
    logProblem('action.failed', error);
    return state(fail('unexpected'));
  }
}

async function isProven(
  permission: Permission,
  merchant: Merchant,
  password: string | undefined,
): Promise<Result<null, ProblemName>> {
  const { db, now } = await getDeps();
  if (!needsPassword(permission, merchant.provenAt, now())) return succeed(null);
  return password ? provePassword(db, merchant, { password, at: now() }) : fail('sign_in_again');
}

// The argument comes from outside as much as the fields do: it need not be a form.
function fieldsOf(form: unknown): Result<Record<string, string>, 'invalid'> {
  if (!(form instanceof FormData)) return fail('invalid');
  // Next adds its own fields to a form that is posted without script.
  return singleFields([...form].filter(([name]) => !name.startsWith('$ACTION')));
}

const ASKS_PASSWORD: ReadonlySet<ProblemName> = new Set(['sign_in_again', 'wrong_password']);
const PASSWORD_LABEL = { de: 'Dein Passwort', en: 'Your password' } as const;

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
    ...(ASKS_PASSWORD.has(problem) ? { asks: PASSWORD_LABEL[language] } : {}),
  };
}

// redirect() and notFound() speak by throwing.
function isNavigation(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_');
}
