import { cn } from '@/components/ui/cn';
import { Icon, type IconName } from '@/components/ui/icon';
import type { PageLanguage } from '@/lib/domain/page-language';
import { shopWords } from '@/lib/domain/words/shop';
import { CartBadge } from './cart-badge';

export type ShopSection = 'shop' | 'search' | 'cart' | 'orders';

const ITEMS: { section: ShopSection; href: string; icon: IconName }[] = [
  { section: 'shop', href: '/shop', icon: 'shop' },
  { section: 'search', href: '/shop/search', icon: 'search' },
  { section: 'cart', href: '/shop/cart', icon: 'cart' },
  { section: 'orders', href: '/shop/orders', icon: 'orders' },
];

/** The four places of the shop: at the thumb on a phone, at the head of a wide window. */
export function ShopNav({ language, current }: { language: PageLanguage; current: ShopSection | null }) {
  const words = shopWords[language];
  return (
    <nav
      aria-label={words.nav.label}
      className="safe-bottom low:static fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface md:static md:border-t-0 md:pb-0"
    >
      <ul className="mx-auto flex max-w-shop md:gap-2">
        {ITEMS.map(({ section, href, icon }) => (
          <li key={section} className="flex-1">
            <a
              href={href}
              aria-current={section === current ? 'page' : undefined}
              className={cn(
                'relative flex h-14 flex-col items-center justify-center gap-0.5 text-xs md:h-11 md:flex-row md:gap-2 md:px-3 md:text-sm',
                section === current ? 'font-bold text-brand' : 'text-muted hover:text-ink',
              )}
            >
              <span className={cn('relative', section === 'cart' && 'md:me-2')}>
                <Icon name={icon} />
                {section === 'cart' && <CartBadge label={words.cartPieces} />}
              </span>
              {words.nav[section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
