import { buttonClass } from '@/components/ui/button';
import type { PageLanguage } from '@/lib/domain/page-language';
import { paperLinkWords } from '@/lib/domain/words/paper-links';
import type { OrderView } from './order-view';

/** What became of her wish to have it by mail. */
export type PaperNews = { isProblem: boolean; text: string } | null;

/** Her invoice: to open where the browser shows PDFs, to be sent where it does not. */
export function OrderPapers({ order, language, news }: { order: OrderView; language: PageLanguage; news: PaperNews }) {
  const words = paperLinkWords[language];
  if (order.papers.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="text-sm">{words.title}</h2>
      <ul className="mt-1 text-sm">
        {order.papers.map(({ kind, label }) => (
          <li key={label}>
            <a
              href={`/shop/orders/${order.id}/invoice${kind === 'invoice' ? '' : `?paper=${label}`}`}
              target="_blank"
              rel="noopener"
              className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
            >
              {words.open(words.kind[kind], label)}
            </a>
          </li>
        ))}
      </ul>
      {order.details.email && (
        <form action="/api/orders/invoice" method="post" className="mt-1">
          <input type="hidden" name="orderId" value={order.id} />
          <button type="submit" className={buttonClass('quiet', 'min-h-11 px-4 text-sm')}>
            {words.send}
          </button>
        </form>
      )}
      {news && (
        <p role="status" className={news.isProblem ? 'mt-2 text-sm text-error' : 'mt-2 text-sm'}>
          {news.text}
        </p>
      )}
    </section>
  );
}
