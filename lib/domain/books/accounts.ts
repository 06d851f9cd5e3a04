/** The accounts of the books, after DATEV's chart SKR 03; the tax advisor maps them where another chart is kept. */
export const ACCOUNTS = {
  /** What shoppers owe: one account for all of them. */
  debtors: '10000',
  /** What payment providers hold for the shop. */
  providers: '1360',
  /** Sales without a rate of their own; the tax key says which VAT is in them. */
  sales: '8200',
  /** Sales out of the European Union, free of VAT. */
  export: '8120',
  /** Sales of a small business (§ 19 UStG). */
  smallBusiness: '8195',
  /** Tax on top of the price, owed elsewhere. */
  taxElsewhere: '1736',
  fees: '4970',
} as const;

/** DATEV's tax keys by rate; another country's rate has none there. */
export const TAX_KEYS: Readonly<Record<number, string>> = { 190: '3', 70: '2' };
