'use client';

import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';

/** `count`: how many wait there. */
type NavItem = { href: string; label: string; count?: number };
/** Rooms that belong together; the first group needs no title. */
export type NavGroup = { title: string | null; items: NavItem[] };

/**
 * Where in the admin one is: a strip to swipe on a phone, a column beside the page on a desk. Plain links: each page is
 * asked for anew, so nothing shown is older than the tap.
 */
export function AdminNav({ label, groups }: { label: string; groups: NavGroup[] }) {
  const here = usePathname();
  return (
    <nav
      aria-label={label}
      className="no-scrollbar -mx-1 flex gap-1 overflow-x-auto lg:sticky lg:top-4 lg:mx-0 lg:grid lg:grid-cols-1 lg:gap-4 lg:self-start lg:overflow-visible"
    >
      {groups.map(({ title, items }) => (
        <div key={title} className="flex shrink-0 gap-1 lg:grid lg:grid-cols-1 lg:gap-0">
          {title && <p className="hidden px-3 pb-1 text-xs text-muted lg:block">{title}</p>}
          {items.map((item) => (
            <NavLink key={item.href} item={item} current={isAt(here, item.href)} />
          ))}
        </div>
      ))}
    </nav>
  );
}

function isAt(here: string, href: string): boolean {
  return href === '/admin' ? here === href : here === href || here.startsWith(`${href}/`);
}

function NavLink({ item, current }: { item: NavItem; current: boolean }) {
  return (
    <a
      href={item.href}
      aria-current={current ? 'page' : undefined}
      className={cn(
        'inline-flex min-h-11 items-center whitespace-nowrap rounded-md px-3 text-sm hover:bg-sunken lg:min-h-9 lg:py-1 lg:whitespace-normal',
        current ? 'bg-brand-soft font-bold text-brand' : 'text-ink',
      )}
    >
      {item.label}
      {item.count !== undefined && item.count > 0 && (
        <span className="ml-1.5 rounded-full bg-brand px-1.5 text-xs font-bold text-on-brand tabular-nums">
          {item.count}
        </span>
      )}
    </a>
  );
}
