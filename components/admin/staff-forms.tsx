'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { ROLES, type Role } from '@/lib/domain/merchants/roles';
import { ROLE_HINTS, ROLE_NAMES } from '@/lib/domain/words/staff';
import { CONTROL_CLASS, INPUT_CLASS } from './control-class';
import { Field, FormWord, SubmitButton } from './form-parts';
import { staffWordsIn } from './staff-words';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;
type FormProps = { action: Action; language: Language };

/** `token`: the link this form will make valid; `linkStart` stands before it. */
export function InviteForm({ action, language, token, linkStart }: FormProps & { token: string; linkStart: string }) {
  const [{ state, link }, submit] = useActionState(
    async (previous: { state: ActionState; link: string }, form: FormData) => {
      const answer = await action(previous.state, form);
      return { state: answer, link: answer.is === 'done' ? `${linkStart}${form.get('invitation')}` : '' };
    },
    { state: READY, link: '' },
  );
  const words = staffWordsIn(language);
  return (
    <form action={submit} className="grid gap-3">
      <input type="hidden" name="invitation" value={token} />
      <Field
        id="invite-email"
        name="email"
        type="email"
        label={words.email}
        autoComplete="off"
        required
        state={state}
      />
      <RoleChoice language={language} chosen={state.is === 'problem' ? (state.typed.role ?? '') : 'orders'} />
      <p className="text-xs text-muted">{words.inviteHint}</p>
      <FormWord state={state} done={words.invited} />
      {link && (
        <input
          readOnly
          value={link}
          aria-label={words.invited}
          className={INPUT_CLASS}
          onFocus={(e) => e.target.select()}
        />
      )}
      <SubmitButton label={words.sendInvitation} />
    </form>
  );
}

function RoleChoice({ language, chosen }: { language: Language; chosen: string }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-bold">{staffWordsIn(language).role}</legend>
      {ROLES.map((role) => (
        <label key={role} className="flex min-h-11 items-center gap-3 text-sm">
          <input
            type="radio"
            name="role"
            value={role}
            defaultChecked={role === chosen}
            required
            className="size-5 shrink-0"
          />
          <span>
            {ROLE_NAMES[role][language]}
            <span className="block text-xs text-muted">{ROLE_HINTS[role][language]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type MemberProps = FormProps & { member: { id: string; name: string; role: Role } };

export function RoleForm({ action, language, member }: MemberProps) {
  const [state, submit] = useActionState(action, READY);
  const words = staffWordsIn(language);
  const chosen = state.is === 'problem' ? (state.typed.role ?? member.role) : member.role;
  return (
    <form action={submit} className="grid gap-2">
      <input type="hidden" name="staffId" value={member.id} />
      <input type="hidden" name="seenRole" value={member.role} />
      <div className="flex flex-wrap gap-2">
        <select
          key={chosen}
          name="role"
          aria-label={words.roleOf(member.name)}
          defaultValue={chosen}
          className={CONTROL_CLASS}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {ROLE_NAMES[role][language]}
            </option>
          ))}
        </select>
        <SubmitButton label={words.changeRole} quiet />
      </div>
      {state.is !== 'ready' && <FormWord state={state} done={words.saved} />}
    </form>
  );
}

export function RemoveForm({ action, language, member }: MemberProps) {
  const [state, submit] = useActionState(action, READY);
  const words = staffWordsIn(language);
  return (
    <details className="text-sm" open={state.is === 'problem' || undefined}>
      <summary
        aria-label={words.removeNamed(member.name)}
        className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
      >
        {words.remove}
      </summary>
      <form action={submit} className="grid gap-2">
        <input type="hidden" name="staffId" value={member.id} />
        <p className="text-xs text-muted">{words.removeHint}</p>
        {state.is === 'problem' && <FormWord state={state} />}
        <SubmitButton label={words.removeNamed(member.name)} quiet />
      </form>
    </details>
  );
}

export function WithdrawForm({ action, language, id, email }: FormProps & { id: string; email: string }) {
  const [state, submit] = useActionState(action, READY);
  const words = staffWordsIn(language);
  return (
    <form action={submit} aria-label={words.withdrawOf(email)} className="grid gap-2">
      <input type="hidden" name="invitationId" value={id} />
      <SubmitButton label={words.withdraw} quiet />
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}
