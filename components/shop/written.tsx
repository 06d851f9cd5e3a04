import { type PageLanguage, writtenLanguage } from '@/lib/domain/page-language';

/**
 * What the merchant wrote, between the words of a page. Where that speaks another language, it says so to screen readers
 * and keeps its own direction, so that no full stop jumps to the other end.
 */
export function Written({ text, language }: { text: string; language: PageLanguage }) {
  const written = writtenLanguage(language);
  return written === language ? text : <bdi lang={written}>{text}</bdi>;
}

/** The same for whole paragraphs: the attributes of the block that holds them. */
export function writtenBlock(language: PageLanguage): { lang?: 'de' | 'en'; dir?: 'ltr' } {
  const written = writtenLanguage(language);
  return written === language ? {} : { lang: written, dir: 'ltr' };
}
