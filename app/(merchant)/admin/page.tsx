import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Calm, LINK_CLASS, PageTitle, Panel } from '@/components/admin/parts';
import { listLowStock } from '@/lib/db/admin-products';
import { variantTitle } from '@/lib/domain/catalogue/product';
import { textIn } from '@/lib/domain/market';
import { may, type Role } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../words';
import { FailedMessages, readSales, SalesPanels } from './sales-panels';
import { SetUpPanel } from './set-up-panel';
import { SoldLately } from './sold-lately';

const FEW = 3;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.today };
}

export default async function TodayPage() {
  const { role } = await requireMerchant('desk.see');
  const { language, words } = await readWords();
  const { lowStock, sales } = await readToday(role);
  return (
    <>
      <PageTitle>{words.today}</PageTitle>
      {may(role, 'settings.see') && (
        <Suspense>
          <SetUpPanel language={language} />
        </Suspense>
      )}
      <div className="grid gap-4 md:grid-cols-2">
        {sales && <SalesPanels sales={sales} mayHandle={may(role, 'orders.handle')} language={language} />}
        <Panel title={words.runsOut}>
          {lowStock.length === 0 && <Calm>{words.nothingRunsOut}</Calm>}
          <ul className="grid gap-2 text-sm">
            {lowStock.map((variant) => (
              <li key={variant.sku} className="flex items-baseline justify-between gap-4">
                <a href={`/admin/products/${variant.productId}/stock`} className={LINK_CLASS}>
                  {textIn(variant.title, language)} {variantTitle(variant, variant.optionValues, language)}
                </a>
                <span className="whitespace-nowrap tabular-nums">
                  {variant.available === 0 ? words.soldOut : `${variant.available} ${words.pieces}`}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
        {may(role, 'figures.see') && <SoldLately language={language} />}
        {sales && <FailedMessages failed={sales.failed} language={language} />}
      </div>
    </>
  );
}

/** What each role may see of the day; nothing else is read. */
async function readToday(role: Role) {
  const { db, now } = await getDeps();
  const [lowStock, sales] = await Promise.all([
    listLowStock(db, FEW),
    may(role, 'orders.see') ? readSales(db, now()) : null,
  ]);
  return { lowStock, sales };
}
