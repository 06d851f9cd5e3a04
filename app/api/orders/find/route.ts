import { findOrder } from '@/lib/flows/find-order';
import { mailLinkDoor } from '@/lib/server/mail-link-door';

/** A guest's way back to her order: leads to the same page and the same words, whether there is such an order or not. */
export function POST(request: Request): Promise<Response> {
  return mailLinkDoor(request, '/shop/orders/find', findOrder);
}
