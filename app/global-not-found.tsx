import './globals.css';
import { NotFoundPage } from '@/components/shop/not-found-page';

/** For addresses outside every group: it brings its own document, since no layout stands around it. */
export default function NotFound() {
  return (
    <html lang="de">
      <body>
        <NotFoundPage />
      </body>
    </html>
  );
}
