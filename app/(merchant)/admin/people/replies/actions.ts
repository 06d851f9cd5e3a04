'use server';

import { cannedFormSchema, personaFormSchema, removeCannedSchema } from '@/lib/domain/messaging/people-forms';
import { peopleSettingsFormSchema } from '@/lib/domain/messaging/silence';
import { editPeopleSettings, keepCannedReply, removeCannedReply } from '@/lib/flows/edit-people-settings';
import { takePersona } from '@/lib/flows/take-persona';
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
export const speakAs = merchantAction('people.set_up', personaFormSchema, ({ deps, merchant }, { name }) =>
  takePersona(deps, { merchantId: merchant.merchantId, name }),
);
