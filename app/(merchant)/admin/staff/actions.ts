'use server';

import {
  inviteFormSchema,
  removeStaffSchema,
  roleFormSchema,
  withdrawInvitationSchema,
} from '@/lib/domain/merchants/staff-forms';
import { changeRole, removeStaff } from '@/lib/flows/change-staff';
import { inviteStaff, withdrawInvitation } from '@/lib/flows/invite-staff';
import { merchantAction } from '@/lib/server/action';
import { readWords } from '../../words';

export const invite = merchantAction('staff.edit', inviteFormSchema, async ({ deps, merchant: by }, asked) => {
  const { language } = await readWords();
  return inviteStaff(deps, { email: asked.email, role: asked.role, token: asked.invitation, language, by });
});

export const takeBack = merchantAction('staff.edit', withdrawInvitationSchema, ({ deps, merchant }, which) =>
  withdrawInvitation(deps, { ...which, merchantId: merchant.merchantId }),
);

export const giveRole = merchantAction('staff.edit', roleFormSchema, ({ deps, merchant }, change) =>
  changeRole(deps, { ...change, merchantId: merchant.merchantId }),
);

export const remove = merchantAction('staff.edit', removeStaffSchema, ({ deps, merchant }, who) =>
  removeStaff(deps, { ...who, merchantId: merchant.merchantId }),
);
