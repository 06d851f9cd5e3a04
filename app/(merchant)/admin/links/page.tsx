import type { Metadata } from 'next';
import { adWordsIn } from '@/components/admin/ad-words';
import { LinkForm } from '@/components/admin/link-form';
import { OutcomeCells, outcomeHeads } from '@/components/admin/outcome-cells';
import { Calm, Cell, LINK_CLASS, PageTitle, Panel, Table } from '@/components/admin/parts';
import { QrCode, qrPath } from '@/components/admin/qr-code';
import { listMemberChoices } from '@/lib/db/collections';
import { listOutcomes, listSharesWithVisits } from '@/lib/db/outcomes';
import { listCollections } from '@/lib/db/products';
import { listLinks } from '@/lib/db/referrals';
import { targetKey, threadLink } from '@/lib/domain/messaging/ref';
import { drawsShare } from '@/lib/flows/draws-share';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { createLink } from './actions';

const SHOWN = 100;
const CHOICES = 500;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.links };
}

export default async function LinksPage() {
  await requireMerchant('reach.see');
  const { language, words } = await readWords();
  const said = adWordsIn(language);
  const deps = await getDeps();
  const [links, shares] = await Promise.all([listLinks(deps.db, SHOWN), listSharesWithVisits(deps.db, SHOWN)]);
  const codes = [...links, ...shares].map(({ code }) => code);
  const [hasCodes, outcomes, collections, products] = await Promise.all([
    drawsShare(deps),
    listOutcomes(deps.db, 'ref', codes),
    listCollections(deps.db),
    listMemberChoices(deps.db, CHOICES),
  ]);
  const heads = outcomeHeads(said);
  return (
    <>
      <PageTitle>{words.links}</PageTitle>
      <p className="-mt-3 mb-5 text-sm text-muted">{said.links.lead}</p>
      <div className="mb-6 grid items-start gap-4 md:grid-cols-2">
        <Panel title={said.links.make}>
          <LinkForm
            key={links.length}
            action={createLink}
            code={deps.newId()}
            language={language}
            choices={[...collections, ...products].map(({ slug, title }) => ({ slug, title }))}
          />
        </Panel>
        <Panel title={said.links.website}>
          <p className="text-sm">{said.links.websiteLead}</p>
          <pre className="overflow-x-auto rounded-md bg-sunken p-3 text-xs whitespace-pre-wrap">
            {snippetFor(threadLink(deps.page, 'website'), said.links.snippet)}
          </pre>
        </Panel>
      </div>
      <h2 className="mb-2 text-base">{said.links.mine}</h2>
      {links.length === 0 ? (
        <Calm>{said.links.none}</Calm>
      ) : (
        <Table label={said.links.mine} heads={[said.links.link, ...heads]} figures={heads}>
          {links.map((link) => (
            <tr key={link.code} className="align-top">
              <Cell>
                <LinkShown url={threadLink(deps.page, link.code)} label={link.label} words={said.links}>
                  {targetKey(link.target)}
                </LinkShown>
                {hasCodes && (
                  <a href={`/admin/links/messenger-code?code=${encodeURIComponent(link.code)}`} className={LINK_CLASS}>
                    {said.links.messengerCode}
                  </a>
                )}
              </Cell>
              <OutcomeCells outcome={outcomes.get(link.code)} language={language} />
            </tr>
          ))}
        </Table>
      )}
      <h2 className="mt-8 mb-2 text-base">{said.links.shares}</h2>
      {shares.length === 0 ? (
        <Calm>{said.links.noShares}</Calm>
      ) : (
        <Table label={said.links.shares} heads={[said.links.link, ...heads]} figures={heads}>
          {shares.map((share) => (
            <tr key={share.code} className="align-top">
              <Cell>
                {said.links.sharedBy(share.sharer)}
                <span className="block text-xs text-muted">
                  {share.target} · {share.code}
                </span>
              </Cell>
              <OutcomeCells outcome={outcomes.get(share.code)} language={language} />
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}

type ShownProps = { url: string; label: string; words: ReturnType<typeof adWordsIn>['links']; children: string };

function LinkShown({ url, label, words, children }: ShownProps) {
  const { size, path } = qrPath(url);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
  return (
    <div className="flex items-start gap-4">
      <QrCode text={url} label={words.qr(label)} className="size-28 shrink-0 rounded-md" />
      <div className="min-w-0">
        <strong>{label}</strong>
        <span className="block text-xs text-muted">{children}</span>
        <a href={url} className={`${LINK_CLASS} block break-all`}>
          {url}
        </a>
        <a href={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} download={`${label}.svg`} className={LINK_CLASS}>
          {words.download}
        </a>
      </div>
    </div>
  );
}

function snippetFor(url: string, label: string): string {
  return `<a href="${url}" rel="noopener">${label}</a>`;
}
