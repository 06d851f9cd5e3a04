import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DisputeBadge } from '@/components/admin/dispute-parts';
import {
  answerWords,
  disputeReasonName,
  disputeStatusSentence,
  EVIDENCE_NAMES,
} from '@/components/admin/dispute-words';
import { EvidenceForm } from '@/components/admin/evidence-form';
import { moneyIn, timeIn } from '@/components/admin/formats';
import { GiveInForm } from '@/components/admin/give-in-form';
import { Calm, LINK_CLASS, PageTitle, Panel } from '@/components/admin/parts';
import { wordsIn } from '@/components/admin/words';
import { type DisputeRow, getDispute } from '@/lib/db/disputes';
import type { Language } from '@/lib/domain/market';
import { EVIDENCE_FIELDS, type Evidence, mayGiveIn, needsAnswer } from '@/lib/domain/payments/dispute';
import { collectEvidence } from '@/lib/flows/collect-evidence';
import { requireMerchant } from '@/lib/server/merchant';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { giveIn, sendEvidence } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.dispute };
}

export default async function DisputePage({ params }: { params: Promise<{ disputeId: string }> }) {
  await requireMerchant('orders.see');
  const { disputeId } = await params;
  const { language, words } = await readWords();
  const deps = await getDeps();
  const dispute = isStorableText(disputeId) && (await getDispute(deps.db, disputeId));
  if (!dispute) notFound();
  const evidence = await collectEvidence(deps, dispute);
  const { provider, status } = dispute;
  const said = answerWords(provider, status, language);
  return (
    <>
      <PageTitle beside={<DisputeBadge dispute={dispute} language={language} />}>
        {words.dispute}: {disputeReasonName(dispute.reason, language)}
      </PageTitle>
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <Panel title={said.title}>
          {evidence === null && <Calm>{words.noEvidence}</Calm>}
          {evidence && needsAnswer(status) && (
            <>
              <Calm>{said.lead}</Calm>
              <EvidenceForm
                action={sendEvidence}
                language={language}
                disputeId={dispute.id}
                evidence={evidence}
                onlyStatement={provider === 'paypal' && status === 'inquiry'}
                words={said}
              />
            </>
          )}
          {evidence && !needsAnswer(status) && <Sent evidence={evidence} language={language} />}
        </Panel>
        <div className="grid gap-4">
          <Facts dispute={dispute} language={language} />
          {mayGiveIn(provider, status) && <GiveInForm action={giveIn} language={language} disputeId={dispute.id} />}
        </div>
      </div>
    </>
  );
}

function Sent({ evidence, language }: { evidence: Evidence; language: Language }) {
  return (
    <dl className="grid gap-3 text-sm">
      {EVIDENCE_FIELDS.filter((name) => evidence[name] !== '').map((name) => (
        <div key={name}>
          <dt className="text-xs text-muted">{EVIDENCE_NAMES[name][language]}</dt>
          <dd className="whitespace-pre-line break-words">{evidence[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Facts({ dispute, language: spoken }: { dispute: DisputeRow; language: Language }) {
  const words = wordsIn(spoken);
  const { status, amountMinor, currency, ...rest } = dispute;
  return (
    <Panel title={words.status}>
      <p className="text-sm">{disputeStatusSentence(dispute.provider, status, spoken)}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-muted">{words.total}</dt>
        <dd className="tabular-nums">{moneyIn(amountMinor, currency, spoken)}</dd>
        <dt className="text-muted">{words.opened}</dt>
        <dd>{timeIn(rest.openedAt, spoken)}</dd>
        {rest.answerBy && needsAnswer(status) && (
          <>
            <dt className="text-muted">{words.answerBy}</dt>
            <dd className="font-bold">{timeIn(rest.answerBy, spoken)}</dd>
          </>
        )}
        {rest.closedAt && (
          <>
            <dt className="text-muted">{words.decided}</dt>
            <dd>{timeIn(rest.closedAt, spoken)}</dd>
          </>
        )}
      </dl>
      {rest.orderId && (
        <a href={`/admin/orders/${rest.orderId}`} className={LINK_CLASS}>
          {words.toOrder}
        </a>
      )}
      <p className="break-all text-xs text-muted">{rest.providerDisputeId}</p>
    </Panel>
  );
}
