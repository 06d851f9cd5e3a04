import { sql } from 'drizzle-orm';
import { getImport, listItems, listProblems } from '@/lib/db/catalogue-imports';
import type { ImportOptions } from '@/lib/domain/catalogue/transfer/import-job';
import { sanitiseHtml } from '@/lib/import/html';
import { openTable } from '@/lib/import/open-table';
import type { TestHouse } from '../testing';
import { exportProducts } from './export-products';
import { takeBack, takeFile, takeImport } from './steer-import';
import { workImports } from './work-imports';

/** Two products as Shopify exports them, one with two sizes. */
export const SHOPIFY = `Handle,Title,Body (HTML),Vendor,Tags,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Compare At Price,Variant Inventory Qty,Image Src
cup,Tasse,"<p>Ton<script>x</script></p>",Töpfer,"rot, Ton",Geschirr,Größe,Klein,CUP-S,15.00,,4,https://example.com/cup.jpg
cup,,,,,,,Groß,CUP-B,19.00,25.00,0,
jug,Krug,,Töpfer,,Geschirr,Title,Default Title,JUG,30.00,,2,
`;

const USUAL: ImportOptions = { currency: 'EUR', language: 'de', takesStock: true };

/** A desk where somebody imports: each step goes through the worker as in the shop. */
export function importDesk(house: TestHouse) {
  const deps = { ...house.deps, files: { open: openTable, sanitise: sanitiseHtml } };
  const see = async (importId: string) => {
    const job = await getImport(house.deps.db, importId);
    if (!job) throw new Error('the import is not there');
    const items = await listItems(house.deps.db, importId, 0, 10_000);
    const problems = await listProblems(house.deps.db, importId, 1_000);
    return { ...job, items, problems, changes: items.flatMap((item) => item.changes) };
  };
  const step = { who: 'merchant:greta' };
  return {
    deps,
    see,
    work: () => workImports(deps),
    async compare(content: string, options: Partial<ImportOptions> = {}) {
      const file = { name: 'file.csv', content, options: { ...USUAL, ...options }, who: 'merchant:greta' };
      const importId = await takeFile(house.deps, file);
      await workImports(deps);
      return see(importId);
    },
    async take(importId: string) {
      const started = await takeImport(house.deps, { ...step, importId });
      if (!started.ok) return started.problem;
      await workImports(deps);
      return (await see(importId)).status;
    },
    async undo(importId: string) {
      const started = await takeBack(house.deps, { ...step, importId });
      if (!started.ok) return started.problem;
      await workImports(deps);
      const { status, problem } = await see(importId);
      return problem ?? status;
    },
    async exported(): Promise<string> {
      let text = '';
      for await (const part of exportProducts(house.deps.db)) text += part;
      return text;
    },
    /** Everything that the shop shows or counts, a row a text, but for versions, times and what only ever grows. */
    async everything(): Promise<Set<string>> {
      const tables = ['products', 'variants', 'variant_prices', 'collection_products'];
      const kept = sql`- 'version' - 'updated_at' - 'adjusted' - 'position'`;
      const found = await Promise.all(
        tables.map((table) =>
          house.deps.db.execute(sql`select to_jsonb(t) ${kept} as row from ${sql.identifier(table)} t`),
        ),
      );
      return new Set(found.flatMap((result) => result.rows.map((row) => JSON.stringify(row))));
    },
  };
}
