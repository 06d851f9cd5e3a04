'use client';

import { useActionState } from 'react';
import { READY } from '@/lib/domain/action-state';
import type { Address } from '@/lib/domain/cart/address';
import { Field, FormWord, SubmitButton } from './form-parts';
import { orderDeskWordsIn } from './order-desk-words';
import type { FormProps } from './order-forms';
import { LINK_CLASS } from './parts';

type AddressFormProps = FormProps & { requestId: string; address: Address };

/** Sends an order elsewhere while nothing has left; folded away, since it is seldom needed. */
export function AddressForm({ action, language, orderId, seenVersion, requestId, address }: AddressFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = orderDeskWordsIn(language);
  const country = new Intl.DisplayNames([language], { type: 'region' }).of(address.country) ?? address.country;
  const field = (name: 'name' | 'street1' | 'street2' | 'postalCode' | 'city' | 'region', required = true) => (
    <Field
      id={`address-${name}`}
      name={name}
      label={words[name]}
      defaultValue={address[name]}
      required={required}
      maxLength={120}
      autoComplete="off"
      state={state}
    />
  );
  return (
    <details open={state.is === 'problem' || undefined}>
      <summary className={`${LINK_CLASS} min-h-11 cursor-pointer content-center text-sm`}>
        {words.changeAddress}
      </summary>
      <form action={submit} className="grid gap-3 pt-2">
        <input type="hidden" name="orderId" value={orderId} />
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="seenVersion" value={seenVersion} />
        <p className="text-xs text-muted">{words.changeAddressLead(country)}</p>
        {field('name')}
        {field('street1')}
        {field('street2', false)}
        <div className="grid grid-cols-[2fr_3fr] gap-3">
          {field('postalCode')}
          {field('city')}
        </div>
        {address.country === 'US' && field('region')}
        <SubmitButton label={words.saveAddress} quiet />
        <FormWord state={state} done={words.saved} />
      </form>
    </details>
  );
}
