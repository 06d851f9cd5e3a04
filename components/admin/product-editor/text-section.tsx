'use client';

import { LocalizedField, Missing, Section, useEditor } from './editor-parts';
import { RichText } from './rich-text';

/** Name and description, in the language that is being written. `drawn` changes when the texts came from elsewhere. */
export function TextSection({ drawn }: { drawn: number }) {
  const { draft, change, words, tongue, isWrong } = useEditor();
  const place = `descriptionHtml.${tongue}`;
  return (
    <Section title={words.words}>
      <LocalizedField
        place="title"
        label={words.title}
        value={draft.title}
        onText={(title) => change({ title })}
        maxLength={160}
      />
      <LocalizedField
        place="subtitle"
        label={words.subtitle}
        value={draft.subtitle}
        onText={(subtitle) => change({ subtitle })}
        maxLength={200}
      />
      <div>
        <RichText
          key={`${tongue}-${drawn}`}
          id={place}
          label={words.inLanguage(words.description, words.languages[tongue])}
          html={draft.descriptionHtml[tongue]}
          onHtml={(html) => change({ descriptionHtml: { ...draft.descriptionHtml, [tongue]: html } })}
          invalid={isWrong(place)}
        />
        <Missing value={draft.descriptionHtml} />
      </div>
    </Section>
  );
}

export function SearchSection() {
  const { draft, change, words } = useEditor();
  return (
    <Section title={words.search} lead={words.searchLead}>
      <LocalizedField
        place="seoTitle"
        label={words.seoTitle}
        value={draft.seoTitle}
        onText={(seoTitle) => change({ seoTitle })}
        maxLength={120}
      />
      <LocalizedField
        place="seoDescription"
        label={words.seoDescription}
        value={draft.seoDescription}
        onText={(seoDescription) => change({ seoDescription })}
        rows={3}
        maxLength={320}
      />
    </Section>
  );
}
