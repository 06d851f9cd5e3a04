import type { Metadata } from 'next';
import { DiscountTable } from '@/components/admin/discount-table';
import { discountWordsIn } from '@/components/admin/discount-words';
import { Calm, PageTitle } from '@/components/admin/parts';
import { buttonClass } from '@/components/ui/button';
import { listDiscounts } from '@/lib/db/admin-discounts';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: discountWordsIn((await readWords()).language).discounts };
}

export default async function DiscountsPage() {
  const { role } = await requireMerchant('discounts.see');
  const { language } = await readWords();
  const words = discountWordsIn(language);
  const { db, now } = await getDeps();
  const rows = await listDiscounts(db);
  return (
    <>
      <PageTitle
        beside={
          may(role, 'discounts.edit') && (
            <a href="/admin/discounts/new" className={buttonClass('primary', 'min-h-11 px-4 text-sm')}>
              {words.create}
            </a>
          )
        }
      >
        {words.discounts}
      </PageTitle>
      {rows.length === 0 ? <Calm>{words.none}</Calm> : <DiscountTable rows={rows} language={language} now={now()} />}
    </>
  );
}
