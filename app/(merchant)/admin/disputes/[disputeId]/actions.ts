'use server';

import { z } from 'zod';
import { evidenceSchema } from '@/lib/domain/payments/dispute';
import { answerDispute } from '@/lib/flows/answer-dispute';
import { merchantAction } from '@/lib/server/action';

const formSchema = z.strictObject({
  disputeId: z.string().regex(/^[\w-]{1,64}$/),
  agreed: z.literal('on'),
  ...evidenceSchema.shape,
});

export const sendEvidence = merchantAction(
  formSchema,
  ({ deps, merchant }, { disputeId, agreed: _agreed, ...evidence }) =>
    answerDispute(deps, { disputeId, evidence, merchantId: merchant.merchantId }),
);
