import { ellipsis } from '@/lib/domain/messaging/ellipsis';
import { threadLink } from '@/lib/domain/messaging/ref';
import type { SharedCard } from '@/lib/domain/messaging/share';

type Json = Record<string, unknown>;

/**
 * The card that a friend gets, for `element_share` and `beginShareFlow`: one generic element with one URL button, an m.me
 * link with the share's code. Source: Messenger Platform docs (2017), Share Button and beginShareFlow.
 */
export function shareContents(
  card: SharedCard,
  options: { publicUrl: string; page: { id: string; linksUrl: string } },
): Json {
  const url = threadLink(options.page, card.ref);
  const element = {
    title: ellipsis(card.title, 80),
    ...(card.subtitle ? { subtitle: ellipsis(card.subtitle, 80) } : {}),
    ...(card.imagePath ? { image_url: new URL(card.imagePath, options.publicUrl).href } : {}),
    default_action: { type: 'web_url', url },
    buttons: [{ type: 'web_url', url, title: ellipsis(card.button, 20) }],
  };
  return { attachment: { type: 'template', payload: { template_type: 'generic', elements: [element] } } };
}
