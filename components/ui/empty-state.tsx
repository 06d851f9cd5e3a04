import type { ReactNode } from 'react';
import { buttonClass } from './button';
import { Icon, type IconName } from './icon';

/** A page without content still offers the way out. */
export function EmptyState(props: {
  icon: IconName;
  title: string;
  text: string;
  action?: { href: string; label: string };
  children?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-text flex-col items-center gap-3 px-4 py-14 text-center">
      <span className="mb-2 grid size-16 place-items-center rounded-full bg-brand-soft text-brand">
        <Icon name={props.icon} size={30} />
      </span>
      <h1 className="text-lg">{props.title}</h1>
      <p className="text-muted">{props.text}</p>
      {props.action && (
        <a href={props.action.href} className={buttonClass('primary', 'mt-3')}>
          {props.action.label}
        </a>
      )}
      {props.children}
    </div>
  );
}
