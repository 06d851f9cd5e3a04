import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { CARD_NETWORKS } from '@/lib/domain/payments/card-networks';
import { wayWords } from '@/lib/domain/words/ways';
import { CardMarks } from './card-marks';
import { payByCard } from './pay-by-card';
import type { PayStepProps } from './pay-model';
import type { Way } from './way';

/** A card typed into the provider's own fields. */
export function cardWay({ start, buyer, fields, details, quote, payment, words }: PayStepProps): Way {
  const { card } = fields;
  const tools = { tell: payment.tell, wait: payment.wait };
  return {
    id: 'card',
    title: wayWords[start.language].card,
    aside: <CardMarks networks={CARD_NETWORKS} intlLocale={start.intlLocale} words={wayWords[start.language]} />,
    panel: <CardPanel start={start} buyer={buyer} fields={fields} words={words} />,
    isReady: fields.state === 'ready' && card !== null,
    pay: () => {
      if (card) void payment.run('card', () => payByCard({ start, card, details, quote, tools, keep: fields.keep }));
    },
  };
}

function CardPanel({ start, buyer, fields, words }: Pick<PayStepProps, 'start' | 'buyer' | 'fields' | 'words'>) {
  return (
    <>
      {fields.state === 'unreachable' ? (
        <Notice tone="error">
          {words.pay.unreachable}{' '}
          <button type="button" onClick={() => window.location.reload()} className="min-h-11 font-bold underline">
            {words.pay.reload}
          </button>
        </Notice>
      ) : (
        <div className="relative min-h-60">
          {fields.state === 'loading' && (
            <p className="absolute inset-0 grid place-items-center text-sm text-muted">{words.pay.loading}</p>
          )}
          {/* A frame whose page is light stays see-through only where it is light around it, too. */}
          <div ref={fields.node} className="scheme-light" />
        </div>
      )}
      <p className="mt-3 flex items-center gap-2 text-xs text-muted">
        <Icon name="lock" size={16} className="shrink-0" />
        {words.pay.safe}
      </p>
      {buyer.isInThread && (
        <label className="mt-3 flex min-h-11 items-start gap-3 text-sm">
          <input
            type="checkbox"
            checked={fields.keep}
            onChange={(event) => fields.setKeep(event.target.checked)}
            className="mt-0.5 size-5 shrink-0 accent-brand"
          />
          <span>
            {wayWords[start.language].kept.consent}
            <span className="block text-xs text-muted">{wayWords[start.language].kept.consentHint}</span>
          </span>
        </label>
      )}
    </>
  );
}
