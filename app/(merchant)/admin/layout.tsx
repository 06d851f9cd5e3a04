import type { ReactNode } from 'react';
import { AdminNav } from '@/components/admin/admin-nav';
import { broadcastWordsIn } from '@/components/admin/broadcast-words';
import { collectionWordsIn } from '@/components/admin/collection-words';
import { discountWordsIn } from '@/components/admin/discount-words';
import { peopleWordsIn } from '@/components/admin/people-words';
import { SignOutForm } from '@/components/admin/sign-out-form';
import { withdrawalDeskWords } from '@/components/admin/withdrawal-words';
import { countWaiting } from '@/lib/db/list-conversations';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../words';
import { signOut } from './actions';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const merchant = await requireMerchant();
  const { language, words } = await readWords();
  const items = [
    { href: '/admin', label: words.today },
    { href: '/admin/orders', label: words.orders },
    { href: '/admin/people', label: peopleWordsIn(language).title, count: await countWaiting((await getDeps()).db) },
    { href: '/admin/withdrawals', label: withdrawalDeskWords[language].title },
    { href: '/admin/disputes', label: words.disputes },
    { href: '/admin/products', label: words.products },
    { href: '/admin/collections', label: collectionWordsIn(language).collections },
    { href: '/admin/ads', label: words.ads },
    { href: '/admin/links', label: words.links },
    { href: '/admin/broadcasts', label: broadcastWordsIn(language).title },
    { href: '/admin/faq', label: words.faq },
    { href: '/admin/discounts', label: discountWordsIn(language).discounts },
    { href: '/admin/settings', label: words.settings },
    { href: '/admin/payments', label: words.takingMoney },
  ];
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:z-10 focus:bg-raised focus:p-3">
        {words.skip}
      </a>
      <header className="border-b border-line bg-raised">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2">
          <AdminNav label={words.admin} items={items} />
          <div className="flex items-center gap-3 text-sm">
            <a href="/shop" className="inline-flex min-h-11 items-center text-brand underline underline-offset-4">
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
        </div>
      </header>
      <main id="content" className="mx-auto max-w-6xl px-4 py-6">
        {children}
      </main>
    </>
  );
}
