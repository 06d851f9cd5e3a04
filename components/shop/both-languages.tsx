import type { ReactNode } from 'react';

/**
 * For pages that cannot know who reads them (not found, broken): both texts are there, and what the layout knows
 * shows one of them; without a layout, German first and English below.
 */
export function BothLanguages({ de, en }: { de: ReactNode; en: ReactNode }) {
  return (
    <>
      <div lang="de" className="[html[data-language=en]_&]:hidden">
        {de}
      </div>
      <div lang="en" className="[html[data-language=de]_&]:hidden">
        {en}
      </div>
    </>
  );
}
