import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Quote } from '@/lib/domain/cart/quote';
import { CART_CHANGED } from '@/lib/webview/cart-badge';
import { checkDetails, type FieldProblems } from './check-details';
import type { Buyer, CheckoutStart, DetailName, Details } from './checkout-model';
import { askQuote, type DoorProblem } from './doors';

export type Step = 'where' | 'how' | 'pay';

/** What she has said so far and what it costs; each change is priced, and kept, by the server. */
export function useCheckout(start: CheckoutStart) {
  const [details, setDetails] = useState(start.details);
  const [quote, setQuote] = useState(start.quote);
  const [heard, setHeard] = useState<Buyer | null>(null);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [trouble, setTrouble] = useState<DoorProblem | null>(null);
  // The way of sending that she tapped, shown at once, until the server has priced it or said no.
  const [wished, setWished] = useState<string | null>(null);
  const pricing = useRef<Promise<Quote | null>>(Promise.resolve(null));
  const shippingId = wished ?? quote.shipping.chosen.id;
  const [step, setStep] = useState<Step>(() => firstStep(start));
  // Autofill, and fields typed into before the script ran, change several fields at once, before React draws again.
  const newest = useRef(start.details);
  const asked = useRef({ number: 0, text: JSON.stringify(start.details) });

  /** True when the server answered with a price for exactly this. */
  const price = async (wish: Details, shippingOptionId: string | undefined): Promise<Quote | null> => {
    asked.current = { number: asked.current.number + 1, text: JSON.stringify(wish) };
    const { number } = asked.current;
    const answer = await askQuote(start.marketId, wish, shippingOptionId);
    // A later question has been asked meanwhile: its answer counts.
    if (number !== asked.current.number) return null;
    setWished(null);
    setTrouble(answer.ok ? null : answer);
    if (!answer.ok) return null;
    setQuote(answer.value.quote);
    setHeard(answer.value.buyer);
    return answer.value.quote;
  };

  const change = (name: DetailName, value: string) => {
    const changed = { ...newest.current, [name]: value };
    newest.current = changed;
    setDetails(changed);
    setProblems((known) => (known[name] ? { ...known, [name]: undefined } : known));
    // Another country has other ways of sending.
    if (name === 'country') void price(changed, undefined);
  };
  // What she typed, or her browser filled in, before this script ran: React would empty those fields when it next draws.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, before anything is drawn again
  useLayoutEffect(() => {
    for (const [name, value] of typedIn(newest.current)) change(name, value);
  }, []);
  // Messenger has said who she is: what she has typed stays, and what now lies in her cart is priced, as hers.
  useEffect(() => {
    const takeIn = (event: Event) => {
      if (JSON.stringify(newest.current) === JSON.stringify(start.details)) return;
      event.preventDefault();
      void price(newest.current, shippingId);
    };
    window.addEventListener(CART_CHANGED, takeIn);
    return () => window.removeEventListener(CART_CHANGED, takeIn);
  });
  const keep = () => {
    if (JSON.stringify(details) !== asked.current.text) void price(details, shippingId);
  };
  const finishWhere = async () => {
    const found = checkDetails(details, start.countries);
    setProblems(found);
    if (Object.keys(found).length > 0) return focusFirst(found);
    const priced = await price(details, shippingId);
    if (priced) goTo(priced.shipping.options.length > 1 ? 'how' : 'pay');
  };
  const chooseShipping = (id: string) => {
    setWished(id);
    pricing.current = price(details, id);
  };
  // What is paid is what the server said it costs: her way of sending must be priced before she goes on.
  const finishHow = async () => {
    if (wished === null || (await pricing.current)) goTo('pay');
  };
  const goTo = (next: Step) => {
    setStep(next);
    window.setTimeout(() => document.getElementById(next)?.focus({ preventScroll: false }));
  };
  const refuse = (found: FieldProblems) => {
    setProblems(found);
    setStep('where');
    focusFirst(found);
  };
  return {
    details,
    quote,
    buyer: heard ?? start.buyer,
    shippingId,
    problems,
    trouble,
    step,
    change,
    keep,
    finishWhere,
    chooseShipping,
    finishHow,
    goTo,
    refuse,
    setQuote,
  };
}

function firstStep(start: CheckoutStart): Step {
  return Object.keys(checkDetails(start.details, start.countries)).length > 0 ? 'where' : 'pay';
}

// Which fields hold something else than is known.
function typedIn(known: Details): [DetailName, string][] {
  const names = Object.keys(known).filter((name): name is DetailName => name in known);
  return names.flatMap((name) => {
    const field = document.getElementById(name);
    const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
    return isField && field.value !== known[name] ? [[name, field.value]] : [];
  });
}

function focusFirst(problems: FieldProblems): void {
  const names = Object.keys(problems);
  window.setTimeout(() => {
    const fields = [...document.querySelectorAll<HTMLElement>('input[name], select[name]')];
    fields.find((field) => names.includes(field.getAttribute('name') ?? ''))?.focus();
  });
}
