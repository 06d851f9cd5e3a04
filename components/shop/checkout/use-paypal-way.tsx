import type { PayStepProps } from './pay-model';
import { PaypalMark } from './paypal-mark';
import { useProviderPage } from './use-provider-page';
import type { Way } from './way';

/** PayPal, where the merchant takes it. */
export function usePaypalWay(props: PayStepProps): Way | null {
  const page = useProviderPage(props, 'paypal');
  if (!props.start.takesPaypal) return null;
  return { id: 'paypal', title: 'PayPal', aside: <PaypalMark />, isReady: true, ...page };
}
