'use client';

import { useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PageLanguage } from '@/lib/domain/page-language';
import type { AttemptAnswer } from '@/lib/domain/payments/attempt';
import { checkoutWords } from '@/lib/domain/words/checkout';
import { providerPageWords } from '@/lib/domain/words/provider-pages';
import { followAttempt, type PaymentEnd } from './attempt';
import { type Answer, cancel, lookUp, returned } from './doors';
import { leave, sentence, wait } from './payment-end';
import { forgetRequestId, type ProviderPageWay } from './request-id';

export type ProviderReturnProps = {
  /** The way to pay whose page she comes from. */
  way: ProviderPageWay;
  language: PageLanguage;
  /** What the address carried; empty when somebody typed it. */
  token: string;
  gaveUp: boolean;
  /** The payment as this browser knows it already, where the way back was used before. */
  requestId: string | null;
  threadUrl: string;
};

type State =
  | { is: 'asking' }
  | { is: 'approve'; url: string; declined: boolean; requestId: string; elsewhere: boolean }
  | { is: 'end'; end: PaymentEnd; elsewhere: boolean; mayFollow: boolean }
  | { is: 'lost' };

/** Back from a provider's own page, in whatever browser: says how the payment stands and where to go on. What the address says is not believed. */
export function ProviderReturn(props: ProviderReturnProps) {
  const { way, language, threadUrl } = props;
  const words = providerPageWords[way][language];
  const [state, setState] = useState<State>({ is: 'asking' });
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void arrive(props, setState);
  }, [props]);

  if (state.is === 'asking') return <Notice tone="news">{words.asking}</Notice>;
  if (state.is === 'lost') return <Ways text={words.over} tone="error" first={[threadUrl, words.toThread]} />;
  if (state.is === 'approve')
    return (
      <Ways
        text={state.declined ? words.declined : words.notYet}
        tone="error"
        first={[state.url, words.onThere]}
        second={{
          text: words.giveUp,
          act: () => void chooseAnew(way, state.requestId, state.elsewhere ? threadUrl : '/shop/checkout'),
        }}
      />
    );
  const { end, elsewhere, mayFollow } = state;
  if (end.is === 'paid') {
    if (!elsewhere) return <Notice tone="news">{words.paid}</Notice>;
    if (!mayFollow) return <Ways text={words.paidElsewhere} tone="news" first={[threadUrl, words.toThread]} />;
    const first: Link = [`/shop/orders/${end.orderId}`, words.toOrder];
    return <Ways text={words.paidElsewhere} tone="news" first={first} other={[threadUrl, words.toThread]} />;
  }
  const isCancelled = end.is === 'over' && end.end === 'cancelled' && props.gaveUp;
  const text = isCancelled
    ? words.cancelled
    : end.is === 'declined'
      ? words.refused
      : sentence(end, checkoutWords[language]);
  // Her cart is where she came from.
  const first: Link = elsewhere ? [threadUrl, words.toThread] : ['/shop/checkout', words.toCheckout];
  return <Ways text={text} tone="error" first={first} />;
}

async function arrive(props: ProviderReturnProps, tell: (state: State) => void): Promise<void> {
  const { way, token, gaveUp } = props;
  const back = await returned(token, gaveUp);
  const requestId = back.ok ? back.value.requestId : props.requestId;
  if (!requestId) return tell({ is: 'lost' });
  const elsewhere = back.ok && back.value.elsewhere;
  const mayFollow = !back.ok || back.value.mayFollow;
  if (back.ok && !mayFollow) return tell(toldOnce(back.value.answer));
  const first: Answer<AttemptAnswer> = back.ok ? { ok: true, value: back.value.answer } : await lookUp(requestId);
  const tools = {
    challenge: async () => undefined,
    tell: () => undefined,
    wait,
    // It is her turn again: from here on she decides, not this page.
    approve: (url: string) => {
      tell({
        is: 'approve',
        url,
        declined: first.ok && first.value.is === 'approval_required' && first.value.declined,
        requestId,
        elsewhere,
      });
      return new Promise<void>(() => undefined);
    },
  };
  const end = await followAttempt(requestId, gaveUp ? await giveUp(requestId, first) : first, tools);
  if (end.is !== 'none' && end.is !== 'problem') forgetRequestId(way);
  tell({ is: 'end', end, elsewhere, mayFollow });
  if (end.is === 'paid' && !elsewhere) await leave(end.orderId);
}

/** What may be said in somebody else's browser: how it stood at this moment, if it was over. */
function toldOnce(answer: AttemptAnswer): State {
  const told = { elsewhere: true, mayFollow: false };
  return answer.is === 'paid' || answer.is === 'over' ? { is: 'end', end: answer, ...told } : { is: 'lost' };
}

// The worker may be asking the provider at this very moment: then she waits a little for her turn to end it.
async function giveUp(requestId: string, first: Answer<AttemptAnswer>): Promise<Answer<AttemptAnswer>> {
  let answer = first;
  for (let round = 0; round < 5; round += 1) {
    if (answer.ok && answer.value.is !== 'checking' && answer.value.is !== 'approval_required') return answer;
    if (round > 0) await wait(1_000);
    answer = await cancel(requestId);
  }
  return answer;
}

async function chooseAnew(way: ProviderPageWay, requestId: string, next: string): Promise<void> {
  await cancel(requestId);
  forgetRequestId(way);
  window.location.replace(next);
}

type Link = [href: string, text: string];
type WaysProps = {
  text: string;
  tone: 'news' | 'error';
  first: Link;
  other?: Link;
  second?: { text: string; act: () => void };
};

function Ways({ text, tone, first, other, second }: WaysProps) {
  return (
    <>
      <Notice tone={tone}>{text}</Notice>
      <div className="mt-6 grid gap-3 sm:grid-cols-2">
        <a href={first[0]} className={buttonClass('primary')}>
          {first[1]}
        </a>
        {other && (
          <a href={other[0]} className={buttonClass('quiet')}>
            {other[1]}
          </a>
        )}
        {second && (
          <button type="button" onClick={second.act} className={buttonClass('quiet')}>
            {second.text}
          </button>
        )}
      </div>
    </>
  );
}
