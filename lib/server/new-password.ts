import 'server-only';
import { type PasswordProblem, passwordProblem } from '@/lib/domain/merchants/password';
import { isLeakedPassword } from './leaked-passwords';
import { getEnv } from './wiring';

/** Why somebody may not take a password, or null: what is wrong with it in itself, or that it is known from a leak. */
export async function findPasswordProblem(
  password: string,
  email: string,
): Promise<PasswordProblem | 'password_leaked' | null> {
  const problem = passwordProblem(password, email);
  if (problem) return problem;
  return (await isLeakedPassword(password, getEnv().PWNED_PASSWORDS_ORIGIN)) ? 'password_leaked' : null;
}
