import { connection } from 'next/server';
import './globals.css';
import { NotFoundPage } from '@/components/shop/not-found-page';

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
