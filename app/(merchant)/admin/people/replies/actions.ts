'use server';

import { cannedFormSchema, removeCannedSchema } from '@/lib/domain/messaging/people-forms';
import { peopleSettingsFormSchema } from '@/lib/domain/messaging/silence';
import { editPeopleSettings, keepCannedReply, removeCannedReply } from '@/lib/flows/edit-people-settings';
import { merchantAction } from '@/lib/server/action';

export const sayHowQuiet = merchantAction('people.set_up', peopleSettingsFormSchema, ({ deps }, said) =>
  editPeopleSettings(deps, said),
);
export const addCanned = merchantAction('people.set_up', cannedFormSchema, ({ deps }, reply) =>
  keepCannedReply(deps, reply),
);
export const removeCanned = merchantAction('people.set_up', removeCannedSchema, ({ deps }, reply) =>
  removeCannedReply(deps, reply),
);
