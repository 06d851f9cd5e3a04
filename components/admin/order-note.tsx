import type { Language } from '@/lib/domain/market';
import { Badge, Panel } from './parts';

const WORDS = {
  de: { title: 'Nachricht der Kundin', gift: 'Geschenk: ohne Rechnung ins Paket' },
  en: { title: 'Message of the shopper', gift: 'Gift: no invoice into the parcel' },
};

/** What she wants said with her order, and whether it is a present; nothing where there is neither. */
export function OrderNote({ note, isGift, language }: { note: string; isGift: boolean; language: Language }) {
  if (!note && !isGift) return null;
  return (
    <Panel title={WORDS[language].title}>
      {isGift && <Badge>{WORDS[language].gift}</Badge>}
      {note && <p className="mt-1 text-sm break-words whitespace-pre-line">{note}</p>}
    </Panel>
  );
}
