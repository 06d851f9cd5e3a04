import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Allowed } from '@/components/admin/allowed';
import { MessengerSetUpForm } from '@/components/admin/messenger-set-up-form';
import { Calm, PageTitle, Panel } from '@/components/admin/parts';
import { SetUpList } from '@/components/admin/set-up-list';
import { setUpWordsIn } from '@/components/admin/set-up-words';
import { buttonClass } from '@/components/ui/button';
import type { Language } from '@/lib/domain/market';
import { may } from '@/lib/domain/merchants/roles';
import { setUpProgress } from '@/lib/domain/set-up';
import { requireMerchant } from '@/lib/server/merchant';
import { readSetUp } from '@/lib/server/set-up';
import { readWords } from '../../words';
import { setMessengerUp } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: setUpWordsIn((await readWords()).language).title };
}

export default async function SetUpPage() {
  const { role } = await requireMerchant('settings.see');
  const { language } = await readWords();
  const words = setUpWordsIn(language);
  return (
    <>
      <PageTitle
        beside={
          <a href="/admin/set-up" className={buttonClass('quiet', 'min-h-11 px-3 text-sm')}>
            {words.again}
          </a>
        }
      >
        {words.title}
      </PageTitle>
      <p className="-mt-3 mb-4 text-sm text-muted">{words.lead}</p>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Suspense fallback={<Calm>{words.looking}</Calm>}>
          <WholeList language={language} />
        </Suspense>
        <section id="messenger">
          <Allowed is={may(role, 'settings.edit')} language={language}>
            <Panel title={words.messenger}>
              <Calm>{words.messengerLead}</Calm>
              <MessengerSetUpForm action={setMessengerUp} language={language} />
            </Panel>
          </Allowed>
        </section>
      </div>
    </>
  );
}

/** Asks Messenger, the payment providers and the mail server, which may take a moment: the page does not wait for it. */
async function WholeList({ language }: { language: Language }) {
  const lines = await readSetUp(language, { fresh: true });
  const { done, of } = setUpProgress(lines);
  return (
    <Panel title={setUpWordsIn(language).progress(done, of)}>
      <SetUpList lines={lines} language={language} />
    </Panel>
  );
}
