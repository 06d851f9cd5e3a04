import type { ReactNode } from 'react';
import type { ScreenReceipt } from '@/e2e/simulator/messenger/screen-contract';
import { countryName, longDate, money } from '@/e2e/simulator/screens/src/client/format';
import { Picture } from '@/e2e/simulator/screens/src/ui/picture';
import { usePhone } from './phone-context';

function Address({ receipt, locale }: { receipt: ScreenReceipt; locale: string }) {
  const { address } = receipt;
  return (
    <address className="not-italic">
      {receipt.recipientName}
      {address ? (
        <>
          <br />
          {address.street1}
          {address.street2 ? `, ${address.street2}` : ''}
          <br />
          {[address.city, address.state, address.postalCode].filter(Boolean).join(', ')}
          <br />
          {countryName(address.country, locale)}
        </>
      ) : null}
    </address>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="pt-2">
      <dt className="text-xs text-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sums({ receipt, price }: { receipt: ScreenReceipt; price: (amount: number) => string }) {
  const { summary } = receipt;
  const rows = [
    { name: 'Subtotal', amount: summary.subtotal },
    { name: 'Shipping', amount: summary.shipping },
    { name: 'Tax', amount: summary.tax },
    ...receipt.adjustments.map((adjustment) => ({ name: adjustment.name, amount: -adjustment.amount })),
  ];
  return (
    <dl className="px-4 py-3 text-[14px] tabular-nums">
      {rows.map((row) =>
        row.amount === undefined ? null : (
          <div key={row.name} className={`flex justify-between gap-4 ${row.amount < 0 ? 'text-good' : 'text-soft'}`}>
            <dt>{row.name}</dt>
            <dd>{price(row.amount)}</dd>
          </div>
        ),
      )}
      <div className="mt-1.5 flex items-baseline justify-between gap-4 text-[17px] font-semibold">
        <dt>Total</dt>
        <dd>{price(summary.total)}</dd>
      </div>
    </dl>
  );
}

/** A slip of paper with a torn edge: every field that the receipt template knows. */
export function ReceiptBubble({ receipt }: { receipt: ScreenReceipt }) {
  const { locale } = usePhone();
  const price = (amount: number) => money(amount, receipt.currency, locale);
  return (
    // The mask tears the edge and would cut a shadow off too: that one lies on a box of its own.
    <article
      aria-label={`Receipt ${receipt.orderNumber}`}
      className="w-full max-w-80 text-[14px] [filter:drop-shadow(0_0_1px_rgb(0_0_0/0.35))_drop-shadow(0_6px_10px_rgb(0_0_0/0.1))]"
    >
      <div className="overflow-hidden rounded-t-[20px] bg-raised pb-3 [mask:conic-gradient(from_-45deg_at_bottom,#0000,#000_1deg_89deg,#0000_90deg)_50%/14px_100%]">
        <header className="bg-mist px-4 py-3">
          <p className="text-xs font-semibold tracking-wide text-brand uppercase">Order confirmation</p>
          <p className="text-[16px] font-semibold">{receipt.merchantName ?? receipt.recipientName}</p>
          <p className="text-[13px] text-soft tabular-nums">No. {receipt.orderNumber}</p>
        </header>
        <ul className="divide-y divide-line px-4">
          {receipt.elements.map((element, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a receipt may be equal in every word
            <li key={index} className="flex items-center gap-3 py-2.5">
              {element.imageUrl ? <Picture url={element.imageUrl} className="size-12 shrink-0 rounded-lg" /> : null}
              <div className="min-w-0 grow">
                <p className="leading-snug font-medium">{element.title}</p>
                {element.subtitle ? <p className="text-[13px] leading-snug text-soft">{element.subtitle}</p> : null}
                {element.quantity === undefined ? null : (
                  <p className="text-[13px] text-soft tabular-nums">Quantity {element.quantity}</p>
                )}
              </div>
              <p className="self-start tabular-nums">{price(element.price)}</p>
            </li>
          ))}
        </ul>
        <dl className="border-t border-dashed border-line px-4 pt-1 pb-3 leading-snug">
          <Fact name="Paid with">{receipt.paymentMethod}</Fact>
          <Fact name={receipt.address ? 'Ship to' : 'For'}>
            <Address receipt={receipt} locale={locale} />
          </Fact>
          {receipt.timestampSeconds === undefined ? null : (
            <Fact name="Ordered">{longDate(receipt.timestampSeconds * 1000, locale)}</Fact>
          )}
        </dl>
        <div className="border-t border-dashed border-line">
          <Sums receipt={receipt} price={price} />
        </div>
        {receipt.orderUrl ? (
          <a
            href={receipt.orderUrl}
            target="_blank"
            rel="noreferrer"
            className="flex min-h-11 items-center justify-center border-t border-line pb-1 font-semibold text-brand hover:bg-mist"
          >
            View order
          </a>
        ) : null}
      </div>
    </article>
  );
}
