import { buttonClass } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import type { CheckoutWords } from '@/lib/domain/words/checkout';
import { US_STATES } from '@/lib/domain/words/us-states';
import type { FieldProblems } from './check-details';
import type { CountryChoice, DetailName, Details } from './checkout-model';

type WhereProps = {
  details: Details;
  countries: CountryChoice[];
  problems: FieldProblems;
  words: CheckoutWords;
  /** Before a script runs nothing may be sent: an address has no business in the page's own address. */
  ready: boolean;
  onChange: (name: DetailName, value: string) => void;
  onLeave: () => void;
  onNext: () => void;
};

/** Where the goods go. The names are those that browsers know, so that they can fill them in. */
export function WhereForm({ details, countries, problems, words, ready, onChange, onLeave, onNext }: WhereProps) {
  const { where, errors } = words;
  const field = (name: DetailName) => ({
    name,
    value: details[name],
    onChange: (event: { target: { value: string } }) => onChange(name, event.target.value),
    problem: problems[name] && errors[problems[name]],
  });
  const isAmerican = details.country === 'US';
  return (
    <form
      noValidate
      method="post"
      onBlur={onLeave}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
      className="grid grid-cols-6 gap-x-3 gap-y-4"
    >
      <TextField
        {...field('email')}
        label={where.email}
        hint={where.emailHint}
        type="email"
        autoComplete="email"
        required
        className="col-span-6"
      />
      <TextField
        {...field('name')}
        label={where.name}
        autoComplete="shipping name"
        required
        maxLength={100}
        className="col-span-6"
      />
      <TextField
        {...field('street1')}
        label={where.street1}
        autoComplete="shipping address-line1"
        required
        maxLength={120}
        className="col-span-6"
      />
      <TextField
        {...field('street2')}
        label={where.street2}
        hint={where.optional}
        autoComplete="shipping address-line2"
        maxLength={120}
        className="col-span-6"
      />
      <TextField
        {...field('postalCode')}
        label={where.postalCode}
        autoComplete="shipping postal-code"
        required
        maxLength={12}
        className="col-span-3 sm:col-span-2"
      />
      <TextField
        {...field('city')}
        label={where.city}
        autoComplete="shipping address-level2"
        required
        maxLength={80}
        className="col-span-6 sm:col-span-4"
      />
      {isAmerican && (
        <SelectField
          {...field('region')}
          label={where.region}
          autoComplete="shipping address-level1"
          required
          className="col-span-6 sm:col-span-3"
        >
          <option value="">{where.choose}</option>
          {Object.entries(US_STATES).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        {...field('country')}
        label={where.country}
        autoComplete="shipping country"
        required
        className="col-span-6 sm:col-span-3"
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        {...field('phone')}
        label={where.phone}
        hint={where.optional}
        type="tel"
        autoComplete="tel"
        maxLength={30}
        className="col-span-6 sm:col-span-3"
      />
      <button type="submit" disabled={!ready} className={buttonClass('primary', 'col-span-6')}>
        {where.next}
      </button>
    </form>
  );
}

/** The same, folded. */
export function WhereSummary({ details, countries }: Pick<WhereProps, 'details' | 'countries'>) {
  const country = countries.find((choice) => choice.code === details.country)?.name;
  const { postalCode, city, region } = details;
  const town = details.country === 'US' ? `${city}, ${region} ${postalCode}` : `${postalCode} ${city}`;
  return (
    <>
      <p>{[details.name, details.street1, town, country].filter(Boolean).join(', ')}</p>
      <p>{details.email}</p>
    </>
  );
}
