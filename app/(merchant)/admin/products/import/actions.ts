'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { MAPPED_FIELDS } from '@/lib/domain/catalogue/transfer/file-format';
import { importOptionsSchema } from '@/lib/domain/catalogue/transfer/import-job';
import { compareAnew, dropImport, takeBack, takeImport } from '@/lib/flows/import/steer-import';
import { merchantAction } from '@/lib/server/action';

const importId = z.string().regex(/^[\w-]{16,64}$/);
const stepSchema = z.strictObject({ importId });
const columns = Object.fromEntries(MAPPED_FIELDS.map((field) => [`map.${field}`, z.string().max(200).optional()]));

/** The posted form as options; columns stand under "map." and are absent where the file's own heads are known. */
const readAgainSchema = z
  .strictObject({
    importId,
    currency: z.string(),
    language: z.string(),
    takesStock: z.literal('on').optional(),
    ...columns,
  })
  .transform((form, context) => {
    const { importId, currency, language, takesStock, ...named } = form;
    const chosen = Object.entries(named).flatMap(([name, column]) => (column ? [[name.slice(4), column]] : []));
    const mapping = Object.keys(named).length > 0 ? { mapping: Object.fromEntries(chosen) } : {};
    const options = importOptionsSchema.safeParse({ currency, language, takesStock: takesStock === 'on', ...mapping });
    if (options.success) return { importId, options: options.data };
    context.addIssue({ code: 'custom', message: 'options' });
    return z.NEVER;
  });

export const take = merchantAction('catalogue.import', stepSchema, ({ deps, merchant }, step) =>
  takeImport(deps, { ...step, who: `merchant:${merchant.merchantId}` }),
);

export const undo = merchantAction('catalogue.import', stepSchema, ({ deps, merchant }, step) =>
  takeBack(deps, { ...step, who: `merchant:${merchant.merchantId}` }),
);

export const readAgain = merchantAction('catalogue.import', readAgainSchema, ({ deps, merchant }, step) =>
  compareAnew(deps, { ...step, who: `merchant:${merchant.merchantId}` }),
);

export const drop = merchantAction('catalogue.import', stepSchema, async ({ deps, merchant }, step) => {
  await dropImport(deps, { ...step, who: `merchant:${merchant.merchantId}` });
  return redirect('/admin/products/import');
});
