'use server';

import { linkFormSchema } from '@/lib/domain/messaging/link-form';
import { makeLink } from '@/lib/flows/make-link';
import { merchantAction } from '@/lib/server/action';

export const createLink = merchantAction('reach.edit', linkFormSchema, ({ deps }, link) => makeLink(deps, link));
