import type { Metadata } from 'next';
import { Allowed } from '@/components/admin/allowed';
import { NotificationsForm } from '@/components/admin/notifications-form';
import { Calm, PageTitle, Panel } from '@/components/admin/parts';
import { SettingsTabs } from '@/components/admin/settings-tabs';
import { settingsWordsIn } from '@/components/admin/settings-words';
import { getNotifications, NOTIFICATIONS } from '@/lib/db/notifications';
import { getSettingVersion } from '@/lib/db/settings';
import { listStaff } from '@/lib/db/staff';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { changeNotifications } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: settingsWordsIn((await readWords()).language).tabs.notifications };
}

export default async function NotificationsPage() {
  const { role } = await requireMerchant('settings.edit');
  const { language, words } = await readWords();
  const own = settingsWordsIn(language);
  const { db } = await getDeps();
  // The version first: then it is never newer than what is shown.
  const seenVersion = await getSettingVersion(db, NOTIFICATIONS);
  const [wish, staff] = await Promise.all([getNotifications(db), listStaff(db)]);
  const people = staff
    .filter((person) => may(person.role, 'orders.see'))
    .map(({ id, name, email }) => ({ id, name, email, isTold: wish.newOrder.includes(id) }));
  return (
    <>
      <PageTitle>{words.settings}</PageTitle>
      <SettingsTabs current="notifications" label={words.settings} language={language} role={role} />
      <Allowed is={may(role, 'settings.edit')} language={language}>
        <Panel title={own.tabs.notifications}>
          <Calm>{own.notifications.lead}</Calm>
          <NotificationsForm
            action={changeNotifications}
            language={language}
            seenVersion={seenVersion}
            mailsIn={wish.newOrder.length > 0 ? wish.language : language}
            people={people}
          />
        </Panel>
      </Allowed>
    </>
  );
}
