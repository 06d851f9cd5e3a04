import { useEffect, useRef } from 'react';
import type { DialogAct, ScreenDialog } from '@/e2e/simulator/messenger/screen-contract';
import { money } from '@/e2e/simulator/screens/src/client/format';
import { actInDialog } from '@/e2e/simulator/screens/src/client/post';
import { usePhone } from '@/e2e/simulator/screens/src/phone/phone-context';
import { Avatar } from '@/e2e/simulator/screens/src/ui/avatar';
import { BottomSheet } from '@/e2e/simulator/screens/src/ui/bottom-sheet';
import { Icon } from '@/e2e/simulator/screens/src/ui/icon';
import { PaymentChoices } from './payment-choices';

type Dialog = NonNullable<ScreenDialog>;

function given(needs: Dialog['needs']): string {
  const words = [needs.name && 'name', needs.email && 'e-mail', needs.phone && 'phone', needs.shipping && 'address'];
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(words.filter((word) => word !== false));
}

function Lines({ dialog, price }: { dialog: Dialog; price: (amount: string) => string }) {
  return (
    <dl className={`text-[15px] tabular-nums ${dialog.state === 'updating' ? 'opacity-50' : ''}`} aria-live="polite">
      {dialog.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a shop may send two lines with the same words
        <div key={index} className="flex justify-between gap-4 py-0.5 text-soft">
          <dt>{line.label}</dt>
          <dd>{price(line.amount)}</dd>
        </div>
      ))}
      <div className="mt-1.5 flex items-baseline justify-between gap-4 border-t border-line pt-2 text-[18px] font-semibold">
        <dt>{dialog.total.label}</dt>
        <dd>{price(dialog.total.amount)}</dd>
      </div>
    </dl>
  );
}

function Done({ dialog }: { dialog: Dialog }) {
  const box = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone: without this the next key would go to the page below.
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="status"
      className="flex outline-none flex-col items-center gap-3 px-8 pt-4 pb-12 text-center"
    >
      <span className="grid size-16 place-items-center rounded-full bg-mist text-brand animate-rise">
        <Icon name="check" size={34} />
      </span>
      <p className="text-[19px] font-semibold">Paid</p>
      <p className="text-[15px] text-soft">{dialog.confirmationText ?? `${dialog.merchantTitle} has your order.`}</p>
    </div>
  );
}

function PayBar({ dialog, word, act }: { dialog: Dialog; word: string; act: (what: DialogAct) => Promise<boolean> }) {
  const busy = dialog.state === 'updating' || dialog.state === 'paying';
  const card = dialog.cards.find((kept) => kept.id === dialog.chosenCardId);
  const complete =
    card !== undefined && !card.disabledReason && (!dialog.needs.shipping || dialog.chosenAddressId !== null);
  return (
    <footer className="border-t border-line px-5 pt-3 pb-[max(1.25rem,env(safe-area-inset-bottom))]">
      {dialog.problem ? (
        <p role="alert" className="flex items-start gap-2 pb-3 text-[14px] text-bad">
          <Icon name="alert" size={18} />
          {dialog.problem}
        </p>
      ) : null}
      {dialog.state === 'failed' ? null : (
        <button
          type="button"
          aria-disabled={busy || !complete}
          onClick={() => {
            if (!busy && complete) void act({ pay: true });
          }}
          className="flex min-h-12 w-full items-center justify-center gap-2.5 rounded-full bg-brand px-6 text-[16px] font-semibold text-on-brand tabular-nums hover:brightness-110 aria-disabled:cursor-default aria-disabled:opacity-60"
        >
          {busy ? (
            <span
              aria-hidden="true"
              className="size-4.5 rounded-full border-2 border-current border-t-transparent animate-turn"
            />
          ) : (
            <Icon name="lock" size={17} />
          )}
          {dialog.state === 'paying' ? 'Paying …' : dialog.state === 'updating' ? 'Updating total …' : word}
        </button>
      )}
      {given(dialog.needs) ? (
        <p className="pt-2.5 text-center text-xs text-soft">
          {dialog.merchantTitle} receives your {given(dialog.needs)}. No real money moves.
        </p>
      ) : null}
    </footer>
  );
}

/** The platform's own checkout of 2016 and 2017: it knows her cards and addresses, the shop only the total. */
export function PaymentSheet({ dialog }: { dialog: Dialog }) {
  const { state, locale } = usePhone();
  const act = async (what: DialogAct) => (await actInDialog(dialog.id, what)).ok;
  const price = (amount: string) => money(amount, dialog.total.currency, locale);
  const leave = () => {
    if (dialog.state !== 'paying') void act({ cancel: true });
  };
  return (
    <BottomSheet label="Payment" onLeave={leave}>
      <header className="flex items-center gap-3 pt-4 pr-3 pb-3 pl-5">
        <Avatar name={dialog.merchantTitle || state.page.name} url={state.page.iconUrl} size={40} />
        <div className="min-w-0 grow leading-tight">
          <h2 className="truncate text-[17px] font-semibold">{dialog.merchantTitle || state.page.name}</h2>
          <p className="text-[13px] text-soft">Parley Pay, simulated</p>
        </div>
        <button
          type="button"
          disabled={dialog.state === 'paying'}
          onClick={leave}
          className="min-h-11 rounded-full px-4 text-[15px] font-semibold text-brand hover:bg-mist disabled:opacity-50"
        >
          {dialog.state === 'done' || dialog.state === 'failed' ? 'Close' : 'Cancel'}
        </button>
      </header>
      {dialog.state === 'done' ? (
        <Done dialog={dialog} />
      ) : (
        <>
          <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pb-4">
            {dialog.purpose !== 'credentials' ? <Lines dialog={dialog} price={price} /> : null}
            <PaymentChoices dialog={dialog} price={price} act={act} />
          </div>
          <PayBar
            dialog={dialog}
            word={dialog.purpose === 'credentials' ? 'Continue' : `Pay ${price(dialog.total.amount)}`}
            act={act}
          />
        </>
      )}
    </BottomSheet>
  );
}
