export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;
const DIFFERENT_CHARACTERS = 6;

export type PasswordProblem = 'password_too_short' | 'password_too_long' | 'password_too_simple';

/**
 * Why a password would not protect the shop, or null. Length is what counts; beyond it only what anybody would try
 * first is refused: few different characters, a run of neighbours, the merchant's own name.
 */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return 'password_too_short';
  if (password.length > PASSWORD_MAX) return 'password_too_long';
  const plain = password.toLowerCase();
  const name = email.toLowerCase().split('@')[0] ?? '';
  if (new Set(plain).size < DIFFERENT_CHARACTERS || isRun(plain)) return 'password_too_simple';
  return name.length > 3 && plain.replaceAll(name, '').length < 6 ? 'password_too_simple' : null;
}

const RUNS = [
  '0123456789'.repeat(3),
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
];

function isRun(plain: string): boolean {
  const backwards = [...plain].reverse().join('');
  return RUNS.some((run) => run.includes(plain) || run.includes(backwards));
}
