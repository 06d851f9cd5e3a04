'use client';

import { Field } from '@/components/admin/form-parts';
import type { PickedProduct } from '@/components/admin/product-picks';
import { TextArea } from '@/components/admin/text-area';
import type { ActionState } from '@/lib/domain/action-state';
import type { NamedPicture } from '@/lib/domain/home/block-form';
import { ALT_AT_MOST, HEADLINE_AT_MOST, type HomeLink, linkAddress } from '@/lib/domain/home/blocks';
import { type Language, type LocalizedText, textIn } from '@/lib/domain/market';
import { homeWordsIn } from './home-words';
import { PictureField } from './picture-field';

export type Choices = { products: PickedProduct[]; collections: PickedProduct[] };
type Shared = { language: Language; state: ActionState };

export const GROUP = 'grid items-start gap-4 rounded-lg border border-line bg-raised p-4 sm:grid-cols-2';
const NO_WORDS: LocalizedText = { de: '', en: '' };

/** A line in both languages. */
function Lines({ text, names, most, language, state }: Shared & LinesProps) {
  const words = homeWordsIn(language);
  return names.map((name, at) => (
    <Field
      key={name}
      id={name}
      name={name}
      label={words[name]}
      defaultValue={at === 0 ? text.de : text.en}
      maxLength={most}
      autoComplete="off"
      state={state}
    />
  ));
}
type LinesProps = {
  text: LocalizedText;
  names: readonly ['headingDe', 'headingEn'] | readonly ['altDe', 'altEn'];
  most: number;
};

export function HeadingFields({ text, ...shared }: Shared & { text: LocalizedText }) {
  return <Lines text={text} names={['headingDe', 'headingEn']} most={HEADLINE_AT_MOST} {...shared} />;
}

/** Paragraphs in both languages. */
export function TextFields({
  text,
  rows,
  most,
  language,
  state,
}: Shared & { text: LocalizedText; rows: number; most: number }) {
  const words = homeWordsIn(language);
  return (
    <>
      {(['textDe', 'textEn'] as const).map((name, at) => (
        <TextArea
          key={name}
          id={name}
          name={name}
          label={words[name]}
          value={at === 0 ? text.de : text.en}
          rows={rows}
          maxLength={most}
          state={state}
        />
      ))}
      <p className="text-xs text-muted sm:col-span-2">{words.paragraphs}</p>
    </>
  );
}

export function PictureGroup({
  picture,
  optional,
  ...shared
}: Shared & { picture: NamedPicture | null; optional: boolean }) {
  const words = homeWordsIn(shared.language);
  return (
    <div className={GROUP}>
      <PictureField file={picture?.file ?? ''} words={words} optional={optional} />
      <div className="grid gap-4">
        <Lines text={picture?.alt ?? NO_WORDS} names={['altDe', 'altEn']} most={ALT_AT_MOST} {...shared} />
        <p className="text-xs text-muted">{words.altHint}</p>
      </div>
    </div>
  );
}

/** Where a tap leads: names are offered while somebody types, what is kept is the address. */
export function LinkGroup({ link, choices, language, state }: Shared & { link: HomeLink | null; choices: Choices }) {
  const words = homeWordsIn(language);
  const offered = [
    ...choices.collections.map(({ slug, title }) => ({ address: linkAddress({ to: 'collection', slug }), title })),
    ...choices.products.map(({ slug, title }) => ({ address: linkAddress({ to: 'product', slug }), title })),
  ];
  return (
    <div className={GROUP}>
      <Field
        id="link"
        name="link"
        label={words.link}
        hint={words.linkHint}
        list="addresses"
        defaultValue={link ? linkAddress(link) : ''}
        maxLength={400}
        autoComplete="off"
        state={state}
        className="sm:col-span-2"
      />
      <datalist id="addresses">
        {offered.map(({ address, title }) => (
          <option key={address} value={address}>
            {textIn(title, language)}
          </option>
        ))}
      </datalist>
    </div>
  );
}
