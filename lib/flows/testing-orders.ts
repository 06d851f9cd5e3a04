import { getOrder, type Order } from '@/lib/db/orders';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { addLineItem } from './change-cart';
import { confirmCheckout } from './confirm-checkout';
import { quoteCheckout } from './quote-checkout';
import { addProduct, addShopper, type TestHouse } from './testing';

/** An order of one product at 24.90 € a piece with express delivery, paid by card in the way the shop's settings say. */
export async function placeOrder(
  house: TestHouse,
  wish: { stock: number; quantity: number },
): Promise<{ order: Order; variantId: string }> {
  const { deps } = house;
  const shopperId = await addShopper(house);
  const slug = `print-${deps.newId().toLowerCase()}`;
  const { variantId } = await addProduct(house, { slug, stock: wish.stock });
  await addLineItem(deps, { shopperId, slug, options: {}, quantity: wish.quantity });
  const place = { shopperId, marketId: 'de' as const, shippingOptionId: 'express' };
  const quote = await quoteCheckout(deps, { ...place, country: EXAMPLE_DETAILS.address.country });
  if (!quote.ok) throw new Error(`no quote: ${quote.problem}`);
  const paid = await confirmCheckout(deps, {
    ...place,
    dialogRequestId: `request-${deps.newId()}`,
    details: EXAMPLE_DETAILS,
    agreedTotal: quote.value.total,
    proof: { confirmationToken: 'ok', returnUrl: 'http://localhost:3000/shop/checkout' },
  });
  const order = paid.ok && paid.value.is === 'paid' ? await getOrder(deps.db, paid.value.orderId) : null;
  if (!order) throw new Error('the order was not placed');
  return { order, variantId };
}
