import { META_HEAD, metaLine } from '@/lib/domain/catalogue/feed/meta-feed';
import { respondFeed } from '@/lib/server/feed';

/** Everything on sale, for Meta's catalogue. */
export function GET(request: Request): Promise<Response> {
  return respondFeed(request, {
    contentType: 'text/csv; charset=utf-8',
    head: () => META_HEAD,
    item: metaLine,
    foot: '',
  });
}
