import { callMessenger } from './bridge.js';

export class PaymentRequest extends EventTarget {
  async canMakePayment() {
    return false;
  }
}
void callMessenger;
