import type { ReactNode } from 'react';
import { AdminNav, type NavGroup } from '@/components/admin/admin-nav';
import { broadcastWordsIn } from '@/components/admin/broadcast-words';
import { collectionWordsIn } from '@/components/admin/collection-words';
import { discountWordsIn } from '@/components/admin/discount-words';
import { peopleWordsIn } from '@/components/admin/people-words';
import { SignOutForm } from '@/components/admin/sign-out-form';
import { withdrawalDeskWords } from '@/components/admin/withdrawal-words';
import { wordsIn } from '@/components/admin/words';
import { countWaiting } from '@/lib/db/list-conversations';
import type { Language } from '@/lib/domain/market';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../words';
import { signOut } from './actions';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const merchant = await requireMerchant();
  const { language, words } = await readWords();
  const groups = navGroups(language, await countWaiting((await getDeps()).db));
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:z-10 focus:bg-raised focus:p-3">
        {words.skip}
      </a>
      <header className="border-b border-line bg-raised">
        <div className="mx-auto flex max-w-7xl items-center justify-end gap-3 px-4 py-1 text-sm">
          <a href="/shop" className="mr-auto inline-flex min-h-11 items-center text-brand underline underline-offset-4">
            {words.toShop}
          </a>
          <a
            href="/admin/sessions"
            className="inline-flex min-h-11 items-center text-muted underline-offset-4 hover:underline"
          >
            {merchant.name}
          </a>
          <SignOutForm action={signOut} label={words.signOut} />
        </div>
      </header>
      <div className="mx-auto grid max-w-7xl gap-x-6 px-4 py-2 lg:grid-cols-[14rem_minmax(0,1fr)] lg:py-6">
        <AdminNav label={words.admin} groups={groups} />
        <main id="content" className="min-w-0 py-4 lg:py-0">
          {children}
        </main>
      </div>
    </>
  );
}

function navGroups(language: Language, waiting: number): NavGroup[] {
  const words = wordsIn(language);
  const room = (href: string, label: string) => ({ href: `/admin${href}`, label });
  return [
    { title: null, items: [room('', words.today)] },
    {
      title: words.navSales,
      items: [
        room('/orders', words.orders),
        { ...room('/people', peopleWordsIn(language).title), count: waiting },
        room('/withdrawals', withdrawalDeskWords[language].title),
        room('/disputes', words.disputes),
      ],
    },
    {
      title: words.navGoods,
      items: [
        room('/products', words.products),
        room('/collections', collectionWordsIn(language).collections),
        room('/discounts', discountWordsIn(language).discounts),
      ],
    },
    {
      title: words.navReach,
      items: [
        room('/ads', words.ads),
        room('/links', words.links),
        room('/broadcasts', broadcastWordsIn(language).title),
        room('/faq', words.faq),
      ],
    },
    { title: words.navShop, items: [room('/settings', words.settings), room('/payments', words.takingMoney)] },
  ];
}
