import { Refusal } from '../world/exchange';
import type { Button, SharedContents } from './graph/button-shapes';
import type { Element, PageMessage } from './graph/message-shapes';
import { newMid } from './ids';
import { findPerson, type Messenger, threadOf } from './messenger';

/** Whom a share goes to when nobody was named: the next person of this world. */
function receiverOf(messenger: Messenger, from: string, to: string | undefined) {
  const wanted = to ?? [...messenger.state.people.keys()].find((psid) => psid !== from);
  const receiver = wanted === undefined || wanted === from ? null : findPerson(messenger, wanted);
  if (!receiver) throw new Refusal(400, 'There is nobody to share with: make a second shopper first.');
  return receiver;
}

/**
 * Puts a bubble into somebody else's inbox, with a line that names the bot it came from. The Page is told nothing: who
 * shared what with whom only shows in the `ref` of a link that the receiver follows.
 */
export function shareMessage(messenger: Messenger, from: string, to: string | undefined, message: PageMessage): void {
  const sharer = findPerson(messenger, from);
  if (!sharer) throw new Refusal(404, `There is nobody with the psid ${from}.`);
  const receiver = receiverOf(messenger, from, to);
  const atMs = messenger.world.clock.nowMs();
  threadOf(messenger, receiver.psid).bubbles.push({
    mid: newMid(messenger.world.era, atMs),
    from: 'page',
    atMs,
    message,
    delivered: true,
    read: false,
    sharedBy: sharer.firstName,
  });
  messenger.changed();
}

/** An element alone, as it travels: with the buttons it has. */
export function elementMessage(element: Element): PageMessage {
  return { attachment: { type: 'template', payload: { template_type: 'generic', elements: [element] } } };
}

export function contentsMessage(contents: SharedContents): PageMessage {
  return contents;
}

/** The one element that a share button stands on, or the contents it names instead. */
export function sharedByButton(button: Button & { type: 'element_share' }, element: Element): PageMessage {
  return button.share_contents ? contentsMessage(button.share_contents) : elementMessage(element);
}
