import { Icon } from '@/components/ui/icon';
import { MAX_QUANTITY } from '@/lib/domain/cart/cart';
import type { PageLanguage } from '@/lib/domain/page-language';
import { cartWords } from '@/lib/domain/words/cart';
import type { CartLineView } from './cart-view';
import { Picture } from './picture';
import { Written } from './written';

/** Each line with its own little forms: more, fewer and remove are buttons that post, with or without script. */
export function CartLines({ lines, language }: { lines: CartLineView[]; language: PageLanguage }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((view) => (
        <li key={view.line.variantId} className="flex gap-4 py-4">
          <div className="w-20 shrink-0">
            <Picture
              image={view.line.image}
              language={language}
              sizes="5rem"
              decorative
              className="rounded-md border border-line"
            />
          </div>
          <div className="min-w-0 flex-1">
            <div className="flex justify-between gap-3">
              <a
                href={`/shop/products/${view.line.productSlug}`}
                className="-my-3 py-3 text-sm font-bold hover:underline"
              >
                <Written text={view.title} language={language} />
              </a>
              <span className="text-sm font-bold whitespace-nowrap tabular-nums">{view.total}</span>
            </div>
            <p className="text-sm text-muted">{view.choice}</p>
            {view.unit && view.line.quantity > 1 && (
              <p className="text-xs text-muted tabular-nums">{cartWords[language].each(view.unit)}</p>
            )}
            {view.problem && <LineTrouble view={view} language={language} />}
            <Quantity view={view} language={language} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function LineTrouble({ view, language }: { view: CartLineView; language: PageLanguage }) {
  if (!view.problem) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 rounded-md bg-error-soft px-3 text-sm text-error">
      <p className="flex items-center gap-2 py-2">
        <Icon name="warning" size={18} className="shrink-0" />
        {view.problem.text}
      </p>
      {view.problem.take !== null && (
        <SetForm variantId={view.line.variantId}>
          <button name="quantity" value={view.problem.take} type="submit" className="min-h-11 font-bold underline">
            {cartWords[language].take(view.problem.take)}
          </button>
        </SetForm>
      )}
    </div>
  );
}

function Quantity({ view, language }: { view: CartLineView; language: PageLanguage }) {
  const words = cartWords[language];
  const { quantity, variantId, available } = view.line;
  const step = 'grid size-11 place-items-center text-base hover:bg-sunken disabled:text-muted disabled:opacity-50';
  return (
    <div className="mt-2 flex flex-wrap items-center justify-between gap-x-3">
      <SetForm variantId={variantId} had={quantity}>
        <div className="inline-flex items-center rounded-md border border-edge bg-raised">
          <button
            name="quantity"
            value={quantity - 1}
            type="submit"
            className={step}
            aria-label={words.less(view.title)}
          >
            −
          </button>
          <span className="min-w-8 text-center text-sm tabular-nums" aria-label={words.quantity(quantity)} role="img">
            {quantity}
          </span>
          <button
            name="quantity"
            value={quantity + 1}
            type="submit"
            className={step}
            disabled={quantity >= Math.min(available, MAX_QUANTITY)}
            aria-label={words.moreOf(view.title)}
          >
            +
          </button>
        </div>
      </SetForm>
      <SetForm variantId={variantId} had={quantity}>
        <button
          name="quantity"
          value="0"
          type="submit"
          className="min-h-11 px-2 text-sm text-muted underline underline-offset-4"
        >
          {words.remove}
          <span className="sr-only">: {view.title}</span>
        </button>
      </SetForm>
    </div>
  );
}

type SetFormProps = { variantId: string; had?: number; children: React.ReactNode };

function SetForm({ variantId, had, children }: SetFormProps) {
  return (
    <form action="/api/cart" method="post">
      <input type="hidden" name="action" value="set" />
      <input type="hidden" name="variantId" value={variantId} />
      {had !== undefined && <input type="hidden" name="had" value={had} />}
      <input type="hidden" name="returnTo" value="/shop/cart" />
      {children}
    </form>
  );
}
