import { LINK_CLASS, Panel } from '@/components/admin/parts';
import { SetUpList } from '@/components/admin/set-up-list';
import { setUpWordsIn } from '@/components/admin/set-up-words';
import type { Language } from '@/lib/domain/market';
import { setUpProgress } from '@/lib/domain/set-up';
import { readSetUp } from '@/lib/server/set-up';

/** What the shop still lacks, on the first page; nothing where it lacks nothing. */
export async function SetUpPanel({ language }: { language: Language }) {
  const lines = await readSetUp(language, { fresh: false });
  const { done, of } = setUpProgress(lines);
  if (done === of) return null;
  const words = setUpWordsIn(language);
  return (
    <Panel title={`${words.title}: ${words.progress(done, of)}`} className="mb-4">
      <SetUpList lines={lines.filter(({ state }) => state !== 'done' && state !== 'optional')} language={language} />
      <p className="text-sm">
        <a href="/admin/set-up" className={LINK_CLASS}>
          {words.open}
        </a>
      </p>
    </Panel>
  );
}
