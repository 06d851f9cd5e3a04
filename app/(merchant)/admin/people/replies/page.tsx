import type { Metadata } from 'next';
import { CannedForm, PersonaForm, QuietForm, RemoveCannedForm } from '@/components/admin/canned-forms';
import { cannedWordsIn } from '@/components/admin/canned-words';
import { Calm, LINK_CLASS, PageTitle, Panel } from '@/components/admin/parts';
import { peopleWordsIn } from '@/components/admin/people-words';
import { listCannedReplies } from '@/lib/db/canned-replies';
import { getPeopleSettings } from '@/lib/db/people-settings';
import { getPersona } from '@/lib/db/personas';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { addCanned, removeCanned, sayHowQuiet, speakAs } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: cannedWordsIn((await readWords()).language).settingsTitle };
}

export default async function RepliesPage() {
  const { merchantId, name } = await requireMerchant('people.set_up');
  const { language } = await readWords();
  const words = { ...peopleWordsIn(language), ...cannedWordsIn(language) };
  const { db, newId } = await getDeps();
  const [replies, settings, persona] = await Promise.all([
    listCannedReplies(db),
    getPeopleSettings(db),
    getPersona(db, merchantId),
  ]);
  return (
    <>
      <PageTitle
        beside={
          <a href="/admin/people" className={LINK_CLASS}>
            {words.back}
          </a>
        }
      >
        {words.settingsTitle}
      </PageTitle>
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="grid gap-4">
          <ul aria-label={words.canned} className="grid gap-3">
            {replies.length === 0 && (
              <li>
                <Calm>{words.noCanned}</Calm>
              </li>
            )}
            {replies.map(({ id, title, textDe, textEn }) => (
              <li key={id} className="grid gap-2 rounded-lg border border-line bg-raised p-4 text-sm">
                <strong>{title}</strong>
                {textDe && (
                  <p lang="de" className="whitespace-pre-wrap">
                    {textDe}
                  </p>
                )}
                {textEn && (
                  <p lang="en" className="whitespace-pre-wrap">
                    {textEn}
                  </p>
                )}
                <RemoveCannedForm action={removeCanned} id={id} label={words.remove} name={words.removeNamed(title)} />
              </li>
            ))}
          </ul>
          <Panel title={words.newCanned}>
            <Calm>{words.cannedLead}</Calm>
            <CannedForm key={replies.length} action={addCanned} id={newId()} language={language} />
          </Panel>
        </div>
        <div className="grid gap-4">
          <Panel title={words.quiet}>
            <Calm>{words.quietLead}</Calm>
            <QuietForm action={sayHowQuiet} minutes={settings.quietMinutes} language={language} />
          </Panel>
          <Panel title={words.persona}>
            <Calm>{words.personaLead}</Calm>
            <PersonaForm action={speakAs} name={persona?.name ?? ''} ownName={name} language={language} />
          </Panel>
        </div>
      </div>
    </>
  );
}
