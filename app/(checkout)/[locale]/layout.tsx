import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import '@/app/globals.css';
import { ExtensionsGate } from '@/components/shop/extensions-gate';
import { MARKETS, marketIdSchema } from '@/lib/domain/market';
import { readShop } from '@/lib/server/catalogue';
import { isJoiningGuest } from '@/lib/server/shopper';
import { getEnv } from '@/lib/server/wiring';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

export async function generateMetadata(): Promise<Metadata> {
  const shop = await readShop();
  return {
    title: { default: shop.name, template: `%s · ${shop.name}` },
    formatDetection: { telephone: false },
    robots: { index: false },
  };
}

/** Pages that are hers alone: made for each request, so that their scripts carry its nonce. */
export default async function PersonalLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  await connection();
  const market = marketIdSchema.safeParse((await params).locale);
  if (!market.success) notFound();
  const { language } = MARKETS[market.data];
  const env = getEnv();
  const joining = await isJoiningGuest();
  return (
    <html lang={language} data-language={language}>
      <body>
        {children}
        <ExtensionsGate sdkUrl={env.EXTENSIONS_SDK_URL} appId={env.FACEBOOK_APP_ID} personal joining={joining} />
      </body>
    </html>
  );
}
