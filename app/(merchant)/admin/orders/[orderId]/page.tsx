import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AddressForm } from '@/components/admin/address-form';
import { OrderDisputes } from '@/components/admin/dispute-parts';
import { timeIn } from '@/components/admin/formats';
import { ORDER_STATUS_NAMES, WAY_NAMES } from '@/components/admin/names';
import { NoteForm } from '@/components/admin/note-form';
import { OrderAddress, OrderLines, OrderSums } from '@/components/admin/order-details';
import { OrderMoneyPanel } from '@/components/admin/order-money';
import { OrderNote } from '@/components/admin/order-note';
import { OrderPapers } from '@/components/admin/order-papers';
import { OrderTimeline } from '@/components/admin/order-timeline';
import { Badge, PageTitle, Panel } from '@/components/admin/parts';
import { getOrderForMerchant } from '@/lib/db/admin-orders';
import { listDisputesOfOrder } from '@/lib/db/disputes';
import { listPapersOfOrder } from '@/lib/db/invoices';
import { getBalance } from '@/lib/db/ledger';
import { listRefundsOfOrder } from '@/lib/db/refunds';
import { listShipmentsOfOrder } from '@/lib/db/shipments';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { may } from '@/lib/domain/merchants/roles';
import { mayBeCancelled, orderLabel } from '@/lib/domain/orders/status';
import { readNote } from '@/lib/flows/read-note';
import { orderDetailsPlace } from '@/lib/flows/settle-payment';
import { requireMerchant } from '@/lib/server/merchant';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { addNote, changeAddress } from './actions';
import { OrderActions } from './order-actions';
import { OrderSending } from './order-sending';
import { readTimeline } from './read-timeline';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.order };
}

export default async function OrderPage({ params }: { params: Promise<{ orderId: string }> }) {
  const { role } = await requireMerchant('orders.see');
  const { orderId } = await params;
  const { language, words } = await readWords();
  const { db, sealer, newId } = await getDeps();
  const found = isStorableText(orderId) && (await getOrderForMerchant(db, orderId));
  if (!found) notFound();
  const { order } = found;
  const [note, shipments, disputes, papers, refunds, balanceMinor] = await Promise.all([
    readNote({ db, sealer }, order.id),
    listShipmentsOfOrder(db, order.id),
    listDisputesOfOrder(db, order.id),
    listPapersOfOrder(db, order.id),
    listRefundsOfOrder(db, order.id),
    getBalance(db, order.id),
  ]);
  const handles = may(role, 'orders.handle');
  const timeline = await readTimeline({ db, sealer }, { order, shipments, disputes, language });
  const details = orderDetailsSchema.parse(JSON.parse(sealer.open(orderDetailsPlace(order.id), order.sealedDetails)));
  return (
    <>
      <PageTitle
        beside={<Badge warn={order.status !== 'fulfilled'}>{ORDER_STATUS_NAMES[order.status][language]}</Badge>}
      >
        {words.order} {orderLabel(order.number)}
      </PageTitle>
      <p className="-mt-3 mb-5 text-sm text-muted">
        {timeIn(order.placedAt, language)} · {whoIs(found, words)}
      </p>
      <div className="grid gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="grid content-start gap-4">
          <OrderLines quote={order.quote} language={language} />
          <OrderSending
            role={role}
            order={order}
            shipments={shipments}
            refunds={refunds}
            disputes={disputes}
            requestId={newId()}
            language={language}
          />
          <Panel title={words.total}>
            <OrderSums quote={order.quote} language={language} />
          </Panel>
          <OrderTimeline items={timeline} currency={order.currency} language={language}>
            {handles && (
              <NoteForm
                action={addNote}
                about={{ is: 'orderId', id: order.id }}
                requestId={newId()}
                language={language}
              />
            )}
          </OrderTimeline>
        </div>
        <div className="grid content-start gap-4">
          <OrderAddress details={details} language={language}>
            {handles && details.address && mayBeCancelled(order.status) && (
              <AddressForm
                action={changeAddress}
                orderId={order.id}
                requestId={newId()}
                seenVersion={order.version}
                address={details.address}
                language={language}
              />
            )}
          </OrderAddress>
          <OrderNote {...note} language={language} />
          <Panel title={words.payment}>
            <p className="text-sm">
              {order.paymentMethod}, {WAY_NAMES[found.way][language]}
              <span className="block break-all text-xs text-muted">{order.chargeId}</span>
            </p>
          </Panel>
          <OrderMoneyPanel order={order} balanceMinor={balanceMinor} refunds={refunds} language={language} />
          <OrderActions order={order} refunds={refunds} role={role} requestId={newId()} language={language} />
          <OrderDisputes disputes={disputes} language={language} />
          <OrderPapers
            papers={papers.map(({ id, paper: { kind, label, totalMinor, currency } }) => ({
              id,
              kind,
              label,
              totalMinor,
              currency,
            }))}
            language={language}
          />
        </div>
      </div>
    </>
  );
}

function whoIs(
  { firstName, psid, erasedAt }: { firstName: string | null; psid: string | null; erasedAt: Date | null },
  words: { fromThread: string; guest: string; erased: string },
): string {
  if (erasedAt) return words.erased;
  return firstName ?? (psid ? words.fromThread : words.guest);
}
