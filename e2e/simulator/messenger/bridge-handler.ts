import type { Messenger } from './messenger';
import type { Webview } from './state';

/** One method of the SDK, seen from the server: arguments as the page sent them, the value for its success callback. */
export type BridgeHandler = (messenger: Messenger, webview: Webview, args: unknown) => unknown;
