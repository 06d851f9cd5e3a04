import type { Database } from '@/lib/db/client';
import { keepShares } from '@/lib/db/referrals';
import type { ShopperId } from '@/lib/domain/ids';
import type { StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import { SHARE_DAYS } from '@/lib/domain/messaging/share';
import type { Deps } from './deps';

const DAY_MS = 24 * 60 * 60_000;
const PRODUCT = /^\/shop\/products\/([\w-]{1,120})$/;

/** Gives each share button of a carousel the sharer's own code, so that what a friend buys can be reckoned to it. */
export async function withShareCodes(
  deps: Pick<Deps, 'now' | 'newId'>,
  tx: Database,
  { shopperId, replies }: { shopperId: ShopperId; replies: StoredMessage[] },
): Promise<StoredMessage[]> {
  const slugs = new Set(
    replies.flatMap((reply) => (reply.kind === 'cards' ? reply.cards : [])).flatMap((card) => slugIn(card.openPath)),
  );
  const at = deps.now();
  const shares = [...slugs].map((slug) => ({ code: deps.newId(), target: { kind: 'product' as const, slug } }));
  const expiresAt = new Date(at.getTime() + SHARE_DAYS * DAY_MS);
  const codes = await keepShares(tx, { sharerId: shopperId, shares, at, expiresAt });
  const byPath = new Map(shares.map(({ target }, index) => [`/shop/products/${target.slug}`, codes[index]]));
  return replies.map((reply) =>
    reply.kind !== 'cards'
      ? reply
      : {
          ...reply,
          cards: reply.cards.map((card) => ({
            ...card,
            buttons: card.buttons.map((button) => {
              const ref = button.kind === 'share' ? byPath.get(button.path) : undefined;
              return button.kind === 'share' && ref ? { ...button, ref } : button;
            }),
          })),
        },
  );
}

function slugIn(path: string): string[] {
  const slug = PRODUCT.exec(path)?.[1];
  return slug ? [slug] : [];
}
