import { buttonClass } from '@/components/ui/button';
import { cardName } from '@/lib/domain/payments/card-networks';
import { wayWords } from '@/lib/domain/words/ways';
import { CardMark } from './card-marks';
import type { CheckoutStart } from './checkout-model';
import { payByKeptCard } from './pay-by-card';
import type { PayStepProps } from './pay-model';
import type { Way } from './way';

type KeptCard = CheckoutStart['keptCards'][number];

/** A card of hers that we keep: nothing to type, one tap. */
export function keptCardWay(
  { start, fields, details, quote, payment }: PayStepProps,
  card: KeptCard,
  onForget: (card: KeptCard) => void,
): Way {
  const words = wayWords[start.language].kept;
  const name = cardName(card.brand, card.last4);
  const tools = { tell: payment.tell, wait: payment.wait };
  const loadStripe = fields.loadStripeAlone;
  return {
    id: card.id,
    title: name,
    aside: <CardMark network={card.brand} />,
    panel: (
      <button type="button" onClick={() => onForget(card)} className={buttonClass('plain', 'text-sm')}>
        {words.forget}
        <span className="sr-only">: {name}</span>
      </button>
    ),
    isReady: true,
    pay: () =>
      void payment.run('card', () => payByKeptCard({ start, details, quote, cardId: card.id, loadStripe, tools })),
  };
}
