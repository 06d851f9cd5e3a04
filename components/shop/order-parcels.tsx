import type { PageMarket } from '@/lib/domain/market';
import { trackingUrl } from '@/lib/domain/orders/carriers';
import { orderWords } from '@/lib/domain/words/orders';
import { dayText, type OrderView } from './order-view';

/** What has left of her order and where it is, parcel by parcel. */
export function OrderParcels({ parcels, market }: { parcels: OrderView['parcels']; market: PageMarket }) {
  const words = orderWords[market.language];
  if (parcels.length === 0) return null;
  return (
    <section className="mt-5 text-sm">
      <h2 className="text-sm">{words.parcels.title(parcels.length)}</h2>
      <ol className="mt-2 grid gap-2">
        {parcels.map(({ id, items, carrier, tracking, sentAt, deliveredAt }) => {
          const url = trackingUrl(carrier, tracking);
          return (
            <li key={id} className="rounded-lg border border-line p-3">
              <p className="font-bold">
                {deliveredAt
                  ? words.parcels.deliveredOn(dayText(deliveredAt, market))
                  : words.parcels.sentOn(dayText(sentAt, market))}
              </p>
              <p>{items}</p>
              {(carrier || tracking) && <p className="break-words">{words.tracking(carrier, tracking)}</p>}
              {url && (
                <a
                  href={url}
                  target="_blank"
                  rel="noopener noreferrer"
                  className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
                >
                  {words.parcels.follow}
                </a>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
