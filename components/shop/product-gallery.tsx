import type { ProductImage } from '@/lib/domain/catalogue/product';
import type { PageLanguage } from '@/lib/domain/page-language';
import { shopWords } from '@/lib/domain/words/shop';
import { GalleryDots } from './gallery-dots';
import { Picture } from './picture';

const GALLERY_ID = 'pictures';

/** Pictures edge to edge on a phone, swiped by the browser's own scrolling. */
export function ProductGallery({ images, language }: { images: ProductImage[]; language: PageLanguage }) {
  const words = shopWords[language].product;
  const sizes = '(min-width: 48rem) 32rem, 100vw';
  // Empty frames are not swiped: one of them says enough.
  const shown = images.filter((image) => image.file !== null);
  const [only = images[0]] = shown;
  if (shown.length <= 1)
    return <Picture image={only ?? null} language={language} sizes={sizes} first className="md:rounded-lg" />;
  return (
    <section aria-label={words.pictures}>
      <ul
        id={GALLERY_ID}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="no-scrollbar flex snap-x snap-mandatory overflow-x-auto md:rounded-lg"
      >
        {shown.map((image, index) => (
          <li
            key={image.file ?? index}
            className="w-full shrink-0 snap-center snap-always"
            aria-label={words.picture(index + 1, shown.length)}
          >
            <Picture image={image} language={language} sizes={sizes} first={index === 0} />
          </li>
        ))}
      </ul>
      <GalleryDots count={shown.length} galleryId={GALLERY_ID} />
    </section>
  );
}
