import { LeverButton, LeverGroup } from './lever-parts';
import type { Pull } from './pull';

/** How the next payment in the native dialog fares. */
export function PaymentLever({ pull }: { pull: Pull }) {
  const path = '/control/payments';
  return (
    <LeverGroup
      title="Payment dialog"
      hint="What becomes of the next payment in the dialog of 2016. Card fields take Stripe’s test numbers instead: 4000 0000 0000 0002 is declined."
    >
      <div className="flex flex-wrap gap-2">
        <LeverButton onPress={() => void pull('The next card is declined', path, { nextCard: 'declined' })}>
          Decline next card
        </LeverButton>
        <LeverButton onPress={() => void pull('The next answer gets lost', path, { nextAnswer: 'lost' })}>
          Charge, lose the answer
        </LeverButton>
      </div>
    </LeverGroup>
  );
}
