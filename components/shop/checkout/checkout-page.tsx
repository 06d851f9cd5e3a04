import { Icon } from '@/components/ui/icon';
import { LEGAL_PAGES } from '@/lib/domain/shop';
import { checkoutWords } from '@/lib/domain/words/checkout';
import { shopWords } from '@/lib/domain/words/shop';
import { ReloadWhenRestored } from '../reload-when-restored';
import { Checkout } from './checkout';
import type { CheckoutStart } from './checkout-model';

/** One task: no way leads off this page but back to the cart and to what the law wants near. */
export function CheckoutPage({ start }: { start: CheckoutStart }) {
  const words = checkoutWords[start.language];
  const countries = new Intl.ListFormat(start.intlLocale).format(start.countries.map((country) => country.name));
  const ways = ['Visa', 'Mastercard', 'American Express', ...(start.takesPaypal ? ['PayPal'] : [])];
  const either = new Intl.ListFormat(start.intlLocale, { type: 'disjunction' });
  return (
    <div className="safe-x safe-bottom mx-auto max-w-text pb-10">
      <ReloadWhenRestored />
      <header className="flex items-center justify-between">
        <a href="/shop/cart" className="inline-flex min-h-12 items-center gap-1 text-sm text-brand hover:underline">
          <Icon name="arrow" size={18} className="rotate-180 rtl:rotate-0" />
          {words.back}
        </a>
        <span className="text-sm font-bold">{start.shopName}</span>
      </header>
      <main id="content">
        <h1 className="text-lg md:text-xl">{words.title}</h1>
        <p className="mt-1 mb-3 text-sm text-muted">{words.limits(countries, either.format(ways))}</p>
        <Checkout start={start} />
      </main>
      <footer className="mt-10 border-t border-line">
        <nav aria-label={shopWords[start.language].legal.label}>
          <ul className="flex flex-wrap gap-x-5">
            {LEGAL_PAGES.map((page) => (
              <li key={page}>
                <a
                  href={`/shop/legal/${page}`}
                  className="inline-flex min-h-11 min-w-11 items-center text-xs text-muted hover:underline"
                >
                  {shopWords[start.language].legal.pages[page]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </footer>
    </div>
  );
}
