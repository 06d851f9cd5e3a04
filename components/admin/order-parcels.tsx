'use client';

import { useActionState } from 'react';
import { READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { trackingUrl } from '@/lib/domain/orders/carriers';
import { FormWord, SubmitButton } from './form-parts';
import { timeIn } from './formats';
import { orderDeskWordsIn } from './order-desk-words';
import type { OrderAction } from './order-forms';
import { orderWordsIn } from './order-words';
import { LINK_CLASS, Panel, ROW_LINK_CLASS } from './parts';

export type ParcelRow = {
  id: string;
  orderId: string;
  items: string;
  carrier: string;
  tracking: string;
  sentAt: Date;
  deliveredAt: Date | null;
};
type OrderParcelsProps = { parcels: ParcelRow[]; action: OrderAction; language: Language };

/** What has left of an order, parcel by parcel, and what of it arrived. */
export function OrderParcels({ parcels, action, language }: OrderParcelsProps) {
  const words = orderWordsIn(language);
  if (parcels.length === 0) return null;
  return (
    <Panel title={words.parcels}>
      <ol className="grid gap-3 text-sm">
        {parcels.map((parcel, place) => (
          <li
            key={parcel.id}
            className="flex flex-wrap items-center justify-between gap-3 border-line not-first:border-t not-first:pt-3"
          >
            <div className="min-w-0">
              <p className="font-bold">{words.parcel(place + 1)}</p>
              <p>{parcel.items}</p>
              <ParcelWay parcel={parcel} language={language} />
              <a
                href={`/admin/orders/${parcel.orderId}/packing-slip?parcel=${parcel.id}`}
                target="_blank"
                rel="noopener"
                className={ROW_LINK_CLASS}
              >
                {orderDeskWordsIn(language).packingSlip}
              </a>
              <p className="text-xs text-muted">
                {timeIn(parcel.sentAt, language)}
                {parcel.deliveredAt && ` · ${words.deliveredAt(timeIn(parcel.deliveredAt, language))}`}
              </p>
            </div>
            {!parcel.deliveredAt && <DeliveredForm parcel={parcel} action={action} language={language} />}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function ParcelWay({ parcel: { carrier, tracking }, language }: { parcel: ParcelRow; language: Language }) {
  const url = trackingUrl(carrier, tracking);
  const way = [carrier, tracking].filter(Boolean).join(' ');
  return (
    <p className="break-words">
      {way}
      {url && (
        <>
          {' · '}
          <a href={url} target="_blank" rel="noopener noreferrer" className={LINK_CLASS}>
            {orderWordsIn(language).follow}
          </a>
        </>
      )}
    </p>
  );
}

function DeliveredForm({ parcel, action, language }: { parcel: ParcelRow; action: OrderAction; language: Language }) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit}>
      <input type="hidden" name="orderId" value={parcel.orderId} />
      <input type="hidden" name="shipmentId" value={parcel.id} />
      <SubmitButton label={orderWordsIn(language).markAsDelivered} quiet />
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}
