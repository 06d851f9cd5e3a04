import type { ScreenCard, ScreenContent } from '@/e2e/simulator/messenger/screen-contract';
import { Picture } from '@/e2e/simulator/screens/src/ui/picture';
import { usePhone } from './phone-context';
import { TemplateButtons } from './template-buttons';

type List = Extract<ScreenContent, { kind: 'list' }>;

function Row({ mid, card, index, large }: { mid: string; card: ScreenCard; index: number; large: boolean }) {
  const { tap } = usePhone();
  const words = (
    <span className="flex min-w-0 grow flex-col gap-0.5 text-left">
      <span className="line-clamp-2 text-[15px] leading-snug font-semibold">{card.title}</span>
      {card.subtitle ? <span className="line-clamp-2 text-[13px] text-soft">{card.subtitle}</span> : null}
    </span>
  );
  const picture = card.imageUrl ? (
    <Picture
      url={card.imageUrl}
      className={large ? 'aspect-[1.91] w-full rounded-xl' : 'size-14 shrink-0 rounded-xl'}
    />
  ) : null;
  const shape = `flex w-full gap-3 px-3.5 py-2.5 ${large ? 'flex-col' : 'items-center'}`;
  return (
    <li className="border-b border-line last:border-b-0">
      {card.tapUrl ? (
        <button
          type="button"
          aria-label={`Open ${card.title}`}
          onClick={() => tap({ card: { mid, card: index } })}
          className={`${shape} hover:brightness-[0.97] focus-visible:outline-offset-[-3px]`}
        >
          {large ? picture : words}
          {large ? words : picture}
        </button>
      ) : (
        <div className={shape}>
          {large ? picture : words}
          {large ? words : picture}
        </div>
      )}
      <TemplateButtons mid={mid} card={index} buttons={card.buttons} title={card.title} />
    </li>
  );
}

/** The list of 2016: rows below each other, the first one large unless it is told otherwise. */
export function ListTemplate({ mid, content }: { mid: string; content: List }) {
  return (
    <div className="w-full max-w-72 overflow-hidden rounded-[20px] border border-line bg-raised">
      <ul>
        {content.cards.map((card, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a sent bubble never move
          <Row key={index} mid={mid} card={card} index={index} large={content.large && index === 0} />
        ))}
      </ul>
      <TemplateButtons mid={mid} buttons={content.buttons} title="the list" />
    </div>
  );
}
