import { CARD_NETWORKS } from '@/lib/domain/payments/card-networks';
import { hostedWords } from '@/lib/domain/words/provider-pages';
import { wayWords } from '@/lib/domain/words/ways';
import { CardMarks } from './card-marks';
import type { PayStepProps } from './pay-model';
import { useProviderPage } from './use-provider-page';
import type { Way } from './way';

/** A card on Stripe's own page, for where Stripe's fields do not load. It needs nothing of Stripe in this page. */
export function useHostedWay(props: PayStepProps): Way {
  const { language, intlLocale } = props.start;
  const words = hostedWords[language];
  const page = useProviderPage(props, 'hosted');
  return {
    id: 'hosted',
    title: words.title,
    aside: <CardMarks networks={CARD_NETWORKS} intlLocale={intlLocale} words={wayWords[language]} />,
    isReady: true,
    pay: page.pay,
    panel: (
      <>
        <p className="text-sm">{words.why}</p>
        <div className="mt-2">{page.panel}</div>
        <button type="button" onClick={() => window.location.reload()} className="mt-1 min-h-11 text-sm underline">
          {words.reload}
        </button>
      </>
    ),
  };
}
