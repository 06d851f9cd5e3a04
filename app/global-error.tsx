'use client';

import './globals.css';
import { BrokenPage } from '@/components/shop/broken-page';

export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="de">
      <body>
        <title>Kiosk</title>
        <BrokenPage retry={retry} />
      </body>
    </html>
  );
}
