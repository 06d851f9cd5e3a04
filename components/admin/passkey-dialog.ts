import type { ActionState } from '@/lib/domain/action-state';
import type { PasskeyWords } from './passkey-words';

/** `credential`: what the dialog handed over, as JSON for the server. */
type Given = { ok: true; credential: string } | { ok: false; state: ActionState };
type Ceremony = 'sign-in' | 'add';

/** Whether this browser has passkeys and reads their JSON (all do since spring 2025): probed, never assumed. */
export function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  );
}

/** Opens the browser's dialog. What goes wrong, a closed dialog included, comes as a state for the form with a sentence. */
export async function openPasskeyDialog(ceremony: Ceremony, words: PasskeyWords): Promise<Given> {
  const answer = await fetch(`/api/passkeys/${ceremony}`, { method: 'POST' }).catch(() => null);
  if (!answer) return refused('unreachable', words.unreachable);
  const said: unknown = await answer.json().catch(() => null);
  if (!answer.ok) return refused('refused', messageOf(said) ?? words.unreachable);
  try {
    const given = await ask(ceremony, said);
    if (given instanceof PublicKeyCredential) return { ok: true, credential: JSON.stringify(given.toJSON()) };
    return refused('passkey_failed', words.failed);
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError' || name === 'AbortError') return refused('passkey_cancelled', words.cancelled);
    if (name === 'InvalidStateError') return refused('passkey_already', words.already);
    return refused('passkey_failed', words.failed);
  }
}

/** Throws where the options are none, as the browser does itself. */
function ask(ceremony: Ceremony, options: unknown): Promise<Credential | null> {
  if (ceremony === 'add' && isCreation(options)) {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  }
  if (!isRequest(options)) throw new TypeError('these are no options of a passkey');
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

// What is missing beyond that the browser itself refuses.
const isCreation = (said: unknown): said is PublicKeyCredentialCreationOptionsJSON =>
  typeof said === 'object' && said !== null && 'challenge' in said && 'user' in said;
const isRequest = (said: unknown): said is PublicKeyCredentialRequestOptionsJSON =>
  typeof said === 'object' && said !== null && 'challenge' in said && !('user' in said);

function messageOf(said: unknown): string | null {
  const message: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'message') : null;
  return typeof message === 'string' ? message : null;
}

function refused(problem: string, message: string): Given {
  return { ok: false, state: { is: 'problem', problem, message, fields: [], typed: {} } };
}
