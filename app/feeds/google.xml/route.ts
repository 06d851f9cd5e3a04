import { GOOGLE_FOOT, googleEntry, googleHead } from '@/lib/domain/catalogue/feed/google-feed';
import { respondFeed } from '@/lib/server/feed';

/** Everything on sale, for Google's Merchant Center. */
export function GET(request: Request): Promise<Response> {
  return respondFeed(request, {
    contentType: 'application/xml; charset=utf-8',
    head: googleHead,
    item: googleEntry,
    foot: GOOGLE_FOOT,
  });
}
