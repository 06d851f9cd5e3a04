import { cn } from '@/components/ui/cn';
import { pictureAddress } from '@/lib/domain/catalogue/picture';

/** A small picture beside a line that already names the thing. */
export function ThumbPicture({ file, className }: { file: string | null; className?: string }) {
  return (
    <div className={cn('aspect-[4/5] overflow-hidden rounded-md border border-line bg-sunken', className)}>
      {file && (
        <picture>
          <source type="image/avif" srcSet={pictureAddress(file, 360, 'avif')} />
          <img
            src={pictureAddress(file, 360, 'webp')}
            width={64}
            height={80}
            alt=""
            loading="lazy"
            decoding="async"
            className="size-full object-cover"
          />
        </picture>
      )}
    </div>
  );
}
