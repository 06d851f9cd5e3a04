import { buttonClass } from '@/components/ui/button';
import type { Language } from '@/lib/domain/market';
import type { CurrencyCode } from '@/lib/domain/money';
import { CONTROL_CLASS } from './control-class';
import { currencyName } from './formats';
import { wordsIn } from './words';

/** Shows a field for one more currency: the merchant's own price in it, never a converted one. */
export function CurrencyForm({ language, currencies }: { language: Language; currencies: CurrencyCode[] }) {
  const words = wordsIn(language);
  const named = currencies
    .map((code) => ({ code, name: currencyName(code, language) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <form method="get" className="mt-4 flex flex-wrap items-center gap-2 text-sm">
      <label htmlFor="currency">{words.otherCurrency}</label>
      <select id="currency" name="currency" className={CONTROL_CLASS}>
        {named.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" className={buttonClass('quiet', 'min-h-11 px-3 text-sm')}>
        {words.addCurrency}
      </button>
    </form>
  );
}
