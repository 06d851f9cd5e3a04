import type { ReactNode } from 'react';
import { AdminNav } from '@/components/admin/admin-nav';
import { SignOutForm } from '@/components/admin/sign-out-form';
import { countWaiting } from '@/lib/db/list-conversations';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../words';
import { signOut } from './actions';
import { navGroupsFor } from './nav-groups';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const merchant = await requireMerchant('desk.see');
  const { language, words } = await readWords();
  const waiting = may(merchant.role, 'people.see') ? await countWaiting((await getDeps()).db) : 0;
  const groups = navGroupsFor(merchant.role, language, waiting);
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
