'use server';

import { redirect } from 'next/navigation';
import { collectionFormSchema, collectionMoveSchema } from '@/lib/domain/catalogue/collection-form';
import { moveCollection, saveCollection } from '@/lib/flows/edit-collections';
import { merchantAction } from '@/lib/server/action';

export const save = merchantAction('catalogue.edit', collectionFormSchema, async ({ deps, merchant }, edit) => {
  const saved = await saveCollection(deps, { ...edit, merchantId: merchant.merchantId });
  return saved.ok && edit.slug === '' ? redirect(`/admin/collections/${saved.value.slug}`) : saved;
});

export const move = merchantAction('catalogue.edit', collectionMoveSchema, ({ deps }, step) =>
  moveCollection(deps, step),
);
