import { brandFor, type CardInput, digitsOf, type FieldProblem, groupExpiry, groupNumber } from './card-fields';
import { countries } from './countries';
import { type Foreign, foreign, textAt } from './values';

type FieldName = keyof CardInput;
type Field = {
  wrap: HTMLElement;
  control: HTMLElement;
  input: HTMLInputElement;
  error: HTMLElement;
  format: (text: string) => string;
};

const noop = () => undefined;

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function drawField(id: string, label: string, attributes: Record<string, string>, format: Field['format']): Field {
  const wrap = element('div', `Field Field--${id}`);
  const caption = element('label', 'Label', label);
  caption.htmlFor = id;
  const input = element('input', 'Input');
  Object.assign(input, { id, name: id, type: 'text', inputMode: 'numeric', required: true });
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  const error = element('p', 'Error');
  error.id = `${id}-error`;
  error.hidden = true;
  const control = element('div', 'Control');
  control.append(input);
  wrap.append(caption, control, error);
  return { wrap, control, input, error, format };
}

function say(field: Field, message: string | null): void {
  field.error.textContent = message ?? '';
  field.error.hidden = message === null;
  field.input.classList.toggle('Input--invalid', message !== null);
  if (message === null) {
    field.input.removeAttribute('aria-invalid');
    field.input.removeAttribute('aria-describedby');
  } else {
    field.input.setAttribute('aria-invalid', 'true');
    field.input.setAttribute('aria-describedby', field.error.id);
  }
}

function drawCountry(): { wrap: HTMLElement; select: HTMLSelectElement } {
  const wrap = element('div', 'Field');
  const caption = element('label', 'Label', 'Country');
  caption.htmlFor = 'country';
  const select = element('select', 'Input');
  Object.assign(select, { id: 'country', name: 'country', autocomplete: 'billing country' });
  for (const [code, name] of countries) select.add(new Option(name, code));
  const region = new Intl.Locale(navigator.language).maximize().region ?? 'US';
  if (countries.some(([code]) => code === region)) select.value = region;
  wrap.append(caption, select);
  return { wrap, select };
}

/** The card fields and what they do while somebody types. */
class CardForm {
  onEdit: () => void = noop;
  onFocus: () => void = noop;
  onBlur: () => void = noop;
  onEscape: () => void = noop;

  constructor(
    readonly root: HTMLElement,
    private readonly fields: Record<FieldName, Field>,
    private readonly brand: HTMLElement,
    private readonly countryField: { wrap: HTMLElement; select: HTMLSelectElement },
  ) {
    for (const field of Object.values(fields)) this.watch(field);
    root.addEventListener('focusin', () => this.onFocus());
    root.addEventListener('focusout', () => this.onBlur());
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.onEscape();
    });
    countryField.select.addEventListener('change', () => this.onEdit());
  }

  read(): CardInput {
    const { number, expiry, code } = this.fields;
    return { number: digitsOf(number.input.value), expiry: expiry.input.value, code: digitsOf(code.input.value) };
  }

  country(): string | undefined {
    return this.countryField.wrap.hidden ? undefined : this.countryField.select.value;
  }

  /** Shows each complaint at its field, goes to the first, and returns it. */
  showProblems(problems: FieldProblem[]): FieldProblem | null {
    for (const [name, field] of Object.entries(this.fields)) {
      say(field, problems.find((problem) => problem.field === name)?.message ?? null);
    }
    const [first] = problems;
    if (first) this.fields[first.field].input.focus();
    return first ?? null;
  }

  /** What the API says of a card that looked right. */
  showRefusal(error: Foreign): void {
    const message = textAt(error, 'message') ?? 'Your card was not accepted.';
    const param = textAt(error, 'param') ?? '';
    const field = param === 'cvc' ? 'code' : param.startsWith('exp') ? 'expiry' : param === 'number' ? 'number' : null;
    if (field) say(this.fields[field], message);
  }

  setOptions(options: Foreign): void {
    const hidden = foreign(options.fields).billingDetails;
    const address = foreign(hidden).address;
    this.countryField.wrap.hidden = hidden === 'never' || address === 'never' || foreign(address).country === 'never';
    const country = foreign(foreign(foreign(options.defaultValues).billingDetails).address).country;
    if (typeof country === 'string' && countries.some(([code]) => code === country)) {
      this.countryField.select.value = country;
    }
    for (const { input } of Object.values(this.fields)) input.readOnly = options.readOnly === true;
  }

  focus(): void {
    this.fields.number.input.focus();
  }

  blur(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  clear(): void {
    for (const field of Object.values(this.fields)) {
      field.input.value = '';
      say(field, null);
    }
    this.showBrand();
    this.onEdit();
  }

  private watch(field: Field): void {
    const { input } = field;
    input.addEventListener('input', (event) => {
      const deleting = event instanceof InputEvent && event.inputType.startsWith('delete');
      const atEnd = input.selectionStart === input.value.length;
      // While somebody corrects in the middle, regrouping would throw the cursor about.
      if (!deleting && atEnd) input.value = field.format(input.value);
      say(field, null);
      this.showBrand();
      this.onEdit();
    });
    input.addEventListener('blur', () => {
      input.value = field.format(input.value);
    });
  }

  private showBrand(): void {
    const brand = brandFor(this.fields.number.input.value);
    this.brand.textContent = brand.label;
    this.brand.dataset.brand = brand.name;
    this.fields.code.input.maxLength = brand.codeDigits;
    this.fields.code.input.placeholder = brand.codeDigits === 4 ? 'CVCC' : 'CVC';
  }
}

/** Draws the form of a card into the frame's page. */
export function drawForm(): CardForm {
  const root = document.querySelector('form');
  if (!root) throw new Error('The frame has no form.');
  root.addEventListener('submit', (event) => event.preventDefault());
  const number = drawField(
    'number',
    'Card number',
    { autocomplete: 'billing cc-number', placeholder: '1234 1234 1234 1234', 'aria-required': 'true' },
    groupNumber,
  );
  const brand = element('span', 'Brand');
  brand.setAttribute('aria-live', 'polite');
  number.control.append(brand);
  const expiryAttributes = { autocomplete: 'billing cc-exp', placeholder: 'MM / YY', 'aria-required': 'true' };
  const expiry = drawField('expiry', 'Expiration date', expiryAttributes, groupExpiry);
  const codeAttributes = {
    autocomplete: 'billing cc-csc',
    placeholder: 'CVC',
    maxlength: '4',
    'aria-required': 'true',
  };
  const code = drawField('code', 'Security code', codeAttributes, (text) => digitsOf(text).slice(0, 4));
  const pair = element('div', 'Pair');
  pair.append(expiry.wrap, code.wrap);
  const country = drawCountry();
  root.append(number.wrap, pair, country.wrap);
  return new CardForm(root, { number, expiry, code }, brand, country);
}
