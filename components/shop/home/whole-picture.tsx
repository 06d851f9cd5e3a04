import { cn } from '@/components/ui/cn';
import { pictureAddress, pictureSet } from '@/lib/domain/catalogue/picture';
import type { HomePicture } from '@/lib/domain/home/blocks';
import { textIn } from '@/lib/domain/market';
import { type PageLanguage, writtenLanguage } from '@/lib/domain/page-language';

type WholePictureProps = {
  picture: HomePicture;
  language: PageLanguage;
  sizes: string;
  /** It belongs to the first view. */
  first: boolean;
  className?: string;
};

/** A picture in the ratio that it has, its place and its colour there before its first byte; a very tall one is cut to the window. */
export function WholePicture({ picture, language, sizes, first, className }: WholePictureProps) {
  const { file, alt, width, height, dominantColour } = picture;
  const written = writtenLanguage(language);
  return (
    <div className={cn('relative overflow-hidden bg-sunken', className)}>
      <svg aria-hidden="true" className="absolute inset-0 size-full" preserveAspectRatio="none" viewBox="0 0 1 1">
        <rect width="1" height="1" fill={dominantColour} />
      </svg>
      <picture>
        <source type="image/avif" srcSet={pictureSet(file, 'avif')} sizes={sizes} />
        <img
          src={pictureAddress(file, 640, 'webp')}
          srcSet={pictureSet(file, 'webp')}
          sizes={sizes}
          width={width}
          height={height}
          alt={textIn(alt, language)}
          lang={written === language ? undefined : written}
          loading={first ? 'eager' : 'lazy'}
          fetchPriority={first ? 'high' : 'auto'}
          decoding="async"
          className="relative h-auto max-h-[75svh] w-full object-cover"
        />
      </picture>
    </div>
  );
}
