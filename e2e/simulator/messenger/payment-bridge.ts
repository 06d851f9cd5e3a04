import type { BridgeMethod } from './bridge-contract';
import type { BridgeHandler } from './bridge-handler';

export const paymentMethods: Partial<Record<BridgeMethod, BridgeHandler>> = {};
