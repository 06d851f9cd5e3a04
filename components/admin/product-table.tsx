import { Picture } from '@/components/shop/picture';
import type { ProductImage, ProductStatus } from '@/lib/domain/catalogue/product';
import { type Language, type LocalizedText, textIn } from '@/lib/domain/market';
import { priceRange } from './formats';
import { PRODUCT_STATUS_NAMES } from './names';
import { Badge, Cell, ROW_LINK_CLASS, Table } from './parts';
import { wordsIn } from './words';

export type ProductTableRow = {
  id: string;
  status: ProductStatus;
  title: LocalizedText;
  image: ProductImage | null;
  variants: number;
  soldOut: number;
  available: number;
  eurFrom: number | null;
  eurTo: number | null;
  usdFrom: number | null;
  usdTo: number | null;
};

export function ProductTable({ products, language }: { products: ProductTableRow[]; language: Language }) {
  const words = wordsIn(language);
  return (
    <Table
      label={words.products}
      heads={[words.product, 'EUR', 'USD', words.stock, words.variants, words.status]}
      figures={['EUR', 'USD', words.stock]}
    >
      {products.map((product) => (
        <tr key={product.id}>
          <Cell>
            <span className="flex items-center gap-3">
              <Picture
                image={product.image}
                language={language}
                sizes="40px"
                decorative
                className="w-10 shrink-0 rounded-sm"
              />
              <a href={`/admin/products/${product.id}`} className={ROW_LINK_CLASS}>
                {textIn(product.title, language)}
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
      ))}
    </Table>
  );
}
