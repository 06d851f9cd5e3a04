import { getPersonData, type PersonData } from '@/lib/db/person-data';
import { declarationPlace } from '@/lib/db/withdrawals';
import type { ShopperId } from '@/lib/domain/ids';
import { orderLabel } from '@/lib/domain/orders/status';
import type { Deps } from './deps';
import { keptDetailsPlace } from './keep-card';
import { notePlace } from './keep-note';
import { detailsPlace } from './quote-checkout';
import { orderDetailsPlace } from './settle-payment';

type Opener = Pick<Deps, 'db' | 'sealer' | 'now'>;

/**
 * Everything that is kept about one person, readable by her and by a machine (GDPR Art. 15 and 20): amounts in minor units,
 * times in UTC. Null for nobody.
 */
export async function collectMyData(deps: Opener, shopperId: ShopperId) {
  const kept = await getPersonData(deps.db, shopperId);
  if (!kept) return null;
  const open = opener(deps);
  const { shopper, cart, details } = kept;
  return {
    format: 'kiosk-my-data-1',
    madeAt: deps.now(),
    profile: {
      messengerId: shopper.psid,
      firstName: shopper.firstName,
      locale: shopper.locale,
      language: shopper.language,
      market: shopper.market,
      knownSince: shopper.createdAt,
      lastMessageAt: shopper.lastMessageAt,
      noAdvertisingSince: shopper.stoppedAt,
      paymentCustomer: shopper.providerCustomerId,
      erasedAt: shopper.erasedAt,
    },
    orders: kept.orders.map((order) => orderData(order, kept, open)),
    keptAddress: details && open(keptDetailsPlace(shopperId), details.sealed),
    keptCards: kept.cards.map(({ brand, last4, expiryMonth, expiryYear, createdAt }) => ({
      ...{ brand, last4, expiryMonth, expiryYear },
      keptAt: createdAt,
    })),
    cart: cart && {
      lines: kept.cartLines,
      typed: cart.sealedDetails && open(detailsPlace(shopperId), cart.sealedDetails),
      note: cart.sealedNote && deps.sealer.open(notePlace(cart.id), cart.sealedNote),
      promoCode: cart.discountCode,
    },
    consents: kept.consents.map(({ topic, words, source, givenAt, endedAt, endedBy }) => ({
      ...{ topic, words, source, givenAt, endedAt, endedBy },
    })),
    asks: kept.asks,
    wishes: kept.wishes,
    seen: kept.seen,
    reviews: kept.reviews,
    messages: kept.words,
    visits: kept.visits.map(({ source, ref, metaAdId, at }) => ({ source, ref, metaAdId, at })),
  };
}
export type MyData = NonNullable<Awaited<ReturnType<typeof collectMyData>>>;

type Open = (place: string, sealed: string) => unknown;

function opener({ sealer }: Opener): Open {
  return (place, sealed) => JSON.parse(sealer.open(place, sealed));
}

function orderData(order: PersonData['orders'][number], kept: PersonData, open: Open) {
  const { quote, placedAt, status, paymentMethod, fulfilledAt, cancelledAt, carrier, tracking } = order;
  return {
    id: order.id,
    number: orderLabel(order.number),
    ...{ placedAt, status, paymentMethod, fulfilledAt, cancelledAt, carrier, tracking },
    currency: order.currency,
    totalMinor: order.totalMinor,
    refundedMinor: order.refundedMinor,
    shippingMinor: quote.shipping.chosen.priceMinor,
    discountMinor: quote.discountMinor,
    lines: quote.lines.map(({ sku, title, variantTitle, quantity, unitMinor, totalMinor }) => ({
      ...{ sku, title, variantTitle, quantity, unitMinor, totalMinor },
    })),
    deliveredTo: open(orderDetailsPlace(order.id), order.sealedDetails),
    refunds: kept.refunds
      .filter(({ orderId }) => orderId === order.id)
      .map(({ amountMinor, reason, status: state, createdAt }) => ({ amountMinor, reason, status: state, createdAt })),
    withdrawals: kept.withdrawals
      .filter(({ orderId }) => orderId === order.id)
      .map(({ id, declaredAt, sealedDeclaration }) => ({
        declaredAt,
        declaration: open(declarationPlace(id), sealedDeclaration),
      })),
  };
}
