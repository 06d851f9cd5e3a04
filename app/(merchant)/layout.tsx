import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import '@/app/globals.css';
import { languageOf } from '@/lib/server/respond';

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export const metadata: Metadata = {
  title: { default: 'Kiosk', template: '%s · Kiosk' },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
};

export default async function MerchantLayout({ children }: { children: ReactNode }) {
  await connection(); // every page of the admin carries a nonce
  const language = languageOf(new Headers(await headers()));
  return (
    <html lang={language}>
      <body>{children}</body>
    </html>
  );
}
