import { Badge, Calm, ROW_LINK_CLASS } from '@/components/admin/parts';
import { cn } from '@/components/ui/cn';
import type { ActionState } from '@/lib/domain/action-state';
import type { HomeBlock } from '@/lib/domain/home/blocks';
import { missingTexts } from '@/lib/domain/home/missing';
import type { PageWeight } from '@/lib/domain/home/weight';
import { type Language, type LocalizedText, textIn } from '@/lib/domain/market';
import { homeWordsIn } from './home-words';
import { kilobytes } from './kilobytes';
import { BlockSteps } from './step-forms';

type BlockListProps = {
  step: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  seenVersion: number;
  blocks: readonly HomeBlock[];
  weight: PageWeight;
  /** Blocks that show nothing as things are, by id. */
  empty: ReadonlySet<string>;
  collectionTitles: ReadonlyMap<string, LocalizedText>;
  mayEdit: boolean;
};

/** The blocks of the draft in their order, each with what it weighs and what it lacks. */
export function BlockList({ blocks, ...shared }: BlockListProps) {
  const words = homeWordsIn(shared.language);
  if (blocks.length === 0) return <Calm>{words.none}</Calm>;
  return (
    <ol aria-label={words.blocks} className="grid gap-3">
      {blocks.map((block, at) => (
        <BlockRow key={block.id} block={block} at={at} last={at === blocks.length - 1} {...shared} />
      ))}
    </ol>
  );
}

type RowProps = Omit<BlockListProps, 'blocks'> & { block: HomeBlock; at: number; last: boolean };

function BlockRow({ block, at, last, ...shared }: RowProps) {
  const { language, weight, empty, collectionTitles, mayEdit } = shared;
  const words = homeWordsIn(language);
  const title = blockTitle(block, { language, collectionTitles });
  const bytes = weight.blocks.find(({ id }) => id === block.id)?.bytes ?? 0;
  const isToBlame = weight.isTooHeavy && weight.heaviest === block.id;
  return (
    <li
      className={cn(
        'flex flex-wrap items-start justify-between gap-3 rounded-lg border bg-raised p-4',
        isToBlame ? 'border-error' : 'border-line',
      )}
    >
      <div className="grid min-w-40 flex-1 gap-1">
        <h2 className="text-sm">{title}</h2>
        {titleOf(block, { language, collectionTitles }) && (
          <p className="text-xs text-muted">{words.kinds[block.kind]}</p>
        )}
        <p className="flex flex-wrap gap-1.5 text-xs">
          <Badge warn={isToBlame}>{words.weight(kilobytes(bytes, language))}</Badge>
          {missingTexts(block).map(({ language: missing, texts }) => (
            <Badge key={missing} warn>
              {words.missing(words.languages[missing], texts.map((text) => words.texts[text]).join(', '))}
            </Badge>
          ))}
        </p>
        {empty.has(block.id) && <p className="text-xs text-error">{words.empty}</p>}
      </div>
      {mayEdit && (
        <div className="flex flex-wrap items-center gap-3">
          <a href={`/admin/home/${block.id}`} aria-label={words.edit(title)} className={ROW_LINK_CLASS}>
            {words.editShort}
          </a>
          <BlockSteps
            action={shared.step}
            language={language}
            seenVersion={shared.seenVersion}
            id={block.id}
            title={title}
            first={at === 0}
            last={last}
          />
        </div>
      )}
    </li>
  );
}

type Naming = { language: Language; collectionTitles: ReadonlyMap<string, LocalizedText> };

/** What a block is called at the desk: by its own words where it has some, else by its kind. */
export function blockTitle(block: HomeBlock, naming: Naming): string {
  return titleOf(block, naming) || homeWordsIn(naming.language).kinds[block.kind];
}

function titleOf(block: HomeBlock, { language, collectionTitles }: Naming): string {
  switch (block.kind) {
    case 'hero':
      return textIn(block.headline, language);
    case 'collection': {
      const title = collectionTitles.get(block.slug);
      return title ? textIn(title, language) : block.slug;
    }
    case 'products':
    case 'text':
      return textIn(block.heading, language);
    case 'picture':
      return textIn(block.picture.alt, language);
  }
}
