import type { Language, LocalizedText } from '../market';
import type { ProductDraft } from './product-draft';

/** How many texts of a product stand in the other language and not in this one: what a shopper would read in a foreign one. */
export function countMissingTexts(draft: ProductDraft, language: Language): number {
  const other = language === 'de' ? 'en' : 'de';
  const texts: LocalizedText[] = [
    draft.title,
    draft.subtitle,
    draft.descriptionHtml,
    draft.seoTitle,
    draft.seoDescription,
    draft.warnings,
    ...draft.options.flatMap((option) => [option.name, ...option.values.map((value) => value.name)]),
    ...draft.images.filter((image) => !image.altWaiver).map((image) => image.alt),
  ];
  return texts.filter((text) => text[other] && !text[language]).length;
}
