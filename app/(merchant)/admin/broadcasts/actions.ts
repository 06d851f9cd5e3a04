'use server';

import { redirect } from 'next/navigation';
import { broadcastFormSchema, broadcastStepSchema } from '@/lib/domain/messaging/broadcast';
import { reminderFormSchema } from '@/lib/domain/messaging/reminder-settings';
import { editReminders } from '@/lib/flows/edit-reminders';
import { startBroadcast, steerBroadcast, testBroadcast, writeBroadcast } from '@/lib/flows/send-broadcasts';
import { merchantAction } from '@/lib/server/action';

export const save = merchantAction('reach.edit', broadcastFormSchema, async ({ deps, merchant }, draft) => {
  const saved = await writeBroadcast(deps, { ...draft, merchantId: merchant.merchantId });
  return saved.ok ? redirect(`/admin/broadcasts/${draft.id}`) : saved;
});

export const take = merchantAction(
  'reach.edit',
  broadcastStepSchema,
  ({ deps, merchant }, { broadcastId: id, step, startsAt }) => {
    if (step === 'test') return testBroadcast(deps, { id, merchantId: merchant.merchantId });
    return step === 'start' ? startBroadcast(deps, { id, startsAt }) : steerBroadcast(deps, { id, step });
  },
);

export const setReminders = merchantAction('reach.edit', reminderFormSchema, ({ deps }, reminders) =>
  editReminders(deps, reminders),
);
