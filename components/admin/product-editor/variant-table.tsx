'use client';

import type { InputHTMLAttributes } from 'react';
import { variantTitle } from '@/lib/domain/catalogue/product';
import type { DraftVariant } from '@/lib/domain/catalogue/product-draft';
import { CONTROL_CLASS } from '../control-class';
import { useEditor } from './editor-parts';

type Column = {
  key: string;
  label: string;
  place: string;
  read: (variant: DraftVariant) => string;
  write: (variant: DraftVariant, text: string) => DraftVariant;
  /** Each variant has its own. */
  single?: boolean;
  input: InputHTMLAttributes<HTMLInputElement>;
};

const DECIMAL = { inputMode: 'decimal', maxLength: 14, size: 8 } as const;
const WHOLE = { inputMode: 'numeric', maxLength: 14, size: 7 } as const;

/** A line for each variant; it scrolls within itself where the window is narrow. */
export function VariantTable() {
  const { draft, change, words, language, isWrong } = useEditor();
  const columns = useColumns();
  const names = draft.variants.map(
    (variant) => variantTitle(draft, variant.optionValues, language) || words.onlyVariant,
  );
  const write = (at: number, column: Column, text: string) =>
    change({
      variants: draft.variants.map((variant, index) => (index === at ? column.write(variant, text) : variant)),
    });
  const writeAll = (column: Column) => {
    const [first] = draft.variants;
    if (first) change({ variants: draft.variants.map((variant) => column.write(variant, column.read(first))) });
  };
  return (
    <>
      <section
        aria-label={words.options}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll what overflows
        tabIndex={0}
        className="relative overflow-x-auto rounded-md border border-line"
      >
        <table className="w-full border-collapse text-sm">
          <thead className="bg-sunken text-left text-xs text-muted">
            <tr>
              <th scope="col" className="px-2 py-2 font-normal">
                {words.variant}
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col" className="whitespace-nowrap px-2 py-2 font-normal">
                  {column.label}
                  {draft.variants.length > 1 && !column.single && (
                    <button
                      type="button"
                      aria-label={words.toAll(column.label)}
                      onClick={() => writeAll(column)}
                      className="ml-2 min-h-6 text-brand underline underline-offset-2"
                    >
                      {words.toAllShort}
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {draft.variants.map((variant, at) => (
              <tr key={variant.id || variant.optionValues.join('/')}>
                <th scope="row" className="min-w-24 max-w-48 px-2 py-2 text-left font-bold">
                  {names[at]}
                </th>
                {columns.map((column) => (
                  <td key={column.key} className="px-1 py-1">
                    {(column.key !== 'stock' || variant.id === '') && (
                      <input
                        aria-label={`${column.label}, ${names[at]}`}
                        aria-invalid={isWrong(`variants.${at}.${column.place}`) || undefined}
                        value={column.read(variant)}
                        onChange={(event) => write(at, column, event.target.value)}
                        autoComplete="off"
                        {...column.input}
                        className={CONTROL_CLASS}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="text-xs text-muted">{words.compareAtLead}</p>
    </>
  );
}

function useColumns(): Column[] {
  const { draft, words, currencies } = useEditor();
  const amount = (member: 'prices' | 'compareAt', label: (currency: string) => string): Column[] =>
    currencies.map((currency) => ({
      key: `${member}.${currency}`,
      place: `${member}.${currency}`,
      label: label(currency),
      read: (variant) => variant[member][currency] ?? '',
      write: (variant, text) => ({ ...variant, [member]: { ...variant[member], [currency]: text } }),
      input: DECIMAL,
    }));
  const plain = (
    key: 'sku' | 'barcode' | 'weight' | 'stock',
    label: string,
    input: Column['input'],
    single = false,
  ): Column => ({
    key,
    place: key,
    label,
    read: (variant) => variant[key],
    write: (variant, text) => ({ ...variant, [key]: text }),
    single,
    input,
  });
  return [
    plain('sku', words.sku, { maxLength: 100, size: 16 }, true),
    ...amount('prices', words.price),
    ...(draft.variants.some((variant) => variant.id === '') ? [plain('stock', words.stock, WHOLE)] : []),
    ...amount('compareAt', words.compareAt),
    plain('weight', words.weight, WHOLE),
    plain('barcode', words.barcode, { ...WHOLE, size: 14 }, true),
  ];
}
