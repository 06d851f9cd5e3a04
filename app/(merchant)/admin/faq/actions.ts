'use server';

import { faqFormSchema, removeFaqSchema } from '@/lib/domain/messaging/faq-form';
import { keepFaq, removeFaq } from '@/lib/flows/edit-faq';
import { merchantAction } from '@/lib/server/action';

export const addAnswer = merchantAction(faqFormSchema, ({ deps }, entry) => keepFaq(deps, entry));
export const removeAnswer = merchantAction(removeFaqSchema, ({ deps }, entry) => removeFaq(deps, entry));
