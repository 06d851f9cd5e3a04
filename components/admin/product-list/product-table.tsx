'use client';

import { useState } from 'react';
import { Picture } from '@/components/shop/picture';
import type { ActionState } from '@/lib/domain/action-state';
import type { ProductRow } from '@/lib/domain/catalogue/product-row';
import { type Language, textIn } from '@/lib/domain/market';
import { priceRange } from '../formats';
import { PRODUCT_STATUS_NAMES } from '../names';
import { Badge, Cell, ROW_LINK_CLASS, Table } from '../parts';
import { wordsIn } from '../words';
import { BulkForm } from './bulk-form';
import { listWordsIn } from './list-words';

type ProductTableProps = {
  products: ProductRow[];
  language: Language;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  /** The same form sent twice is one change; null for a role that only looks. */
  editId: string | null;
};

/** The merchant's products; those that are ticked can be changed together. */
export function ProductTable({ products, language, action, editId }: ProductTableProps) {
  const words = wordsIn(language);
  const own = listWordsIn(language);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <>
      {editId !== null && (
        <label className="mb-2 flex min-h-11 w-fit items-center gap-2 px-3 text-sm">
          <input
            type="checkbox"
            checked={ticked.size === products.length}
            onChange={(event) => setTicked(new Set(event.target.checked ? products.map(({ id }) => id) : []))}
            className="size-5 accent-brand"
          />
          {own.selectAll}
        </label>
      )}
      <Table
        label={words.products}
        heads={[words.product, 'EUR', 'USD', words.stock, words.variants, words.status]}
        figures={['EUR', 'USD', words.stock]}
      >
        {products.map((product) => (
          <Row
            key={product.id}
            product={product}
            language={language}
            ticked={ticked.has(product.id)}
            onTick={editId === null ? null : (on) => tick(product.id, on)}
          />
        ))}
      </Table>
      {editId !== null && ticked.size > 0 && (
        <BulkForm
          action={action}
          language={language}
          editId={editId}
          ids={[...ticked]}
          titles={new Map(products.map(({ id, title }) => [id, textIn(title, language)]))}
        />
      )}
    </>
  );
}

type RowProps = {
  product: ProductRow;
  language: Language;
  ticked: boolean;
  onTick: ((on: boolean) => void) | null;
};

function Row({ product, language, ticked, onTick }: RowProps) {
  const words = wordsIn(language);
  const title = textIn(product.title, language);
  return (
    <tr>
      <Cell>
        <span className="flex items-center gap-3">
          {onTick && (
            <label className="-my-2 -ml-3 flex min-h-11 min-w-11 items-center justify-center">
              <span className="sr-only">{listWordsIn(language).select(title)}</span>
              <input
                type="checkbox"
                checked={ticked}
                onChange={(event) => onTick(event.target.checked)}
                className="size-5 accent-brand"
              />
            </label>
          )}
          <Picture
            image={product.image}
            language={language}
            sizes="40px"
            decorative
            className="w-10 shrink-0 rounded-sm"
          />
          <a href={`/admin/products/${product.id}`} className={ROW_LINK_CLASS}>
            {title}
          </a>
        </span>
      </Cell>
      <Cell number>
        {priceRange({ from: product.eurFrom, to: product.eurTo, currency: 'EUR' }, language, words.notSold)}
      </Cell>
      <Cell number>
        {priceRange({ from: product.usdFrom, to: product.usdTo, currency: 'USD' }, language, words.notSold)}
      </Cell>
      <Cell number>{product.available}</Cell>
      <Cell>
        {product.variants}
        {product.soldOut > 0 && (
          <span className="ml-2">
            <Badge warn>
              {product.soldOut === product.variants ? words.soldOut : `${product.soldOut} ${words.soldOutOf}`}
            </Badge>
          </span>
        )}
      </Cell>
      <Cell>
        <Badge>{PRODUCT_STATUS_NAMES[product.status][language]}</Badge>
      </Cell>
    </tr>
  );
}
