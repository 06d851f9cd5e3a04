import type { Metadata } from 'next';
import { SpendForm } from '@/components/admin/ad-forms';
import { adWordsIn } from '@/components/admin/ad-words';
import { moneyIn, priceText, timeIn } from '@/components/admin/formats';
import { OutcomeCells, outcomeHeads } from '@/components/admin/outcome-cells';
import { Badge, Calm, Cell, LINK_CLASS, PageTitle, Table } from '@/components/admin/parts';
import { type Ad, listAds } from '@/lib/db/ads';
import { listOutcomes } from '@/lib/db/outcomes';
import { returnOnSpend } from '@/lib/domain/ads/ad';
import type { Language } from '@/lib/domain/market';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { fetchSpend, saveSpend } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.ads };
}

export default async function AdsPage() {
  await requireMerchant('reach.see');
  const { language, words } = await readWords();
  const said = adWordsIn(language);
  const deps = await getDeps();
  const ads = await listAds(deps.db, 100);
  const outcomes = await listOutcomes(
    deps.db,
    'meta_ad_id',
    ads.flatMap((ad) => ad.metaAdId ?? []),
  );
  return (
    <>
      <PageTitle
        beside={
          deps.ads && (
            <a href="/admin/ads/new" className={LINK_CLASS}>
              {said.newAd}
            </a>
          )
        }
      >
        {words.ads}
      </PageTitle>
      {!deps.ads && <Calm>{said.notSetUp}</Calm>}
      {deps.ads && ads.length === 0 && <Calm>{said.noAds}</Calm>}
      {ads.length > 0 && (
        <Table
          label={words.ads}
          heads={[said.name, said.spend, ...outcomeHeads(said), said.returned]}
          figures={[...outcomeHeads(said), said.returned]}
        >
          {ads.map((ad) => {
            const outcome = ad.metaAdId ? outcomes.get(ad.metaAdId) : undefined;
            const factor = returnOnSpend(spendOf(ad), outcome?.revenue ?? []);
            return (
              <tr key={ad.id} className="align-top">
                <Cell>
                  <strong>{ad.settings.name}</strong>
                  <span className="block text-xs text-muted">
                    {ad.productSlug} · {timeIn(ad.createdAt, language)}
                  </span>
                  <Badge warn={ad.metaAdId === null}>{ad.metaAdId ? said.paused(ad.metaAdId) : said.unfinished}</Badge>
                </Cell>
                <Cell>
                  <Spend ad={ad} language={language} />
                  <SpendForm
                    save={saveSpend}
                    read={fetchSpend}
                    id={ad.id}
                    name={ad.settings.name}
                    language={language}
                    canRead={ad.metaAdId !== null && deps.ads !== null}
                    spend={priceText(ad.spendMinor ?? undefined, 'EUR', language)}
                  />
                </Cell>
                <OutcomeCells outcome={outcome} language={language} />
                <Cell number>{factor === null ? '–' : said.factor(factor)}</Cell>
              </tr>
            );
          })}
        </Table>
      )}
    </>
  );
}

function spendOf(ad: Ad) {
  return ad.spendMinor === null ? null : { amountMinor: ad.spendMinor, currency: ad.spendCurrency ?? 'EUR' };
}

function Spend({ ad, language }: { ad: Ad; language: Language }) {
  const spend = spendOf(ad);
  return spend && ad.spendAt ? (
    <p className="tabular-nums">
      {moneyIn(spend.amountMinor, spend.currency, language)}
      <span className="block text-xs text-muted">{timeIn(ad.spendAt, language)}</span>
    </p>
  ) : null;
}
