import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { Language } from '@/lib/domain/market';
import type { StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import { peopleWordsIn } from './people-words';

/** What the shop said, as small as it can be read: text, cards, buttons. Nothing in it can be tapped. */
export function MessageContent({ message, language }: { message: StoredMessage; language: Language }) {
  const words = peopleWordsIn(language);
  switch (message.kind) {
    case 'text':
      return (
        <>
          <p className="whitespace-pre-wrap">{message.text}</p>
          <Chips titles={message.quickReplies.map(({ title }) => title)} />
        </>
      );
    case 'cards':
      return (
        <>
          <ul className="flex flex-wrap gap-2">
            {message.cards.map((card) => (
              <li
                key={card.openPath + card.title}
                className="w-28 overflow-hidden rounded-md border border-line bg-raised text-ink"
              >
                {card.imagePath && (
                  <picture>
                    <img src={card.imagePath} alt="" width={112} height={59} loading="lazy" className="w-full" />
                  </picture>
                )}
                <span className="grid gap-0.5 p-2 text-xs">
                  <strong>{card.title}</strong>
                  <span className="text-muted">{card.subtitle}</span>
                </span>
              </li>
            ))}
          </ul>
          <Chips titles={message.quickReplies.map(({ title }) => title)} />
        </>
      );
    case 'buttons':
      return (
        <>
          <p className="whitespace-pre-wrap">{message.text}</p>
          <Chips titles={message.buttons.map((button) => ('title' in button ? button.title : words.picture))} />
        </>
      );
    default:
      return <p>{words.receipt}</p>;
  }
}

function Chips({ titles }: { titles: string[] }) {
  if (titles.length === 0) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-1">
      {titles.map((title) => (
        <span key={title} className="rounded-full border border-edge px-2 text-xs text-muted">
          {title}
        </span>
      ))}
    </span>
  );
}

type BubbleProps = {
  side: 'left' | 'right';
  tone: 'her' | 'bot' | 'person' | 'note';
  head: ReactNode;
  children: ReactNode;
};

const TONES = {
  her: 'bg-sunken',
  bot: 'border border-line bg-raised text-muted',
  person: 'bg-brand-soft text-ink',
  note: 'bg-notice-soft text-ink',
};

export function Bubble({ side, tone, head, children }: BubbleProps) {
  return (
    <div
      className={cn(
        'grid max-w-[85%] grid-cols-[minmax(0,1fr)] gap-1',
        side === 'right' ? 'ml-auto justify-items-end' : 'justify-items-start',
      )}
    >
      <p className="text-xs text-muted">{head}</p>
      <div className={cn('max-w-full min-w-0 rounded-lg px-3 py-2 text-sm break-words', TONES[tone])}>{children}</div>
    </div>
  );
}
