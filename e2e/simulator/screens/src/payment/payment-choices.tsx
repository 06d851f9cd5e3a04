import type { DialogAct, ScreenDialog } from '@/e2e/simulator/messenger/screen-contract';
import { CardMark } from './card-mark';
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
              <span>
                {address.name}
                <span className="block text-[13px] text-soft">
                  {address.street1}, {address.city}, {address.region} {address.postalCode}, {address.country}
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
      <ChoiceGroup name="Pay with">
        {dialog.cards.map((card) => (
          <Choice
            key={card.id}
            group="card"
            value={card.id}
            checked={card.id === dialog.chosenCardId}
            disabled={busy || card.disabledReason !== undefined}
            onChoose={(chooseCard) => act({ chooseCard })}
          >
            <CardMark brand={card.brand} />
            <span className="grow tabular-nums">
              {card.label}
              {card.disabledReason ? <span className="block text-[13px] text-bad">{card.disabledReason}</span> : null}
            </span>
          </Choice>
        ))}
      </ChoiceGroup>
    </>
  );
}
