import { EmptyState } from '@/components/ui/empty-state';
import { shopWords } from '@/lib/domain/words/shop';
import { BothLanguages } from './both-languages';

/** An old link leads somewhere: into the shop. */
export function NotFoundPage() {
  return (
    <main id="content" className="mx-auto max-w-shop">
      <BothLanguages de={<NotFoundText language="de" />} en={<NotFoundText language="en" />} />
    </main>
  );
}

function NotFoundText({ language }: { language: 'de' | 'en' }) {
  const { notFound, toShop } = shopWords[language];
  return (
    <EmptyState icon="search" title={notFound.title} text={notFound.text} action={{ href: '/shop', label: toShop }} />
  );
}
