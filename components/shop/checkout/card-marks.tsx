import { type CardNetwork, NETWORK_NAMES } from '@/lib/domain/payments/card-networks';
import type { WayWords } from '@/lib/domain/words/ways';

type MarksProps = { networks: readonly CardNetwork[]; intlLocale: string; words: WayWords };

/** The networks' marks, said aloud as one sentence. */
export function CardMarks({ networks, intlLocale, words }: MarksProps) {
  const names = new Intl.ListFormat(intlLocale).format(networks.map((network) => NETWORK_NAMES[network] ?? network));
  return (
    <span role="img" aria-label={words.networks(names)} className="flex shrink-0 gap-1">
      {networks.map((network) => (
        <CardMark key={network} network={network} />
      ))}
    </span>
  );
}

/** A network's mark in its colours, on white in dark mode too, as the networks ask. */
export function CardMark({ network }: { network: string }) {
  return (
    <svg viewBox="0 0 38 24" width={38} height={24} aria-hidden="true" className="rounded-sm">
      <rect
        x=".5"
        y=".5"
        width="37"
        height="23"
        rx="3.5"
        fill={network === 'amex' ? '#1f72cd' : '#fff'}
        stroke="#d5dae0"
      />
      <Drawing network={network} />
    </svg>
  );
}

function Drawing({ network }: { network: string }) {
  if (network === 'mastercard')
    return (
      <>
        <circle cx="15" cy="12" r="7" fill="#eb001b" />
        <circle cx="23" cy="12" r="7" fill="#f79e1b" />
        <path d="M19 6.3a7 7 0 0 1 0 11.4 7 7 0 0 1 0-11.4Z" fill="#ff5f00" />
      </>
    );
  if (network === 'amex')
    return (
      <text x="19" y="15.6" textAnchor="middle" fontSize="9" fontWeight="700" fill="#fff" fontFamily="sans-serif">
        AMEX
      </text>
    );
  if (network === 'visa')
    return (
      <text
        x="19"
        y="16.2"
        textAnchor="middle"
        fontSize="11.5"
        fontWeight="800"
        fontStyle="italic"
        fill="#1434cb"
        fontFamily="sans-serif"
      >
        VISA
      </text>
    );
  return <path d="M4 9h30v3H4zM4 16h10v2H4z" fill="#5b6770" />;
}
