import type { Messenger } from './messenger';

/** Which features each client reported is not published; on a desktop only the context is assumed. */
export function supportedFeatures(messenger: Messenger): string[] {
  const phone = messenger.state.host.kind === 'ios' || messenger.state.host.kind === 'android';
  if (messenger.world.era === 'current' || !phone) return ['context'];
  return ['payments', 'context', 'sharing_broadcast', 'sharing_direct', 'sharing_open_graph', 'sharing_media_template'];
}
