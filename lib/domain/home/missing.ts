import { LANGUAGES, type Language, type LocalizedText } from '../market';
import type { HomeBlock } from './blocks';

/** The texts that a block may have, by the name under which its form asks for them. */
export type BlockText = 'heading' | 'text' | 'alt';

function textsOf(block: HomeBlock): Partial<Record<BlockText, LocalizedText>> {
  switch (block.kind) {
    case 'hero':
      return { heading: block.headline, text: block.text, ...(block.picture ? { alt: block.picture.alt } : {}) };
    case 'products':
      return { heading: block.heading };
    case 'text':
      return { heading: block.heading, text: block.text };
    case 'picture':
      return { alt: block.picture.alt };
    case 'collection':
      return {};
  }
}

export type MissingTexts = { language: Language; texts: BlockText[] };

/** What stands in one language and not in the other: there a shopper would read it in a foreign one. Empty where nothing is missing. */
export function missingTexts(block: HomeBlock): MissingTexts[] {
  const named = Object.entries(textsOf(block)) as [BlockText, LocalizedText][];
  return LANGUAGES.flatMap((language) => {
    const other = language === 'de' ? 'en' : 'de';
    const texts = named.filter(([, text]) => text[other] && !text[language]).map(([name]) => name);
    return texts.length > 0 ? [{ language, texts }] : [];
  });
}
