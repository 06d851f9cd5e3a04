import type { Metadata } from 'next';
import { DiscountForm } from '@/components/admin/discount-form';
import { discountWordsIn } from '@/components/admin/discount-words';
import { PageTitle } from '@/components/admin/parts';
import { listDiscountable } from '@/lib/db/admin-discounts';
import { listPricedCurrencies } from '@/lib/db/admin-products';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { save } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: discountWordsIn((await readWords()).language).create };
}

export default async function NewDiscountPage() {
  await requireMerchant('discounts.edit');
  const { language } = await readWords();
  const { db, newId } = await getDeps();
  const [currencies, goods] = await Promise.all([listPricedCurrencies(db), listDiscountable(db)]);
  const blank = { id: newId(), version: 0, fields: { kind: 'percent' } };
  return (
    <>
      <PageTitle>{discountWordsIn(language).create}</PageTitle>
      <DiscountForm action={save} language={language} discount={blank} currencies={currencies} goods={goods} />
    </>
  );
}
