'use server';

import { faqFormSchema, removeFaqSchema } from '@/lib/domain/messaging/faq-form';
import { keepFaq, removeFaq } from '@/lib/flows/edit-faq';
import { merchantAction } from '@/lib/server/action';

export const addAnswer = merchantAction('people.set_up', faqFormSchema, ({ deps }, entry) => keepFaq(deps, entry));
export const removeAnswer = merchantAction('people.set_up', removeFaqSchema, ({ deps }, entry) =>
  removeFaq(deps, entry),
);
