import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import '@/app/globals.css';
import { ExtensionsGate } from '@/components/shop/extensions-gate';
import { MARKETS, marketIdSchema } from '@/lib/domain/market';
import { directionOf } from '@/lib/domain/page-language';
import { readBrandStyle } from '@/lib/server/brand-style';
import { readShop } from '@/lib/server/catalogue';
import { getEnv } from '@/lib/server/wiring';

// Nothing is rendered while building: the first request of each page makes it, a change of the catalogue drops it.
export const revalidate = false;
export const generateStaticParams = () => [];

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

export async function generateMetadata(): Promise<Metadata> {
  const shop = await readShop();
  return { title: { default: shop.name, template: `%s · ${shop.name}` }, formatDetection: { telephone: false } };
}

export default async function ShopperLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const market = marketIdSchema.safeParse((await params).locale);
  if (!market.success) notFound();
  const { language } = MARKETS[market.data];
  const env = getEnv();
  const look = await readBrandStyle();
  return (
    <html lang={language} dir={directionOf(language)} data-language={language}>
      {look && (
        <head>
          <style>{look}</style>
        </head>
      )}
      {/* The attributes are for the page's own script, by which it is kept; the gate is for what Next takes over. */}
      <body data-sdk-url={env.EXTENSIONS_SDK_URL} data-app-id={env.FACEBOOK_APP_ID}>
        {children}
        <ExtensionsGate sdkUrl={env.EXTENSIONS_SDK_URL} appId={env.FACEBOOK_APP_ID} />
      </body>
    </html>
  );
}
