import type { Metadata } from 'next';
import { FaqForm, RemoveForm } from '@/components/admin/faq-form';
import { faqWordsIn } from '@/components/admin/faq-words';
import { Calm, PageTitle, Panel } from '@/components/admin/parts';
import { listFaq } from '@/lib/db/faq';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { addAnswer, removeAnswer } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.faq };
}

export default async function FaqPage() {
  await requireMerchant('reach.see');
  const { language, words } = await readWords();
  const said = faqWordsIn(language);
  const deps = await getDeps();
  const entries = await listFaq(deps.db);
  return (
    <>
      <PageTitle>{words.faq}</PageTitle>
      <p className="-mt-3 mb-5 max-w-prose text-sm text-muted">{said.lead}</p>
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <ul aria-label={said.answers} className="grid gap-3">
          {entries.length === 0 && (
            <li>
              <Calm>{said.none}</Calm>
            </li>
          )}
          {entries.map(({ id, question, answer }) => (
            <li key={id} className="grid gap-2 rounded-lg border border-line p-4">
              {(['de', 'en'] as const).map(
                (one) =>
                  question[one] && (
                    <div key={one} lang={one}>
                      <strong>{question[one]}</strong>
                      <p className="text-sm whitespace-pre-wrap">{answer[one]}</p>
                    </div>
                  ),
              )}
              <RemoveForm action={removeAnswer} id={id} question={question.de || question.en} language={language} />
            </li>
          ))}
        </ul>
        <Panel title={said.add}>
          <FaqForm key={entries.length} action={addAnswer} id={deps.newId()} language={language} />
        </Panel>
      </div>
    </>
  );
}
