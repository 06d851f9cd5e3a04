import type { Stripe } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import type { CheckoutStart } from './checkout-model';

let opening: Promise<Stripe | null> | null = null;

/** Once for the page; null when the script cannot be had. */
export function openStripe({ publishableKey, scriptUrl }: CheckoutStart['stripe']): Promise<Stripe | null> {
  opening ??= loadScript(scriptUrl).then((loaded) => (loaded ? loadStripe(publishableKey) : null));
  return opening;
}

// `loadStripe` finds what this tag brought and asks for nothing itself.
function loadScript(src: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = src;
    script.async = true;
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    document.head.append(script);
  });
}
