'use client';

import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useHydrated } from '@/components/ui/use-hydrated';
import { checkoutWords } from '@/lib/domain/words/checkout';
import { CodeForm } from '../code-form';
import { AskMayWrite } from './ask-may-write';
import { Block } from './block';
import type { CheckoutStart } from './checkout-model';
import { DialogPart } from './dialog-part';
import { FreePart } from './free-part';
import { HowForm, HowSummary } from './how-block';
import { PayStep } from './pay-step';
import { PaymentNews } from './payment-news';
import { TotalStrip } from './total-strip';
import { useCardFields } from './use-card-fields';
import { type Step, useCheckout } from './use-checkout';
import { useMessengerDialog } from './use-messenger-dialog';
import { usePayment } from './use-payment';
import { WhereForm, WhereSummary } from './where-block';

const STEPS: readonly Step[] = ['where', 'how', 'pay'];

/** The checkout: where to, how it is sent, how it is paid. Or Messenger's own dialog, where there is one. */
export function Checkout({ start }: { start: CheckoutStart }) {
  const words = checkoutWords[start.language];
  const checkout = useCheckout(start);
  const { details, quote, buyer, problems, step } = checkout;
  const isFree = quote.total.amountMinor === 0;
  const fields = useCardFields(start, step === 'pay' && !isFree, quote.total.amountMinor, details);
  const payment = usePayment({ start, fields, onPrice: checkout.setQuote, onFields: checkout.refuse });
  const dialog = useMessengerDialog(start);
  const [preferCard, setPreferCard] = useState(false);
  const ready = useHydrated();

  if (dialog && !preferCard)
    return (
      <>
        <AskMayWrite now={buyer.mustAsk} />
        <DialogPart start={start} sdk={dialog} payment={payment} words={words} onCard={() => setPreferCard(true)} />
      </>
    );

  const stateOf = (one: Step) => (one === step ? 'open' : STEPS.indexOf(one) < STEPS.indexOf(step) ? 'done' : 'later');
  const change = (to: Step) => ({ label: words.change, act: () => checkout.goTo(to) });
  return (
    <>
      <AskMayWrite now={buyer.mustAsk && step === 'pay'} />
      <TotalStrip quote={quote} start={start} words={words} />
      <div className="pt-4">
        <CodeForm code={quote.code} market={start} returnTo="/shop/checkout" problem={start.codeProblem} />
      </div>
      <noscript>
        <div className="py-4">
          <Notice tone="error">
            {words.noScript}{' '}
            <a href="/shop/checkout" className="inline-flex min-h-11 items-center font-bold underline">
              {words.pay.reload}
            </a>
          </Notice>
        </div>
      </noscript>
      {checkout.trouble && (
        <div className="pt-4">
          <Notice tone="error">{checkout.trouble.message || words.offline}</Notice>
        </div>
      )}
      <Block
        id="where"
        number={1}
        title={words.where.title}
        state={stateOf('where')}
        summary={<WhereSummary details={details} countries={start.countries} />}
        change={change('where')}
      >
        {Object.values(problems).some(Boolean) && (
          <div className="mb-4">
            <Notice tone="error">{words.errors.summary}</Notice>
          </div>
        )}
        <WhereForm
          details={details}
          countries={start.countries}
          problems={problems}
          words={words}
          ready={ready}
          onChange={checkout.change}
          onLeave={checkout.keep}
          onNext={() => void checkout.finishWhere()}
        />
      </Block>
      <Block
        id="how"
        number={2}
        title={words.how.title}
        state={stateOf('how')}
        summary={<HowSummary chosen={quote.shipping.chosen} start={start} words={words} />}
        change={change('how')}
      >
        <HowForm
          options={quote.shipping.options}
          chosenId={checkout.shippingId}
          start={start}
          words={words}
          onChoose={checkout.chooseShipping}
          onNext={() => void checkout.finishHow()}
        />
      </Block>
      <Block id="pay" number={3} title={words.pay.title} state={stateOf('pay')} change={change('pay')}>
        {isFree ? (
          <FreePart
            start={start}
            details={details}
            quote={quote}
            payment={payment}
            words={words}
            isOpen={step === 'pay'}
          />
        ) : (
          <PayStep
            start={start}
            fields={fields}
            buyer={buyer}
            details={details}
            quote={quote}
            payment={payment}
            words={words}
            isOpen={step === 'pay'}
          />
        )}
      </Block>
      {step !== 'pay' && <PaymentNews state={payment.state} words={words} />}
      {dialog && (
        <button
          type="button"
          onClick={() => setPreferCard(false)}
          className={buttonClass('plain', 'mt-4 w-full text-sm')}
        >
          {words.dialog.back}
        </button>
      )}
    </>
  );
}
