import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Allowed } from '@/components/admin/allowed';
import { DiscountForm } from '@/components/admin/discount-form';
import { DiscountStatus, Redemptions } from '@/components/admin/discount-table';
import { discountFields } from '@/components/admin/discount-texts';
import { discountWordsIn } from '@/components/admin/discount-words';
import { PageTitle, Panel } from '@/components/admin/parts';
import { StatusForm } from '@/components/admin/status-form';
import { getDiscount, listDiscountable, listRedemptions } from '@/lib/db/admin-discounts';
import { listPricedCurrencies } from '@/lib/db/admin-products';
import { textIn } from '@/lib/domain/market';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { save, setStatus } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: discountWordsIn((await readWords()).language).discount };
}

export default async function DiscountPage({ params }: { params: Promise<{ discountId: string }> }) {
  const { role } = await requireMerchant('discounts.see');
  const { discountId } = await params;
  const { language } = await readWords();
  const words = discountWordsIn(language);
  const { db, now } = await getDeps();
  const discount = isStorableText(discountId) && (await getDiscount(db, discountId));
  if (!discount) notFound();
  const [currencies, goods, redemptions] = await Promise.all([
    listPricedCurrencies(db),
    listDiscountable(db),
    listRedemptions(db, discount.id),
  ]);
  const { id, version, status } = discount;
  return (
    <>
      <PageTitle beside={<DiscountStatus discount={discount} language={language} now={now()} />}>
        {textIn(discount.title, language)}
      </PageTitle>
      <Allowed is={may(role, 'discounts.edit')} language={language}>
        <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
          <DiscountForm
            key={version}
            action={save}
            language={language}
            discount={{ id, version, fields: discountFields(discount, language) }}
            currencies={currencies}
            goods={goods}
          />
          <div className="grid content-start gap-4">
            <StatusForm action={setStatus} language={language} discount={{ id, version, status }} />
            <Panel title={words.redemptions}>
              <Redemptions redemptions={redemptions} language={language} />
            </Panel>
          </div>
        </div>
      </Allowed>
    </>
  );
}
