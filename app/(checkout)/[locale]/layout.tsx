import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import '@/app/globals.css';
import { ExtensionsGate } from '@/components/shop/extensions-gate';
import { MARKETS, marketIdSchema } from '@/lib/domain/market';
import { directionOf } from '@/lib/domain/page-language';
import { readBrandStyle, readNonce } from '@/lib/server/brand-style';
import { readShop } from '@/lib/server/catalogue';
import { readDrawnFor } from '@/lib/server/shopper';
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
  const [look, nonce, drawn] = await Promise.all([readBrandStyle(), readNonce(), readDrawnFor()]);
  return (
    <html lang={language} dir={directionOf(language)} data-language={language}>
      {look && (
        <head>
          <style nonce={nonce}>{look}</style>
        </head>
      )}
      <body>
        {children}
        <ExtensionsGate sdkUrl={env.EXTENSIONS_SDK_URL} appId={env.FACEBOOK_APP_ID} personal {...drawn} />
      </body>
    </html>
  );
}
