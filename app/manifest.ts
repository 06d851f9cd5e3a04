import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { paletteOf } from '@/lib/domain/brand/palette';
import { readShop } from '@/lib/server/catalogue';

const ICONS = [
  { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
  { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' as const },
];

/** The shop as something to put on a phone's screen, under the merchant's own name. Asked for at run time: a build touches no data. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  await connection();
  const { name, colour } = await readShop();
  return {
    id: '/shop',
    name,
    short_name: name.slice(0, 24),
    start_url: '/shop',
    scope: '/',
    display: 'standalone',
    background_color: '#fcf9f4',
    theme_color: colour ? paletteOf(colour).light.brand : '#0b5258',
    icons: ICONS,
    shortcuts: [
      { name: 'Warenkorb · Cart', url: '/shop/cart' },
      { name: 'Bestellungen · Orders', url: '/shop/orders' },
    ],
  };
}
