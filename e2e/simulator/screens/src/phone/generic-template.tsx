import type { ScreenCard, ScreenContent } from '@/e2e/simulator/messenger/screen-contract';
import { Picture } from '@/e2e/simulator/screens/src/ui/picture';
import { ForwardButton } from './forward-button';
import { usePhone } from './phone-context';
import { TemplateButtons } from './template-buttons';

type Generic = Extract<ScreenContent, { kind: 'generic' }>;

function CardPicture({ card, aspect }: { card: ScreenCard; aspect: Generic['aspect'] }) {
  if (!card.imageUrl) return null;
  return (
    <Picture url={card.imageUrl} className={`w-full ${aspect === 'square' ? 'aspect-square' : 'aspect-[1.91]'}`} />
  );
}

function Words({ card }: { card: ScreenCard }) {
  return (
    <span className="flex grow flex-col gap-0.5 px-3.5 pt-2.5 pb-3 text-left">
      <span className="line-clamp-2 text-[15.5px] leading-snug font-semibold">{card.title}</span>
      {card.subtitle ? (
        <span className="line-clamp-2 text-[13.5px] leading-snug text-soft">{card.subtitle}</span>
      ) : null}
    </span>
  );
}

/** One card, or a row of them that snaps into place. */
export function GenericTemplate({ mid, content }: { mid: string; content: Generic }) {
  const { tap } = usePhone();
  const alone = content.cards.length === 1;
  return (
    <ul className="flex w-full snap-x snap-mandatory scroll-pl-0 items-stretch gap-2.5 overflow-x-auto overscroll-x-contain pr-12 pb-1 no-scrollbar">
      {content.cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a sent bubble never move
        <li key={index} className={`flex shrink-0 snap-start ${alone ? 'w-72 max-w-full' : 'w-64'}`}>
          <article
            aria-label={card.title}
            className="relative flex w-full flex-col overflow-hidden rounded-[20px] border border-line bg-raised shadow-sm"
          >
            {card.tapUrl ? (
              <button
                type="button"
                aria-label={`Open ${card.title}`}
                onClick={() => tap({ card: { mid, card: index } })}
                className="flex grow flex-col hover:brightness-[0.97] focus-visible:outline-offset-[-3px]"
              >
                <CardPicture card={card} aspect={content.aspect} />
                <Words card={card} />
              </button>
            ) : (
              <div className="flex grow flex-col">
                <CardPicture card={card} aspect={content.aspect} />
                <Words card={card} />
              </div>
            )}
            {content.sharable && !card.buttons.some((button) => button.type === 'element_share') ? (
              <ForwardButton mid={mid} card={index} title={card.title} />
            ) : null}
            <TemplateButtons mid={mid} card={index} buttons={card.buttons} title={card.title} />
          </article>
        </li>
      ))}
    </ul>
  );
}
