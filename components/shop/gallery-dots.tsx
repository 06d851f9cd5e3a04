'use client';

import { useEffect, useState } from 'react';
import { cn } from '@/components/ui/cn';

/** Shows which of several pictures is seen. Decoration: the list itself says "picture 2 of 3". */
export function GalleryDots({ count, galleryId }: { count: number; galleryId: string }) {
  const [seen, setSeen] = useState(0);
  useEffect(() => {
    const gallery = document.getElementById(galleryId);
    if (!gallery) return;
    const items = [...gallery.children];
    const watch = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) if (entry.isIntersecting) setSeen(items.indexOf(entry.target));
      },
      { root: gallery, threshold: 0.6 },
    );
    for (const item of items) watch.observe(item);
    return () => watch.disconnect();
  }, [galleryId]);
  return (
    <div aria-hidden="true" className="flex h-8 items-center justify-center gap-2">
      {Array.from({ length: count }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place
          key={index}
          className={cn('size-2 rounded-full transition-colors', index === seen ? 'bg-brand' : 'bg-line')}
        />
      ))}
    </div>
  );
}
