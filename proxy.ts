import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { MARKET_IDS } from '@/lib/domain/market';
import { cspOfDynamicPage } from '@/lib/server/csp';
import { type Env, readEnv } from '@/lib/server/env';
import { internalPath, readAddress } from '@/lib/server/front/address';
import { marketOfRequest } from '@/lib/server/market-of-request';
import { PATH_HEADER } from '@/lib/server/path-header';

/** Pages only: doors and files have nothing inline. */
export const config = { matcher: '/((?!api/|_next/|demo/|icon|favicon).*)' };

let env: Env | undefined;

/**
 * Gives each page that is made for one request its nonce. Under `next dev` it also does the front door's rewriting of
 * shop addresses; in production they come rewritten already.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  const development = process.env.NODE_ENV === 'development';
  const address = readAddress(development ? pathname : withoutMarket(pathname));
  if (!('path' in address)) return development ? refuseOrMove(request, address) : NextResponse.next();
  const isKept = address.is === 'kept';
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, address.path); // whatever the client said under this name
  const answer = { headers: new Headers() };
  if (!isKept) {
    env ??= readEnv();
    const csp = cspOfDynamicPage(env, randomBytes(16).toString('base64'), address.path);
    headers.set('content-security-policy', csp); // Next reads the nonce here
    answer.headers.set('content-security-policy', csp);
  }
  const next = { request: { headers }, ...answer };
  if (!development || (!isKept && address.is !== 'shop')) return NextResponse.next(next);
  const market = marketOfRequest(request.headers.get('cookie') ?? '', request.headers.get('accept-language') ?? '');
  return NextResponse.rewrite(new URL(internalPath(market, address.path) + request.nextUrl.search, request.url), next);
}

function refuseOrMove(request: NextRequest, address: Exclude<ReturnType<typeof readAddress>, { path: string }>) {
  if (address.is === 'moved') return NextResponse.redirect(new URL(address.to, request.url), 308);
  return new NextResponse('Not Found\n', { status: 404 });
}

function withoutMarket(pathname: string): string {
  const market = MARKET_IDS.find((id) => pathname.startsWith(`/${id}/`));
  return market ? pathname.slice(market.length + 1) : pathname;
}
