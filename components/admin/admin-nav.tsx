'use client';

import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';

/** `count`: how many wait there. */
type NavItem = { href: string; label: string; count?: number };

/** Where in the admin one is. Plain links: each page is asked for anew, so nothing shown is older than the tap. */
export function AdminNav({ label, items }: { label: string; items: NavItem[] }) {
  const here = usePathname();
  return (
    <nav aria-label={label} className="-mx-1 flex gap-1 overflow-x-auto no-scrollbar">
      {items.map((item) => {
        const current = item.href === '/admin' ? here === item.href : here.startsWith(item.href);
        return (
          <a
            key={item.href}
            href={item.href}
            aria-current={current ? 'page' : undefined}
            className={cn(
              'inline-flex min-h-11 items-center whitespace-nowrap rounded-md px-3 text-sm hover:bg-sunken',
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
      })}
    </nav>
  );
}
