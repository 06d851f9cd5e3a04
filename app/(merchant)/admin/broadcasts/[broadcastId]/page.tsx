import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { adWordsIn } from '@/components/admin/ad-words';
import { BroadcastForm } from '@/components/admin/broadcast-form';
import { BroadcastState, MessagePreview, ReachPanel, ResultsPanel } from '@/components/admin/broadcast-parts';
import { type BroadcastStep, BroadcastStepForm } from '@/components/admin/broadcast-steps';
import { broadcastWordsIn } from '@/components/admin/broadcast-words';
import { timeIn } from '@/components/admin/formats';
import { OutcomeCells, outcomeHeads } from '@/components/admin/outcome-cells';
import { Calm, LINK_CLASS, PageTitle, Panel, Table } from '@/components/admin/parts';
import { type Broadcast, countReach, getBroadcast, listBroadcastResults } from '@/lib/db/broadcasts';
import { listMemberChoices } from '@/lib/db/collections';
import { getMerchantThread } from '@/lib/db/merchant-threads';
import { listOutcomes } from '@/lib/db/outcomes';
import { listCollections } from '@/lib/db/products';
import { threadLink } from '@/lib/domain/messaging/ref';
import { previewBroadcast } from '@/lib/flows/render-broadcast';
import { testerRef } from '@/lib/flows/tester-ref';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { save, take } from '../actions';

type Params = { params: Promise<{ broadcastId: string }> };

const CHOICES = 500;
const STEPS: Record<Broadcast['status'], BroadcastStep[]> = {
  draft: ['test', 'start'],
  scheduled: ['pause', 'stop'],
  sending: ['pause', 'stop'],
  paused: ['resume', 'stop'],
  stopped: [],
  done: [],
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: broadcastWordsIn((await readWords()).language).title };
}

export default async function BroadcastPage({ params }: Params) {
  const { merchantId } = await requireMerchant('reach.see');
  const { language } = await readWords();
  const words = broadcastWordsIn(language);
  const deps = await getDeps();
  const broadcast = await getBroadcast(deps.db, (await params).broadcastId);
  if (!broadcast) notFound();
  const { id, status, ref, startsAt } = broadcast;
  const isDraft = status === 'draft';
  const [reach, results, outcomes, collections, choices, thread, preview] = await Promise.all([
    isDraft ? countReach(deps.db, broadcast.audience, deps.now()) : null,
    isDraft ? [] : listBroadcastResults(deps.db, id),
    listOutcomes(deps.db, 'ref', [ref]),
    isDraft ? listCollections(deps.db) : [],
    isDraft ? listMemberChoices(deps.db, CHOICES) : [],
    getMerchantThread(deps.db, merchantId),
    previewBroadcast(deps, broadcast, language),
  ]);
  const picked = broadcast.content.slugs.map(
    (slug) => choices.find((one) => one.slug === slug) ?? { slug, title: { de: slug, en: slug } },
  );
  const heads = outcomeHeads(adWordsIn(language));
  return (
    <>
      <PageTitle beside={<BroadcastState status={status} language={language} />}>{broadcast.name}</PageTitle>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <div className="grid gap-4">
          {reach && <ReachPanel reach={reach} language={language} />}
          {!isDraft && <ResultsPanel results={results} language={language} />}
          <Panel title={words.steps}>
            {startsAt && <p className="text-sm">{timeIn(startsAt, language)}</p>}
            {isDraft && !thread && (
              <p className="text-sm">
                {words.joinLead}{' '}
                <a href={threadLink(deps.page, testerRef(deps, merchantId))} className={LINK_CLASS}>
                  {words.join}
                </a>
              </p>
            )}
            {isDraft && thread && <Calm>{words.joined}</Calm>}
            {STEPS[status].map((step) => (
              <BroadcastStepForm key={step} action={take} language={language} broadcastId={id} step={step} />
            ))}
          </Panel>
        </div>
        <div className="grid gap-4">
          <Panel title={words.preview}>
            <MessagePreview message={preview} />
          </Panel>
          {isDraft && (
            <BroadcastForm
              action={save}
              language={language}
              broadcast={{ id, fields: fieldsOf(broadcast), products: picked }}
              collections={collections.map(({ slug, title }) => ({ slug, title }))}
              products={choices}
            />
          )}
        </div>
      </div>
      {!isDraft && (
        <section className="mt-6">
          <h2 className="mb-2 text-base">{words.outcome}</h2>
          <Table label={words.outcome} heads={heads} figures={heads}>
            <tr>
              <OutcomeCells outcome={outcomes.get(ref)} language={language} />
            </tr>
          </Table>
        </section>
      )}
    </>
  );
}

function fieldsOf({ name, content, audience }: Broadcast) {
  return {
    name,
    textDe: content.text.de,
    textEn: content.text.en,
    audience: audience.kind,
    collection: audience.kind === 'collection' ? audience.slug : '',
  };
}
