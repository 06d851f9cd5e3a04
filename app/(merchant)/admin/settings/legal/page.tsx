import type { Metadata } from 'next';
import { Allowed } from '@/components/admin/allowed';
import { LegalForm } from '@/components/admin/legal-form';
import { legalHints } from '@/components/admin/legal-hints';
import { Badge, Calm, LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { SettingsTabs } from '@/components/admin/settings-tabs';
import { settingsWordsIn } from '@/components/admin/settings-words';
import { getSettingVersion, getShopSettings, SHOP } from '@/lib/db/settings';
import { may } from '@/lib/domain/merchants/roles';
import { LEGAL_PAGES } from '@/lib/domain/shop';
import { shopWords } from '@/lib/domain/words/shop';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { changeLegalText } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: settingsWordsIn((await readWords()).language).tabs.legal };
}

export default async function LegalPage() {
  const { role } = await requireMerchant('settings.see');
  const { language, words } = await readWords();
  const own = settingsWordsIn(language).legal;
  const { db } = await getDeps();
  // The version first: then it is never newer than what is shown.
  const seenVersion = await getSettingVersion(db, SHOP);
  const { legal } = await getShopSettings(db);
  return (
    <>
      <PageTitle>{words.settings}</PageTitle>
      <SettingsTabs current="legal" label={words.settings} language={language} role={role} />
      <div className="mb-4 grid gap-1">
        <Calm>{own.lead}</Calm>
        <Calm>{own.advice}</Calm>
      </div>
      <Allowed is={may(role, 'settings.edit')} language={language}>
        <div className="grid gap-4">
          {LEGAL_PAGES.map((page) => {
            const isThere = legal[page].de.trim() !== '' || legal[page].en.trim() !== '';
            return (
              <details key={page} id={page} className="rounded-lg border border-line bg-raised" open={!isThere}>
                <summary className="flex min-h-12 items-center gap-3 px-4 text-sm">
                  <strong>{shopWords[language].legal.pages[page]}</strong>
                  <Badge warn={!isThere}>{isThere ? own.there : own.missing}</Badge>
                </summary>
                <div className="grid gap-4 border-t border-line p-4">
                  <div className="text-sm">
                    <strong>{own.belongs}</strong>
                    <ul className="mt-1 list-disc pl-5 text-muted">
                      {legalHints(page, language).map((hint) => (
                        <li key={hint}>{hint}</li>
                      ))}
                    </ul>
                  </div>
                  <LegalForm
                    action={changeLegalText}
                    language={language}
                    page={page}
                    text={legal[page]}
                    seenVersion={seenVersion}
                  />
                  <a href={`/shop/legal/${page}`} className={LINK_CLASS}>
                    {own.see}
                  </a>
                </div>
              </details>
            );
          })}
        </div>
      </Allowed>
    </>
  );
}
