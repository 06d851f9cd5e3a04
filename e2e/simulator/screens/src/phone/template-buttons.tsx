import type { ScreenButton } from '@/e2e/simulator/messenger/screen-contract';
import { money } from '@/e2e/simulator/screens/src/client/format';
import { Icon, type IconName } from '@/e2e/simulator/screens/src/ui/icon';
import { usePhone } from './phone-context';

type Props = { mid: string; card?: number; buttons: ScreenButton[]; title: string };

function iconOf(button: ScreenButton): IconName | null {
  if (button.type === 'element_share') return 'share';
  if (button.type === 'payment') return 'bag';
  return null;
}

function priceOf(button: ScreenButton, locale: string): string | null {
  if (button.type !== 'payment') return null;
  const total = button.summary.lines.reduce((sum, line) => sum + Number(line.amount), 0);
  return money(total, button.summary.currency, locale);
}

/** The rows under a card or a text. A share row asks for a person first; every other one is a tap. */
export function TemplateButtons({ mid, card, buttons, title }: Props) {
  const { tap, share, locale } = usePhone();
  return buttons.map((button, index) => {
    const icon = iconOf(button);
    const price = priceOf(button, locale);
    const where = { mid, button: index, ...(card === undefined ? {} : { card }) };
    const onClick = () => {
      if (button.type !== 'element_share') tap({ button: where });
      else share({ title, send: (shareWith) => tap({ button: { ...where, shareWith } }) });
    };
    return (
      <button
        key={`${button.type} ${button.title}`}
        type="button"
        onClick={onClick}
        className="flex min-h-11 w-full items-center justify-center gap-2 border-t border-line px-3 text-[15px] font-semibold text-brand hover:bg-mist focus-visible:outline-offset-[-3px]"
      >
        {icon ? <Icon name={icon} size={17} /> : null}
        {button.title}
        {price ? <span className="font-normal text-soft tabular-nums">{price}</span> : null}
      </button>
    );
  });
}
