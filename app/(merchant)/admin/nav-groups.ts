import type { NavGroup } from '@/components/admin/admin-nav';
import { auditWordsIn } from '@/components/admin/audit-words';
import { broadcastWordsIn } from '@/components/admin/broadcast-words';
import { collectionWordsIn } from '@/components/admin/collection-words';
import { discountWordsIn } from '@/components/admin/discount-words';
import { figureWordsIn } from '@/components/admin/figure-words';
import { homeWordsIn } from '@/components/admin/home/home-words';
import { peopleWordsIn } from '@/components/admin/people-words';
import { reviewDeskWords } from '@/components/admin/review-words';
import { setUpWordsIn } from '@/components/admin/set-up-words';
import { staffWordsIn } from '@/components/admin/staff-words';
import { withdrawalDeskWords } from '@/components/admin/withdrawal-words';
import { wordsIn } from '@/components/admin/words';
import type { Language } from '@/lib/domain/market';
import { may, type Permission, type Role } from '@/lib/domain/merchants/roles';

/** The rooms of the desk that a role may enter, in their groups; `waiting`: how many conversations wait for an answer. */
export function navGroupsFor(role: Role, language: Language, waiting: number): NavGroup[] {
  const words = wordsIn(language);
  const room = (permission: Permission, href: string, label: string, count?: number) =>
    may(role, permission) ? [{ href: `/admin${href}`, label, count }] : [];
  const groups = [
    { title: null, items: room('desk.see', '', words.today) },
    {
      title: words.navSales,
      items: [
        ...room('orders.see', '/orders', words.orders),
        ...room('people.see', '/people', peopleWordsIn(language).title, waiting),
        ...room('people.see', '/reviews', reviewDeskWords[language].title),
        ...room('orders.see', '/withdrawals', withdrawalDeskWords[language].title),
        ...room('orders.see', '/disputes', words.disputes),
        ...room('figures.see', '/figures', figureWordsIn(language).title),
      ],
    },
    {
      title: words.navGoods,
      items: [
        ...room('catalogue.see', '/products', words.products),
        ...room('catalogue.see', '/collections', collectionWordsIn(language).collections),
        ...room('catalogue.see', '/home', homeWordsIn(language).title),
        ...room('discounts.see', '/discounts', discountWordsIn(language).discounts),
      ],
    },
    {
      title: words.navReach,
      items: [
        ...room('reach.see', '/ads', words.ads),
        ...room('reach.see', '/links', words.links),
        ...room('reach.see', '/broadcasts', broadcastWordsIn(language).title),
        ...room('reach.see', '/faq', words.faq),
      ],
    },
    {
      title: words.navShop,
      items: [
        ...room('settings.see', '/set-up', setUpWordsIn(language).title),
        ...room('settings.see', '/settings', words.settings),
        ...room('settings.see', '/payments', words.takingMoney),
        ...room('staff.see', '/staff', staffWordsIn(language).title),
        ...room('audit.see', '/audit', auditWordsIn(language).title),
      ],
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
