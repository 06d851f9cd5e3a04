import 'server-only';
import type { Permission } from '@/lib/domain/merchants/roles';
import { openDoor } from './door';
import { findMerchantFor, type Merchant } from './merchant';
import { respondProblem } from './respond';
import { getEnv } from './wiring';

/**
 * A route of the desk that hands something out, such as a file: for a merchant whose role has `permission`. Who clicked a link and is
 * not signed in is led to the sign-in page; where the password is due again, to where it is asked for, and from there to `back`.
 * Everybody else is answered 401 or 403.
 */
export function merchantDoor(
  request: Request,
  permission: Permission,
  handle: (merchant: Merchant) => Promise<Response>,
  { back = '/admin' }: { back?: string } = {},
): Promise<Response> {
  return openDoor(request, async () => {
    const merchant = await findMerchantFor(permission, request.headers.get('cookie') ?? '');
    if (merchant.ok) return handle(merchant.value);
    const { PUBLIC_URL } = getEnv();
    if (merchant.problem === 'signed_out') return Response.redirect(`${PUBLIC_URL}/sign-in`, 303);
    const clicked = request.headers.get('sec-fetch-mode') === 'navigate';
    if (merchant.problem === 'sign_in_again' && clicked)
      return Response.redirect(`${PUBLIC_URL}/admin/prove?next=${encodeURIComponent(back)}`, 303);
    return respondProblem(request, merchant);
  });
}
