import { askForMyData } from '@/lib/flows/my-data-link';
import { mailLinkDoor } from '@/lib/server/mail-link-door';

/** A guest's way to her data: leads to the same page and the same words, whether there is such an order or not. */
export function POST(request: Request): Promise<Response> {
  return mailLinkDoor(request, '/shop/my-data', askForMyData);
}
