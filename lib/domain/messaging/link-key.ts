import type { OutgoingMessage } from './outgoing-message';

/** How long a link in a bubble says whose thread it was sent into: as long as a conversation lasts. */
export const LINK_KEY_SECONDS = 24 * 60 * 60;

/**
 * The message with `key` in every link to a page of the shop, so that she is known where the Extensions SDK fails. Links to
 * orders stay without: what they show wants a session of hers.
 */
export function withLinkKey(message: OutgoingMessage, key: string): OutgoingMessage {
  const keyed = (path: string) =>
    path.startsWith('/shop/orders') ? path : `${path}${path.includes('?') ? '&' : '?'}k=${key}`;
  const button = <T extends { kind: string }>(one: T): T =>
    one.kind === 'open' && 'path' in one && typeof one.path === 'string' ? { ...one, path: keyed(one.path) } : one;
  switch (message.kind) {
    case 'buttons':
      return { ...message, buttons: message.buttons.map(button) };
    case 'cards':
      return {
        ...message,
        cards: message.cards.map((card) => ({
          ...card,
          openPath: keyed(card.openPath),
          buttons: card.buttons.map(button),
        })),
      };
    default:
      return message;
  }
}
