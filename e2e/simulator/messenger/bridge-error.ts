/** An answer of the SDK's error callback: code and sentence of Meta's list. */
export class BridgeError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

export const sdkErrors = {
  unsupported: () =>
    new BridgeError(2071010, 'This SDK method is not supported on this Messenger client. Please upgrade'),
  notEnabled: () => new BridgeError(2071011, 'Messenger Extensions are not enabled'),
  wrongApp: () => new BridgeError(2018164, 'Incorrect app id'),
  badPermission: () => new BridgeError(2018166, 'Permission not valid to call the SDK API'),
  unexpected: (why: string) => new BridgeError(2018154, `Messenger Extensions unexpected error: ${why}`),
  cancelled: () => new BridgeError(24001, 'User canceled payment flow'),
  noPrivacyUrl: () => new BridgeError(24002, 'Payment request cannot be processed: no privacy URL'),
} as const;
