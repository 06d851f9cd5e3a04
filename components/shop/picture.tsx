import { cn } from '@/components/ui/cn';
import { pictureAddress, pictureSet } from '@/lib/domain/catalogue/picture';
import type { ProductImage } from '@/lib/domain/catalogue/product';
import { textIn } from '@/lib/domain/market';
import type { PageLanguage } from '@/lib/domain/page-language';

type PictureProps = {
  image: ProductImage | null;
  language: PageLanguage;
  /** The `sizes` of the page it stands in. */
  sizes: string;
  /** The first picture of a page is asked for at once, all others when they come near. */
  first?: boolean;
  /** Where a name stands right beside it, the picture is decoration. */
  decorative?: boolean;
  className?: string;
};

/** A product's picture in a 4:5 box that has its colour and its place before the first byte of the picture. */
export function Picture({ image, language, sizes, first = false, decorative = false, className }: PictureProps) {
  const alt = decorative || !image ? '' : textIn(image.alt, language);
  return (
    <div className={cn('relative aspect-[4/5] overflow-hidden bg-sunken', className)}>
      {/* A drawn colour, since the content policy allows no style attribute. */}
      {image?.file ? (
        <>
          <svg aria-hidden="true" className="absolute inset-0 size-full" preserveAspectRatio="none" viewBox="0 0 1 1">
            <rect width="1" height="1" fill={image.dominantColour} />
          </svg>
          <picture>
            <source type="image/avif" srcSet={pictureSet(image.file, 'avif')} sizes={sizes} />
            <img
              src={pictureAddress(image.file, 640, 'webp')}
              srcSet={pictureSet(image.file, 'webp')}
              sizes={sizes}
              width={image.width}
              height={image.height}
              alt={alt}
              loading={first ? 'eager' : 'lazy'}
              fetchPriority={first ? 'high' : 'auto'}
              decoding="async"
              className="absolute inset-0 size-full object-cover"
            />
          </picture>
        </>
      ) : (
        <Placeholder label={alt} />
      )}
    </div>
  );
}

// No picture could be had: an empty frame on an easel, drawn.
function Placeholder({ label }: { label: string }) {
  return (
    <svg
      viewBox="0 0 80 100"
      className="absolute inset-0 size-full text-edge"
      fill="none"
      stroke="currentColor"
      role={label ? 'img' : undefined}
      aria-label={label || undefined}
      aria-hidden={label ? undefined : true}
    >
      <path
        d="M26 34h28v34H26zM30 38h20v26H30zM40 34v-6M33 68l-5 8M47 68l5 8M31 60l6-8 5 5 3-3 4 6"
        strokeLinejoin="round"
      />
    </svg>
  );
}
