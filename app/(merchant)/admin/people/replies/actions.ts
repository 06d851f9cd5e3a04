'use server';

import { cannedFormSchema, removeCannedSchema } from '@/lib/domain/messaging/people-forms';
import { peopleSettingsFormSchema } from '@/lib/domain/messaging/silence';
import { editPeopleSettings, keepCannedReply, removeCannedReply } from '@/lib/flows/edit-people-settings';
import { merchantAction } from '@/lib/server/action';

export const sayHowQuiet = merchantAction(peopleSettingsFormSchema, ({ deps }, said) => editPeopleSettings(deps, said));
export const addCanned = merchantAction(cannedFormSchema, ({ deps }, reply) => keepCannedReply(deps, reply));
export const removeCanned = merchantAction(removeCannedSchema, ({ deps }, reply) => removeCannedReply(deps, reply));
