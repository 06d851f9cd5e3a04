import type { ReactNode } from 'react';

/** The narrow page in front of the admin. */
export function DoorPage({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-5 py-10">
      <header className="grid gap-2">
        <h1 className="text-xl">{title}</h1>
        <p className="text-sm text-muted">{lead}</p>
      </header>
      {children}
    </main>
  );
}
