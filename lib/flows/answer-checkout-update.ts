import { type CheckoutUpdate, countryOf } from '@/lib/domain/messaging/native-payment';
import { money, toDecimalText } from '@/lib/domain/money';
import type { Deps } from './deps';
import { quoteNative } from './quote-native';

type Line = { label: string; amount: string };
export type ShippingAnswer = { shipping: { option_id: string; option_title: string; price_list: Line[] }[] };

/**
 * The ways to send the thing to this address, with what each adds to the button's own lines. An empty list where it cannot
 * be had or not be sent there. Reads only, so the same question may come any number of times; two queries, far below
 * Messenger's time limit. Source: Messenger Platform 1.2, checkout_update; reference E.3.
 */
export async function answerCheckoutUpdate(
  deps: Pick<Deps, 'db' | 'log'>,
  asked: CheckoutUpdate,
): Promise<ShippingAnswer> {
  const country = countryOf(asked.address);
  const quote = country && (await quoteNative(deps, { payload: asked.payload, country }));
  if (!quote?.ok) {
    deps.log('native.no_shipping', { problem: quote?.problem ?? 'not_delivered_there' });
    return { shipping: [] };
  }
  const { shipping, currency, taxAddedMinor } = quote.value;
  const line = (label: string, amountMinor: number) => ({ label, amount: toDecimalText(money(amountMinor, currency)) });
  return {
    shipping: shipping.options.map((option) => ({
      option_id: option.id,
      option_title: `${option.title.en} (${daysText(option.days)})`,
      price_list: [line('Shipping', option.priceMinor), ...(taxAddedMinor > 0 ? [line('Tax', taxAddedMinor)] : [])],
    })),
  };
}

// The sheet existed in the United States only, and so speaks English.
function daysText({ from, to }: { from: number; to: number }): string {
  return from === to ? `${to} working ${to === 1 ? 'day' : 'days'}` : `${from}-${to} working days`;
}
