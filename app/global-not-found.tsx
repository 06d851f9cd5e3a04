import { connection } from 'next/server';
import './globals.css';
import type { Metadata } from 'next';
import { NotFoundPage } from '@/components/shop/not-found-page';

export const metadata: Metadata = { title: 'Nicht gefunden · Not found' };

/** For addresses outside every group: its own document, made for each request so that its scripts carry the nonce. */
export default async function NotFound() {
  await connection();
  return (
    <html lang="de">
      <body>
        <NotFoundPage />
      </body>
    </html>
  );
}
