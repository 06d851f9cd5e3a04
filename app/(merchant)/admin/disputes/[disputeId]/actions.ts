'use server';

import { z } from 'zod';
import { evidenceSchema } from '@/lib/domain/payments/dispute';
import { answerDispute } from '@/lib/flows/answer-dispute';
import { giveInDispute } from '@/lib/flows/give-in-dispute';
import { merchantAction } from '@/lib/server/action';

const whichSchema = z.strictObject({ disputeId: z.string().regex(/^[\w-]{1,64}$/), agreed: z.literal('on') });
const formSchema = z.strictObject({ ...whichSchema.shape, ...evidenceSchema.shape });

export const sendEvidence = merchantAction(
  'disputes.answer',
  formSchema,
  ({ deps, merchant }, { disputeId, agreed: _agreed, ...evidence }) =>
    answerDispute(deps, { disputeId, evidence, merchantId: merchant.merchantId }),
);

export const giveIn = merchantAction('disputes.answer', whichSchema, ({ deps, merchant }, { disputeId }) =>
  giveInDispute(deps, { disputeId, merchantId: merchant.merchantId }),
);
