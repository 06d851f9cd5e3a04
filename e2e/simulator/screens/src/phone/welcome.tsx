import type { ScreenThread } from '@/e2e/simulator/messenger/screen-contract';
import { Avatar } from '@/e2e/simulator/screens/src/ui/avatar';
import { usePhone } from './phone-context';

/** What a person sees before her first word. Ice breakers go before Get Started, as on the platform. */
export function Welcome({ welcome }: { welcome: NonNullable<ScreenThread['welcome']> }) {
  const { state, tap } = usePhone();
  return (
    <section aria-label="Welcome" className="flex flex-col items-center gap-3 px-6 pt-8 pb-4 text-center">
      <span className="rounded-full bg-surface p-1 shadow-lg ring-1 ring-line">
        <Avatar name={state.page.name} url={state.page.iconUrl} size={92} />
      </span>
      <h2 className="text-2xl font-semibold tracking-tight">{state.page.name}</h2>
      <p className="text-sm text-soft">Typically replies instantly</p>
      {welcome.greeting ? <p className="max-w-[32ch] text-[15px] text-pretty">{welcome.greeting}</p> : null}
      {welcome.iceBreakers.length > 0 ? (
        <div className="flex w-full flex-col gap-2 pt-4">
          {welcome.iceBreakers.map((iceBreaker, index) => (
            <button
              key={iceBreaker.payload}
              type="button"
              onClick={() => tap({ iceBreaker: index })}
              className="min-h-12 rounded-2xl bg-mist px-4 py-2.5 text-[15px] font-medium text-brand hover:brightness-95"
            >
              {iceBreaker.question}
            </button>
          ))}
        </div>
      ) : null}
      {welcome.getStarted && welcome.iceBreakers.length === 0 ? (
        <>
          <p className="pt-6 text-xs text-soft text-pretty">
            When you tap Get Started, {state.page.name} will see your public name and picture.
          </p>
          <button
            type="button"
            onClick={() => tap({ getStarted: true })}
            className="min-h-12 w-full rounded-full bg-brand px-6 text-[16px] font-semibold text-on-brand shadow-sm hover:brightness-110"
          >
            Get Started
          </button>
        </>
      ) : null}
    </section>
  );
}
