import { z } from 'zod';
import { fromDecimalText } from '../money';
import { type AdSettings, adSettingsSchema } from './ad';

const text = z.string().max(500).default('');
const number = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

/** "10,00" or "10.00" in the account's currency, as minor units. */
const amountSchema = z
  .string()
  .max(20)
  .transform((typed, context) => {
    const amount = fromDecimalText(typed.trim().replace(',', '.'), 'EUR');
    if (amount) return amount.amountMinor;
    context.addIssue({ code: 'custom', message: 'amount' });
    return z.NEVER;
  });

const fieldsSchema = z.strictObject({
  product: z.string().min(1).max(120),
  name: text,
  headline: text,
  text,
  countries: z.string().max(200),
  ageFrom: number,
  ageTo: number,
  budget: amountSchema,
  welcome: z.enum(['copy', 'message']),
  welcomeText: text,
  question1: text,
  answer1: text,
  question2: text,
  answer2: text,
});
type Fields = z.infer<typeof fieldsSchema>;

export type AdWish = { productSlug: string; settings: AdSettings };

/** The names of the form's fields, in its order. */
export const AD_FIELDS = Object.keys(fieldsSchema.shape);

function wishOf(fields: Fields, context: z.RefinementCtx): AdWish {
  const { product, name, headline, ageFrom, ageTo } = fields;
  const pairs = [
    { title: fields.question1, response: fields.answer1 },
    { title: fields.question2, response: fields.answer2 },
  ];
  const settings = adSettingsSchema.safeParse({
    name,
    headline,
    text: fields.text,
    countries: fields.countries
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
    ageFrom,
    ageTo,
    dailyBudgetMinor: fields.budget,
    welcome:
      fields.welcome === 'copy'
        ? { kind: 'copy' }
        : {
            kind: 'message',
            text: fields.welcomeText,
            iceBreakers: pairs.filter(({ title, response }) => title || response),
          },
  });
  if (settings.success) return { productSlug: product, settings: settings.data };
  for (const { path } of settings.error.issues)
    context.addIssue({ code: 'custom', message: 'wrong', path: [fieldOf(path)] });
  return z.NEVER;
}

// Where in the form it stands what is wrong in the settings.
function fieldOf([first, second, index, member]: PropertyKey[]): string {
  if (first === 'dailyBudgetMinor') return 'budget';
  if (first !== 'welcome') return String(first);
  if (second !== 'iceBreakers') return 'welcomeText';
  return `${member === 'title' ? 'question' : 'answer'}${Number(index) + 1}`;
}

/** What the merchant typed about an ad: texts become settings that Meta's limits allow, wrong ones are named by field. */
export const adFormSchema = fieldsSchema.transform(wishOf);

/** The same form once more, with the id that it was shown under: posted twice it is one ad. */
export const adOrderSchema = fieldsSchema
  .extend({ id: z.string().regex(/^[\w-]{16,64}$/) })
  .transform(({ id, ...fields }, context) => ({ id, ...wishOf(fields, context) }));

export const adIdSchema = z.strictObject({ id: z.string().regex(/^[\w-]{16,64}$/) });
export const adSpendSchema = z
  .strictObject({ id: z.string().regex(/^[\w-]{16,64}$/), spend: amountSchema })
  .transform(({ id, spend }) => ({ id, spendMinor: spend }));
