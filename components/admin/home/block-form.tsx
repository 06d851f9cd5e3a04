'use client';

import { useActionState } from 'react';
import { Field, FormWord, SubmitButton } from '@/components/admin/form-parts';
import { type PickedProduct, ProductPicks } from '@/components/admin/product-picks';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { PostedBlock } from '@/lib/domain/home/block-form';
import { FEWEST_CARDS, HERO_TEXT_AT_MOST, MOST_CARDS, TEXT_AT_MOST } from '@/lib/domain/home/blocks';
import type { Language } from '@/lib/domain/market';
import { type Choices, GROUP, HeadingFields, LinkGroup, PictureGroup, TextFields } from './block-fields';
import { CollectionChoice } from './collection-choice';
import { homeWordsIn } from './home-words';

type BlockFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  seenVersion: number;
  block: PostedBlock;
  /** The products that a pick holds, by name. */
  picked: PickedProduct[];
  choices: Choices;
};

/** What one block of the home page says and shows. */
export function BlockForm({ action, seenVersion, ...shown }: BlockFormProps) {
  const [state, submit] = useActionState(action, READY);
  const { block, language } = shown;
  return (
    <form action={submit} className="grid content-start gap-4">
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <input type="hidden" name="id" value={block.id} />
      <input type="hidden" name="kind" value={block.kind} />
      <Fields {...shown} state={state} />
      <div className="flex items-center gap-4">
        <SubmitButton label={homeWordsIn(language).save} />
        <FormWord state={state} />
      </div>
    </form>
  );
}

type FieldsProps = Omit<BlockFormProps, 'action' | 'seenVersion'> & { state: ActionState };

function Fields({ block, picked, choices, language, state }: FieldsProps) {
  const words = homeWordsIn(language);
  const shared = { language, state };
  switch (block.kind) {
    case 'hero':
      return (
        <>
          <div className={GROUP}>
            <HeadingFields text={block.headline} {...shared} />
            <TextFields text={block.text} rows={3} most={HERO_TEXT_AT_MOST} {...shared} />
          </div>
          <PictureGroup picture={block.picture} optional {...shared} />
          <LinkGroup link={block.link} choices={choices} {...shared} />
        </>
      );
    case 'collection':
      return (
        <div className={GROUP}>
          <CollectionChoice slug={block.slug} choices={choices.collections} {...shared} />
          <Field
            id="count"
            name="count"
            label={words.count}
            type="number"
            min={FEWEST_CARDS}
            max={MOST_CARDS}
            required
            defaultValue={block.count}
            state={state}
          />
        </div>
      );
    case 'products':
      return (
        <div className={GROUP}>
          <HeadingFields text={block.heading} {...shared} />
          <ProductPicks
            name="slugs"
            title={words.products}
            picked={picked}
            choices={choices.products}
            most={MOST_CARDS}
            language={language}
          />
        </div>
      );
    case 'text':
      return (
        <div className={GROUP}>
          <HeadingFields text={block.heading} {...shared} />
          <TextFields text={block.text} rows={10} most={TEXT_AT_MOST} {...shared} />
        </div>
      );
    case 'picture':
      return (
        <>
          <PictureGroup picture={block.picture} optional={false} {...shared} />
          <LinkGroup link={block.link} choices={choices} {...shared} />
        </>
      );
  }
}
