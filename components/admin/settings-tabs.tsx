import { cn } from '@/components/ui/cn';
import type { Language } from '@/lib/domain/market';
import { may, type Permission, type Role } from '@/lib/domain/merchants/roles';
import { settingsWordsIn } from './settings-words';

const PATHS = {
  general: '/admin/settings',
  brand: '/admin/settings/brand',
  shipping: '/admin/settings/shipping',
  tax: '/admin/settings/tax',
  legal: '/admin/settings/legal',
  notifications: '/admin/settings/notifications',
  backup: '/admin/settings/backup',
} as const;
export type SettingsTab = keyof typeof PATHS;
const ROOMS: { tab: SettingsTab; needs: Permission }[] = [
  { tab: 'general', needs: 'settings.see' },
  { tab: 'brand', needs: 'settings.see' },
  { tab: 'shipping', needs: 'settings.see' },
  { tab: 'tax', needs: 'settings.see' },
  { tab: 'legal', needs: 'settings.see' },
  { tab: 'notifications', needs: 'settings.edit' },
  { tab: 'backup', needs: 'backup.take' },
];

type Props = { current: SettingsTab; label: string; language: Language; role: Role };

/** The rooms of the settings that a role may enter, beside each other. */
export function SettingsTabs({ current, label, language, role }: Props) {
  const rooms = ROOMS.filter(({ needs }) => may(role, needs));
  const words = settingsWordsIn(language).tabs;
  return (
    <nav aria-label={label} className="mb-5 border-b border-line">
      <ul className="flex flex-wrap gap-x-1">
        {rooms.map(({ tab }) => (
          <li key={tab}>
            <a
              href={PATHS[tab]}
              aria-current={tab === current ? 'page' : undefined}
              className={cn(
                'inline-flex min-h-11 items-center whitespace-nowrap border-b-2 px-3 text-sm',
                tab === current ? 'border-brand font-bold' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {words[tab]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
