'use client';

import { INPUT_CLASS } from '@/components/admin/control-class';
import type { PickedProduct } from '@/components/admin/product-picks';
import type { ActionState } from '@/lib/domain/action-state';
import { type Language, textIn } from '@/lib/domain/market';
import { homeWordsIn } from './home-words';

type Props = { slug: string; choices: PickedProduct[]; state: ActionState; language: Language };

/** One of the shop's collections. One that is gone stays chosen until another is. */
export function CollectionChoice({ slug, choices, state, language }: Props) {
  const words = homeWordsIn(language);
  const chosen = state.is === 'problem' ? (state.typed.slug ?? slug) : slug;
  const isGone = slug !== '' && !choices.some((choice) => choice.slug === slug);
  return (
    <div>
      <label htmlFor="slug" className="mb-1 block text-sm font-bold">
        {words.collection}
      </label>
      <select id="slug" name="slug" key={chosen} defaultValue={chosen} required className={INPUT_CLASS}>
        <option value="">{words.chooseCollection}</option>
        {isGone && <option value={slug}>{slug}</option>}
        {choices.map((choice) => (
          <option key={choice.slug} value={choice.slug}>
            {textIn(choice.title, language)}
          </option>
        ))}
      </select>
    </div>
  );
}
