import type { Metadata } from 'next';
import { backupWordsIn } from '@/components/admin/backup-words';
import { timeIn } from '@/components/admin/formats';
import { Calm, PageTitle, Panel } from '@/components/admin/parts';
import { SettingsTabs } from '@/components/admin/settings-tabs';
import { settingsWordsIn } from '@/components/admin/settings-words';
import { buttonClass } from '@/components/ui/button';
import { listAudit } from '@/lib/db/audit';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: settingsWordsIn((await readWords()).language).tabs.backup };
}

export default async function BackupPage() {
  const { role } = await requireMerchant('backup.take');
  const { language, words } = await readWords();
  const own = backupWordsIn(language);
  const { db } = await getDeps();
  const [last] = await listAudit(db, { about: 'shop:backup', limit: 1 });
  return (
    <>
      <PageTitle>{words.settings}</PageTitle>
      <SettingsTabs current="backup" label={words.settings} language={language} role={role} />
      <Panel title={settingsWordsIn(language).tabs.backup} className="max-w-2xl">
        <p className="text-sm">{own.lead}</p>
        <p className="text-sm">{own.sealed}</p>
        <Calm>{own.notKept}</Calm>
        <Calm>{own.restore}</Calm>
        <a
          href="/admin/settings/backup/download"
          className={buttonClass('quiet', 'min-h-11 justify-self-start text-sm')}
        >
          {own.take}
        </a>
        <Calm>{last ? own.last(timeIn(last.at, language), last.name ?? own.gone) : own.never}</Calm>
      </Panel>
    </>
  );
}
