import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { QuoteCode } from '@/lib/domain/discounts/discount';
import type { PageMarket } from '@/lib/domain/market';
import { type CartWords, cartWords } from '@/lib/domain/words/cart';
import { amountText } from './amount-text';

type CodeFormProps = {
  code: QuoteCode | null;
  market: Pick<PageMarket, 'language' | 'currency' | 'intlLocale'>;
  returnTo: '/shop/cart' | '/shop/checkout';
  /** Why the code that she just typed was not taken. */
  problem?: string | null;
};

/** The promo code: typed, shown, taken away. Plain forms, with or without script. */
export function CodeForm({ code, market, returnTo, problem = null }: CodeFormProps) {
  const words = cartWords[market.language].code;
  if (code) return <CodeThere code={code} market={market} returnTo={returnTo} />;
  return (
    <form action="/api/cart" method="post">
      <input type="hidden" name="action" value="enterCode" />
      <input type="hidden" name="returnTo" value={returnTo} />
      <label htmlFor="promo-code" className="text-sm">
        {words.label}
      </label>
      <div className="mt-1 flex gap-2">
        <input
          id="promo-code"
          name="code"
          type="text"
          required
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'promo-code-problem' : undefined}
          className="block h-12 w-full min-w-0 rounded-md border border-edge bg-raised px-3 text-base uppercase aria-invalid:border-2 aria-invalid:border-error"
        />
        <button type="submit" className={buttonClass('quiet', 'shrink-0')}>
          {words.apply}
        </button>
      </div>
      {problem && (
        <p id="promo-code-problem" role="alert" className="mt-1 text-sm text-error">
          {problem}
        </p>
      )}
    </form>
  );
}

function CodeThere({ code, market, returnTo }: { code: QuoteCode } & Omit<CodeFormProps, 'code' | 'problem'>) {
  const words = cartWords[market.language].code;
  return (
    <form action="/api/cart" method="post" className="rounded-md border border-line px-3 py-1 text-sm">
      <input type="hidden" name="action" value="removeCode" />
      <input type="hidden" name="returnTo" value={returnTo} />
      <div className="flex items-center gap-2">
        <Icon
          name={code.refused ? 'warning' : 'check'}
          size={18}
          className={code.refused ? 'shrink-0 text-error' : 'shrink-0 text-brand'}
        />
        <p className="min-w-0 flex-1 break-words">
          {words.label} <strong>{code.text}</strong>
        </p>
        <button type="submit" className="min-h-11 px-2 text-muted underline underline-offset-4">
          {words.remove}
          <span className="sr-only">: {code.text}</span>
        </button>
      </div>
      {code.refused && <p className="pb-2 text-error">{refusalText(code, words, market)}</p>}
    </form>
  );
}

function refusalText(code: QuoteCode, words: CartWords['code'], market: CodeFormProps['market']): string {
  switch (code.refused) {
    case 'code_minimum':
      return words.minimum(amountText(code.needed ?? 0, market));
    case 'code_more_pieces':
      return words.morePieces(code.needed ?? 0);
    case null:
      return '';
    default:
      return words.refused[code.refused];
  }
}
