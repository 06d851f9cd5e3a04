import { ask, currentExtensions, fieldOf, getSupportedFeatures } from './extensions';

/** "broadcast": to people she picks; "current_thread": into the thread that the webview came from. */
export type ShareMode = 'broadcast' | 'current_thread';

const FEATURES: Record<ShareMode, string> = { broadcast: 'sharing_broadcast', current_thread: 'sharing_direct' };

/** In which ways this client shares a card by itself: none since 2019. Source: Messenger Extensions SDK, beginShareFlow. */
export async function getShareModes(): Promise<ShareMode[]> {
  const sdk = await currentExtensions();
  if (!sdk?.beginShareFlow) return [];
  const features = await getSupportedFeatures(sdk);
  return (['broadcast', 'current_thread'] as const).filter((mode) => features.includes(FEATURES[mode]));
}

/** Opens Messenger's own dialog; waits as long as she takes. Whether it was sent is only what the browser says. */
export async function beginShareFlow(message: unknown, mode: ShareMode): Promise<'sent' | 'cancelled' | 'failed'> {
  const sdk = await currentExtensions();
  if (!sdk?.beginShareFlow) return 'failed';
  const begin = sdk.beginShareFlow.bind(sdk);
  const answer = await ask((success, error) => begin(success, error, message, mode), null);
  if (answer === null) return 'failed';
  return fieldOf(answer, 'is_sent') === true ? 'sent' : 'cancelled';
}
