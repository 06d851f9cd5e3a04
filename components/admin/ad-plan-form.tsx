import { buttonClass } from '@/components/ui/button';
import type { AdWords } from './ad-words';
import { INPUT_CLASS } from './control-class';

type PlanProps = {
  words: AdWords;
  products: { slug: string; title: string }[];
  typed: Record<string, string>;
  /** Names of the fields that do not fit. */
  wrong: string[];
};

/** Asks for a preview by address, so that it works without script and can be shared at the desk. */
export function AdPlanForm({ words, products, typed, wrong }: PlanProps) {
  const line = (name: string, label: string, more: { hint?: string; start?: string; required?: boolean } = {}) => (
    <div>
      <label htmlFor={name} className="mb-1 block text-sm font-bold">
        {label}
      </label>
      <input
        id={name}
        name={name}
        defaultValue={typed[name] ?? more.start ?? ''}
        required={more.required}
        maxLength={300}
        autoComplete="off"
        aria-invalid={wrong.includes(name) || undefined}
        aria-describedby={more.hint ? `${name}-hint` : undefined}
        className={INPUT_CLASS}
      />
      {more.hint && (
        <p id={`${name}-hint`} className="mt-1 text-xs text-muted">
          {more.hint}
        </p>
      )}
    </div>
  );
  return (
    <form action="/admin/ads/new" className="grid gap-4">
      {wrong.length > 0 && (
        <p role="alert" className="text-sm text-error">
          {words.wrong}
        </p>
      )}
      <div>
        <label htmlFor="product" className="mb-1 block text-sm font-bold">
          {words.product}
        </label>
        <select id="product" name="product" defaultValue={typed.product} className={INPUT_CLASS}>
          {products.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {line('name', words.name, { required: true })}
      {line('headline', words.headline, { required: true })}
      {line('text', words.text, { required: true })}
      {line('countries', words.countries, { hint: words.countriesHint, start: 'DE', required: true })}
      <div className="grid grid-cols-2 gap-4">
        {line('ageFrom', words.ageFrom, { start: '18', required: true })}
        {line('ageTo', words.ageTo, { start: '65', required: true })}
      </div>
      {line('budget', words.budget, { hint: words.budgetHint, start: '10,00', required: true })}
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-sm font-bold">{words.welcome}</legend>
        {(['copy', 'message'] as const).map((kind) => (
          <label key={kind} className="flex min-h-11 items-center gap-3 text-sm">
            <input type="radio" name="welcome" value={kind} defaultChecked={(typed.welcome ?? 'copy') === kind} />
            {words[kind]}
          </label>
        ))}
      </fieldset>
      {line('welcomeText', words.welcomeText)}
      {[1, 2].map((number) => (
        <div key={number} className="grid gap-4 sm:grid-cols-2">
          {line(`question${number}`, words.question(number))}
          {line(`answer${number}`, words.answer(number))}
        </div>
      ))}
      <button type="submit" className={buttonClass('quiet')}>
        {words.preview}
      </button>
    </form>
  );
}
