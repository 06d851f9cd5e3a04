import type { DialogAct, ScreenDialog } from '@/e2e/simulator/messenger/screen-contract';
import { useWish } from '@/e2e/simulator/screens/src/ui/use-wish';
import { CardTile } from './card-tile';
import { Choice, ChoiceGroup } from './choice';

type Props = {
  dialog: NonNullable<ScreenDialog>;
  price: (amount: string) => string;
  act: (what: DialogAct) => Promise<boolean>;
};

export function PaymentChoices({ dialog, price, act }: Props) {
  const busy = dialog.state === 'updating' || dialog.state === 'paying';
  const chosenOption = dialog.shippingOptions.find((option) => option.selected)?.id ?? null;
  const [address, wantAddress] = useWish(dialog.chosenAddressId, (chooseAddress: string) => act({ chooseAddress }));
  const [shipping, wantShipping] = useWish(chosenOption, (chooseShipping: string) => act({ chooseShipping }));
  return (
    <>
      {dialog.needs.shipping ? (
        <ChoiceGroup name="Ship to">
          {dialog.addresses.map((kept) => (
            <Choice
              key={kept.id}
              group="address"
              value={kept.id}
              checked={kept.id === address}
              busy={busy}
              onChoose={wantAddress}
            >
              <span className="min-w-0">
                {kept.name} · {kept.street1}
                <span className="block text-[13px] text-soft">
                  {kept.city}, {kept.region} {kept.postalCode}, {kept.country}
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
              checked={option.id === shipping}
              busy={busy}
              onChoose={wantShipping}
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
  const [chosen, want] = useWish(dialog.chosenCardId, (chooseCard: string) => act({ chooseCard }));
  const unusable = dialog.cards.filter((card) => card.disabledReason !== undefined);
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1.5 text-[13px] font-semibold text-soft">Pay with</legend>
      <div className="grid grid-cols-4 gap-2">
        {dialog.cards.map((card) => (
          <CardTile key={card.id} card={card} checked={card.id === chosen} busy={busy} onChoose={want} />
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
