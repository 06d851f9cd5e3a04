import type { Metadata } from 'next';
import { timeIn } from '@/components/admin/formats';
import { Badge, Calm, PageTitle, Panel } from '@/components/admin/parts';
import { InviteForm, RemoveForm, RoleForm, WithdrawForm } from '@/components/admin/staff-forms';
import { staffWordsIn } from '@/components/admin/staff-words';
import { listOpenInvitations, listStaff } from '@/lib/db/staff';
import { may } from '@/lib/domain/merchants/roles';
import { ROLE_NAMES } from '@/lib/domain/words/staff';
import { invitationLink } from '@/lib/flows/invite-staff';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { giveRole, invite, remove, takeBack } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: staffWordsIn((await readWords()).language).title };
}

export default async function StaffPage() {
  const merchant = await requireMerchant('staff.see');
  const { language } = await readWords();
  const words = staffWordsIn(language);
  const deps = await getDeps();
  const [staff, invitations] = await Promise.all([listStaff(deps.db), listOpenInvitations(deps.db, deps.now())]);
  const edits = may(merchant.role, 'staff.edit');
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <Calm>{words.lead}</Calm>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ul aria-label={words.title} className="divide-y divide-line rounded-lg border border-line bg-raised">
          {staff.map((member) => (
            <li key={member.id} className="grid gap-2 p-4">
              <div className="flex flex-wrap items-baseline justify-between gap-x-3">
                <p className="min-w-0 text-sm">
                  <strong>{member.name}</strong>
                  {member.id === merchant.merchantId && ` (${words.you})`}
                  <span className="block break-all text-xs text-muted">{member.email}</span>
                </p>
                <span className="flex flex-wrap gap-2">
                  {member.secondFactor && <Badge>{words.secondFactor}</Badge>}
                  <Badge>{ROLE_NAMES[member.role][language]}</Badge>
                </span>
              </div>
              {edits && (
                <div className="grid gap-x-4 sm:flex sm:flex-wrap sm:items-start">
                  <RoleForm action={giveRole} language={language} member={member} />
                  <RemoveForm action={remove} language={language} member={member} />
                </div>
              )}
            </li>
          ))}
        </ul>
        {edits && (
          <div className="grid gap-4">
            <Panel title={words.invite}>
              <InviteForm
                action={invite}
                language={language}
                token={deps.newId()}
                linkStart={invitationLink(deps, '')}
              />
            </Panel>
            <Panel title={words.open}>
              {invitations.length === 0 && <Calm>{words.noneOpen}</Calm>}
              <ul className="grid gap-3 text-sm">
                {invitations.map(({ id, email, role, expiresAt }) => (
                  <li key={id} className="flex items-center justify-between gap-3">
                    <span className="min-w-0">
                      <span className="break-all">{email}</span>
                      <span className="block text-xs text-muted">
                        {ROLE_NAMES[role][language]}, {words.until} {timeIn(expiresAt, language)}
                      </span>
                    </span>
                    <WithdrawForm action={takeBack} language={language} id={id} email={email} />
                  </li>
                ))}
              </ul>
            </Panel>
          </div>
        )}
      </div>
    </>
  );
}
