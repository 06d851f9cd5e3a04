import type { CountryChoice, DetailName, Details } from './checkout-model';

/** What is wrong with a field, by a name that the words know. */
export type FieldProblem = 'required' | 'email' | 'postal_code' | 'state' | 'other';
export type FieldProblems = Partial<Record<DetailName, FieldProblem>>;

const REQUIRED: readonly DetailName[] = ['email', 'name', 'street1', 'postalCode', 'city'];

/** Looks at what she typed before the server does, so that a slip is told at once; the server still decides. */
export function checkDetails(details: Details, countries: CountryChoice[]): FieldProblems {
  const problems: FieldProblems = {};
  for (const name of REQUIRED) if (details[name].trim() === '') problems[name] = 'required';
  if (!problems.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(details.email.trim())) problems.email = 'email';
  const rule = countries.find((country) => country.code === details.country)?.postalCode;
  if (rule && !problems.postalCode && !new RegExp(rule.source, rule.flags).test(details.postalCode.trim()))
    problems.postalCode = 'postal_code';
  if (details.country === 'US' && !/^[A-Z]{2}$/.test(details.region)) problems.region = 'state';
  return problems;
}

const NAMES: readonly DetailName[] = [
  'email',
  'phone',
  'name',
  'street1',
  'street2',
  'postalCode',
  'city',
  'region',
  'country',
];

/** Turns the server's `detail.fields` ("details.address.postalCode": "postal_code") into problems of our fields. */
export function problemsFromServer(fields: unknown): FieldProblems {
  const problems: FieldProblems = {};
  if (!fields || typeof fields !== 'object') return problems;
  for (const [path, what] of Object.entries(fields)) {
    const name = NAMES.find((candidate) => path.endsWith(`.${candidate}`));
    if (name) problems[name] = what === 'postal_code' || what === 'state' || what === 'required' ? what : 'other';
  }
  return problems;
}
