import type { ActionState } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { timeIn } from './formats';
import { Calm } from './parts';
import { RemovePasskeyForm, RenamePasskeyForm } from './passkey-forms';
import { passkeyWordsIn } from './passkey-words';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;
type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };
type Props = { passkeys: Passkey[]; language: Language; rename: Action; remove: Action };

export function Passkeys({ passkeys, language, rename, remove }: Props) {
  const words = passkeyWordsIn(language);
  return (
    <>
      <Calm>{words.lead}</Calm>
      {passkeys.length === 0 && <Calm>{words.none}</Calm>}
      {passkeys.length > 0 && (
        <ul aria-label={words.title} className="grid divide-y divide-line border-y border-line">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="grid gap-1 py-3">
              <p className="break-words text-sm font-bold">{passkey.name}</p>
              <p className="text-xs text-muted">
                {words.made(timeIn(passkey.createdAt, language))},{' '}
                {passkey.lastUsedAt ? words.used(timeIn(passkey.lastUsedAt, language)) : words.neverUsed}
              </p>
              <div className="flex flex-wrap items-start gap-x-6">
                <RenamePasskeyForm action={rename} language={language} passkey={passkey} />
                <RemovePasskeyForm action={remove} language={language} passkey={passkey} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
