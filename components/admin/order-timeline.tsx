import type { ReactNode } from 'react';
import type { Language } from '@/lib/domain/market';
import type { TimelineItem } from '@/lib/domain/orders/timeline';
import { disputeStatusName } from './dispute-words';
import { moneyIn, timeIn } from './formats';
import { failureName, mailName, messageStateName, purposeName, threadWayName } from './names';
import { orderDeskWordsIn } from './order-desk-words';
import { Panel } from './parts';

type OrderTimelineProps = { items: TimelineItem[]; currency: string; language: Language; children?: ReactNode };

/** What happened to an order, the latest first: money, parcels, messages, notes. `children` stand above it. */
export function OrderTimeline({ items, currency, language, children }: OrderTimelineProps) {
  const words = orderDeskWordsIn(language);
  return (
    <Panel title={words.timeline}>
      {children}
      <ol className="grid gap-3 text-sm">
        {items.map((item) => (
          <li key={item.id} className="border-l-2 border-line pl-3">
            <p className="whitespace-pre-line break-words">{sentenceOf(item, currency, language)}</p>
            <p className="text-xs text-muted">
              <time dateTime={item.at.toISOString()}>{timeIn(item.at, language)}</time>
              {causeOf(item, language) && ` · ${causeOf(item, language)}`}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function sentenceOf(item: TimelineItem, currency: string, language: Language): string {
  const words = orderDeskWordsIn(language);
  const amount = (minor: number) => moneyIn(minor, currency, language);
  switch (item.is) {
    case 'placed':
      return words.placed(amount(item.amountMinor));
    case 'money':
      return item.amountMinor < 0 ? words.moneyOut(amount(-item.amountMinor)) : words.moneyIn(amount(item.amountMinor));
    case 'sent':
      return words.sent(item.items);
    case 'delivered':
      return words.delivered(item.items);
    case 'address':
      return words.address(item.before);
    case 'cancelled':
      return words.cancelled;
    case 'disputed':
      return words.disputed(disputeStatusName(item.provider, item.status, language));
    case 'note':
      return `${words.note}: ${item.text}`;
    case 'message':
      return `${purposeName(item.purpose, language)}: ${messageStateName(item.status, language)} ${
        item.status === 'sent' ? threadWayName(item.how, language) : failureName(item.failure, language)
      }`.trim();
    case 'mail':
      return `${mailName(item.kind, language)}: ${messageStateName(item.status, language)} ${failureName(item.failure, language)}`.trim();
  }
}

function causeOf(item: TimelineItem, language: Language): string {
  const words = orderDeskWordsIn(language);
  const named = (names: Record<string, string>, key: string) => names[key] ?? key;
  if (item.is === 'money') {
    const [why = ''] = item.why.split(':');
    return [named(words.why, why), named(words.who, item.who)].join(' · ');
  }
  return 'who' in item && item.who !== null ? named(words.who, item.who) : '';
}
