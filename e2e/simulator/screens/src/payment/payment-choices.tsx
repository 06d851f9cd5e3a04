import type { DialogAct, ScreenDialog } from '@/e2e/simulator/messenger/screen-contract';
import { CardTile } from './card-tile';
import { Choice, ChoiceGroup } from './choice';

type Props = {
  dialog: NonNullable<ScreenDialog>;
  price: (amount: string) => string;
  act: (what: DialogAct) => void;
};

export function PaymentChoices({ dialog, price, act }: Props) {
  const busy = dialog.state === 'updating' || dialog.state === 'paying';
  return (
    <>
      {dialog.needs.shipping ? (
        <ChoiceGroup name="Ship to">
          {dialog.addresses.map((address) => (
            <Choice
              key={address.id}
              group="address"
              value={address.id}
              checked={address.id === dialog.chosenAddressId}
              disabled={busy}
              onChoose={(chooseAddress) => act({ chooseAddress })}
            >
              <span className="min-w-0">
                {address.name} · {address.street1}
                <span className="block text-[13px] text-soft">
                  {address.city}, {address.region} {address.postalCode}, {address.country}
                </span>
              </span>
            </Choice>
          ))}
        </ChoiceGroup>
      ) : null}
      {dialog.shippingOptions.length > 0 ? (
        <ChoiceGroup name="Shipping">
          {dialog.shippingOptions.map((option) => (
            <Choice
              key={option.id}
              group="shipping"
              value={option.id}
              checked={option.selected}
              disabled={busy}
              onChoose={(chooseShipping) => act({ chooseShipping })}
            >
              <span className="grow">{option.label}</span>
              <span className="text-soft tabular-nums">{price(option.amount)}</span>
            </Choice>
          ))}
        </ChoiceGroup>
      ) : null}
      <CardChoice dialog={dialog} busy={busy} act={act} />
    </>
  );
}

function CardChoice({ dialog, busy, act }: { dialog: Props['dialog']; busy: boolean; act: Props['act'] }) {
  const unusable = dialog.cards.filter((card) => card.disabledReason !== undefined);
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1.5 text-[13px] font-semibold text-soft">Pay with</legend>
      <div className="grid grid-cols-4 gap-2">
        {dialog.cards.map((card) => (
          <CardTile
            key={card.id}
            card={card}
            checked={card.id === dialog.chosenCardId}
            disabled={busy}
            onChoose={(chooseCard) => act({ chooseCard })}
          />
        ))}
      </div>
      {unusable.map((card) => (
        <p key={card.id} className="pt-1.5 text-[12.5px] text-soft">
          {card.label}: {card.disabledReason}
        </p>
      ))}
    </fieldset>
  );
}
