import { writeAuditOf } from '@/lib/db/audit';
import { addressBeforePlace, getAddressChangeOfRequest, insertAddressChange } from '@/lib/db/order-desk';
import { lockOrder, updateOrder } from '@/lib/db/orders';
import { inTransaction } from '@/lib/db/transaction';
import { type Address, addressSchema, orderDetailsSchema } from '@/lib/domain/cart/address';
import { mayBeCancelled } from '@/lib/domain/orders/status';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { tell } from './book-refund';
import type { Deps } from './deps';
import { orderDetailsPlace } from './settle-payment';

export type ChangeAddressInput = {
  orderId: string;
  requestId: string;
  seenVersion: number;
  /** The country stays: price, tax and invoice were made for it. */
  address: Omit<Address, 'country'>;
  who: string;
};
export type ChangeAddressProblem = 'not_found' | 'changed_meanwhile' | 'already_sent' | 'address_unknown' | 'invalid';

/**
 * Sends an order elsewhere in its country while nothing has left, keeps where it was to go, and tells her without saying
 * where. The same form twice is one change. The invoice stays as it was issued.
 * Problems: "not_found"; "changed_meanwhile"; "already_sent" (or called off); "address_unknown" where none was ever told;
 * "invalid" with the fields that do not fit the country.
 */
export async function changeOrderAddress(
  deps: Deps,
  input: ChangeAddressInput,
): Promise<Result<null, ChangeAddressProblem>> {
  const { orderId, requestId, who } = input;
  const changed = await inTransaction(deps.db, async (tx): Promise<Result<null, ChangeAddressProblem>> => {
    const order = await lockOrder(tx, orderId);
    if (!order) return fail('not_found');
    const known = await getAddressChangeOfRequest(tx, requestId);
    if (known) return known.orderId === orderId ? succeed(null) : fail('changed_meanwhile');
    if (order.version !== input.seenVersion) return fail('changed_meanwhile');
    if (!mayBeCancelled(order.status)) return fail('already_sent');
    const place = orderDetailsPlace(orderId);
    const details = orderDetailsSchema.parse(JSON.parse(deps.sealer.open(place, order.sealedDetails)));
    if (!details.address) return fail('address_unknown');
    const address = readAddress(input.address, details.address.country);
    if (!address.ok) return address;
    const id = deps.newId();
    const sealedBefore = deps.sealer.seal(addressBeforePlace(id), JSON.stringify(details.address));
    await insertAddressChange(tx, { id, orderId, requestId, sealedBefore, who, at: deps.now() });
    const sealedDetails = deps.sealer.seal(place, JSON.stringify({ ...details, address: address.value }));
    await updateOrder(tx, orderId, { sealedDetails, searchMarks: null });
    await tell(deps, tx, order, `address:${id}`, { is: 'address_changed' });
    // That it was changed, not to where: addresses stand sealed with the order.
    await writeAuditOf(tx, { who, what: 'order.address_changed', about: `order:${orderId}`, at: deps.now() });
    deps.log('order.address_changed', { order: orderId, who });
    return succeed(null);
  });
  if (changed.ok) deps.wake('messages');
  return changed;
}

function readAddress(typed: ChangeAddressInput['address'], country: Address['country']): Result<Address, 'invalid'> {
  const read = addressSchema.safeParse({ ...typed, country });
  if (read.success) return succeed(read.data);
  return fail('invalid', {
    fields: Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message])),
  });
}
