import { Notice } from '@/components/ui/notice';
import { wayWords } from '@/lib/domain/words/ways';
import { cardWay } from './card-way';
import { firstFormWay, useFirstForm } from './first-form-way';
import { useHostedWay } from './hosted-way';
import { keptCardWay } from './kept-card-way';
import { OpenElsewhere } from './open-elsewhere';
import { PayBlock } from './pay-block';
import { payByWallet } from './pay-by-card';
import type { PayStepProps } from './pay-model';
import { useKeptCards } from './use-kept-cards';
import { usePaypalWay } from './use-paypal-way';
import { useWallets, type WalletAgreed } from './use-wallets';
import { WalletRow } from './wallet-row';
import type { Way } from './way';

/** Which ways to pay there are here: each is asked for first, and shown only if it works. */
export function PayStep(props: PayStepProps) {
  const { start, buyer, fields, details, quote, payment, words, isOpen } = props;
  const wallets = useWallets({
    start,
    wanted: isOpen,
    amountMinor: quote.total.amountMinor,
    isBusy: payment.state.is !== 'ready' && payment.state.is !== 'refused',
    onAgreed: (agreed) => void payment.run('card', () => payAgreed(props, agreed)),
  });
  const paypal = usePaypalWay(props);
  const hosted = useHostedWay(props);
  const kept = useKeptCards(start);
  const firstForm = useFirstForm(start);
  const ways: Way[] = [
    ...kept.cards.map((card) => keptCardWay(props, card, (gone) => void kept.forget(gone))),
    ...(firstForm ? [firstFormWay(props, firstForm)] : []),
    fields.state === 'unreachable' ? hosted : cardWay(props),
    ...(paypal ? [paypal] : []),
  ];
  return (
    <>
      {kept.news && (
        <div className="mb-3">
          <Notice tone={kept.news === 'failed' ? 'error' : 'news'}>{wayWords[start.language].kept[kept.news]}</Notice>
        </div>
      )}
      <PayBlock
        ways={ways}
        start={start}
        details={details}
        quote={quote}
        state={payment.state}
        words={words}
        isOpen={isOpen}
        express={<WalletRow wallets={wallets} isStill={fields.state !== 'loading'} start={start} />}
      />
      {buyer.isInThread && wallets.state === 'none' && <OpenElsewhere start={start} />}
    </>
  );
}

async function payAgreed(
  { start, details, quote, payment }: PayStepProps,
  { stripe, elements, failed }: WalletAgreed,
): ReturnType<typeof payByWallet> {
  const tools = { tell: payment.tell, wait: payment.wait };
  const end = await payByWallet({ start, card: { stripe, elements }, details, quote, tools });
  // The sheet stays open until it hears how it went.
  if (end.is !== 'paid') failed();
  return end;
}
