import type { ScreenContent } from '@/e2e/simulator/messenger/screen-contract';
import { Picture } from '@/e2e/simulator/screens/src/ui/picture';
import { usePhone } from './phone-context';
import { TemplateButtons } from './template-buttons';

type Of<Kind extends ScreenContent['kind']> = Extract<ScreenContent, { kind: Kind }>;
type Form<Kind extends ScreenContent['kind']> = { mid: string; content: Of<Kind>; answer: string | undefined };
const FRAME = 'w-full max-w-72 overflow-hidden rounded-[20px] border border-line bg-raised';
const ROW = 'flex min-h-11 w-full items-center justify-center border-t border-line px-3 text-[15px] font-semibold';

export function Coupon({ mid, content }: { mid: string; content: Of<'coupon'> }) {
  return (
    <div className={FRAME}>
      {content.imageUrl ? <Picture url={content.imageUrl} className="aspect-[1.91] w-full" /> : null}
      <p className="flex flex-col gap-0.5 border-l-4 border-sun px-3.5 py-3">
        <b className="text-[15.5px] leading-snug font-semibold">{content.title}</b>
        <span className="text-[13.5px] text-soft">{content.subtitle}</span>
      </p>
      <TemplateButtons mid={mid} buttons={content.buttons} title={content.title} />
    </div>
  );
}

function Privacy({ url }: { url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="block px-3.5 pb-3 text-[13px] text-soft underline underline-offset-2"
    >
      Privacy policy
    </a>
  );
}

function Given({ answer }: { answer: string }) {
  return <p className={`${ROW} text-soft`}>Sent: {answer}</p>;
}

/** Messenger's own form: one question, answered with one tap. */
export function Feedback({ mid, content, answer }: Form<'feedback'>) {
  const { tap } = usePhone();
  const stars = content.scores.length === 5;
  return (
    <div className={FRAME}>
      <p className="flex flex-col gap-0.5 px-3.5 pt-3 pb-1">
        <b className="text-[15.5px] leading-snug font-semibold">{content.title}</b>
        <span className="text-[13.5px] text-soft">{content.subtitle}</span>
        <span className="pt-1 text-[15px]">{content.question}</span>
      </p>
      <Privacy url={content.privacyUrl} />
      {answer === undefined ? (
        <fieldset
          aria-label={content.question ?? content.title}
          className="flex flex-wrap justify-center border-t border-line"
        >
          {content.scores.map((score) => (
            <button
              key={score}
              type="button"
              aria-label={stars ? `${score} of 5 stars` : String(score)}
              onClick={() => tap({ form: { mid, score } })}
              className="min-h-11 min-w-11 text-xl text-brand hover:bg-mist"
            >
              {stars ? '★' : score}
            </button>
          ))}
        </fieldset>
      ) : (
        <Given answer={answer} />
      )}
    </div>
  );
}

/** Messenger's own form for a shipping address, filled in from what she keeps there. */
export function Information({ mid, content, answer }: Form<'information'>) {
  const { tap } = usePhone();
  return (
    <div className={FRAME}>
      <p className="flex flex-col gap-0.5 px-3.5 pt-3 pb-1">
        <b className="text-[15.5px] leading-snug font-semibold">Shipping address</b>
        <span className="text-[13.5px] text-soft">
          {content.countries.join(', ')} · within {content.days === 1 ? 'a day' : `${content.days} days`}
        </span>
      </p>
      <Privacy url={content.privacyUrl} />
      {answer === undefined ? (
        <button type="button" onClick={() => tap({ form: { mid } })} className={`${ROW} text-brand hover:bg-mist`}>
          Share my address
        </button>
      ) : (
        <Given answer={answer} />
      )}
    </div>
  );
}

export function Flight({ content }: { content: Of<'flight'> }) {
  return (
    <div className={FRAME}>
      <p className="bg-bubble px-3.5 py-2.5 text-[15.5px] leading-snug">{content.text}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 px-3.5 py-2.5 text-[14px]">
        {content.rows.map(({ label, value }) => (
          <div key={`${label} ${value}`} className="contents">
            <dt className="text-soft">{label}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
