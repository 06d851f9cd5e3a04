import type { Metadata } from 'next';
import { OrderAdForm } from '@/components/admin/ad-forms';
import { AdPlanForm } from '@/components/admin/ad-plan-form';
import { AdPreview } from '@/components/admin/ad-preview';
import { adWordsIn } from '@/components/admin/ad-words';
import { Calm, PageTitle, Panel } from '@/components/admin/parts';
import { listSearchEntries } from '@/lib/db/product-lookup';
import { getProductBySlug } from '@/lib/db/products';
import { AD_FIELDS, adFormSchema } from '@/lib/domain/ads/ad-form';
import { textIn } from '@/lib/domain/market';
import { planAd } from '@/lib/flows/make-ad';
import { requireMerchant } from '@/lib/server/merchant';
import { check } from '@/lib/server/read-body';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { orderAd } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: adWordsIn((await readWords()).language).newAd };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What was typed stands in the address: a preview can be looked at again, and nothing is made by looking. */
export default async function NewAdPage({ searchParams }: Props) {
  await requireMerchant('reach.edit');
  const { language } = await readWords();
  const words = adWordsIn(language);
  const typed = typedFields(await searchParams);
  const deps = await getDeps();
  const products = (await listSearchEntries(deps.db)).map(({ slug, title }) => ({
    slug,
    title: textIn(title, language),
  }));
  const wish = typed.product === undefined ? null : check(adFormSchema, typed);
  const wrong = wish && !wish.ok ? Object.keys(Object(wish.detail?.fields)) : [];
  const id = deps.newId();
  const plan = wish?.ok ? await planAd(deps, { id, ...wish.value }) : null;
  const product = wish?.ok ? await getProductBySlug(deps.db, wish.value.productSlug) : null;
  return (
    <>
      <PageTitle>{words.newAd}</PageTitle>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <AdPlanForm words={words} products={products} typed={typed} wrong={wrong} />
        <div className="grid gap-4">
          {wish?.ok && <AdPreview settings={wish.value.settings} product={product} words={words} />}
          {plan && !plan.ok && <Calm>{words.notSetUp}</Calm>}
          {plan?.ok && (
            <>
              <OrderAdForm action={orderAd} id={id} fields={typed} language={language} />
              <Panel title={words.asSent}>
                <pre className="overflow-x-auto text-xs">{JSON.stringify(plan.value, null, 2)}</pre>
              </Panel>
            </>
          )}
        </div>
      </div>
    </>
  );
}

function typedFields(params: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    AD_FIELDS.flatMap((name) => {
      const value = params[name];
      return typeof value === 'string' ? [[name, value.slice(0, 500)]] : [];
    }),
  );
}
