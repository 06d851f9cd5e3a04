'use server';

import { z } from 'zod';
import { merchantAction } from '@/lib/server/action';
import { connectPage } from '@/lib/server/set-up';

export const setMessengerUp = merchantAction('settings.edit', z.strictObject({}), ({ deps, merchant }) =>
  connectPage(deps, merchant.merchantId),
);
