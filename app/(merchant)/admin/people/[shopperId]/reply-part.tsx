import { CONTROL_CLASS } from '@/components/admin/control-class';
import { MailForm, SendProductForm } from '@/components/admin/conversation-forms';
import { DraftForm } from '@/components/admin/draft-form';
import { durationIn } from '@/components/admin/durations';
import { moneyIn } from '@/components/admin/formats';
import { Calm } from '@/components/admin/parts';
import { type PeopleWords, peopleWordsIn } from '@/components/admin/people-words';
import { ReplyForm } from '@/components/admin/reply-form';
import { buttonClass } from '@/components/ui/button';
import { type Language, textIn } from '@/lib/domain/market';
import type { ReplyBox } from '@/lib/domain/messaging/reply-box';
import { orderLabel } from '@/lib/domain/orders/status';
import { reply, sendDraft, sendMail, sendProduct } from './actions';
import type { FoundConversation } from './read-conversation';

type Props = { found: FoundConversation; language: Language };

/** What can be said to her now; where the thread is shut, why, and what works all the same. */
export function ReplyPart({ found, language }: Props) {
  const words = peopleWordsIn(language);
  const { conversation, box, canned, start, now, newId } = found;
  if (box.is === 'shut') return <ShutPart found={found} box={box} language={language} />;
  const left = box.until === null ? null : durationIn(box.until.getTime() - now.getTime(), language);
  const hint = left === null ? words.openUnknown : words[box.is](left);
  return (
    <div className="grid gap-1 rounded-lg border border-line bg-raised p-4">
      <ReplyForm
        action={reply}
        shopperId={conversation.shopperId}
        requestId={newId()}
        label={words.reply(conversation.firstName ?? words.nameless)}
        hint={hint}
        words={{
          send: words.send,
          sent: words.sent,
          keys: words.sendKeys,
          canned: words.canned,
          noCanned: words.noCanned,
        }}
        canned={canned}
        start={start}
      />
      <ProductPicker found={found} language={language} words={words} />
      <details className="text-sm">
        <summary className="inline-flex min-h-11 items-center text-brand underline underline-offset-4">
          {words.draft}
        </summary>
        <DraftForm action={sendDraft} shopperId={conversation.shopperId} requestId={newId()} language={language} />
      </details>
    </div>
  );
}

type ShutProps = Props & { box: Extract<ReplyBox, { is: 'shut' }> };

function ShutPart({ found, box, language }: ShutProps) {
  const words = peopleWordsIn(language);
  const { conversation, orders, newId } = found;
  const reasons: Partial<Record<typeof box.because, string>> = words.shut;
  return (
    <div className="grid gap-3 rounded-lg border border-line bg-raised p-4">
      <p role="status" className="rounded-md bg-notice-soft px-4 py-3 text-sm">
        {reasons[box.because] ?? words.shut.unreachable}
      </p>
      {box.because !== 'led_elsewhere' && (
        <>
          <h2 className="text-sm">{words.otherWay}</h2>
          <Calm>{orders.length > 0 ? words.mailLead : words.noOtherWay}</Calm>
          {orders.length > 0 && (
            <MailForm
              action={sendMail}
              shopperId={conversation.shopperId}
              requestId={newId()}
              orders={orders.map(({ id, number }) => ({ id, label: orderLabel(number) }))}
              language={language}
            />
          )}
        </>
      )}
    </div>
  );
}

function ProductPicker({ found, language, words }: Props & { words: PeopleWords }) {
  const { conversation, products, find, market, newId } = found;
  return (
    <details open={find !== undefined} className="text-sm">
      <summary className="inline-flex min-h-11 items-center text-brand underline underline-offset-4">
        {words.products}
      </summary>
      <search>
        <form method="get" className="flex flex-wrap gap-2">
          <label htmlFor="find" className="sr-only">
            {words.findProduct}
          </label>
          <input
            type="search"
            id="find"
            name="find"
            defaultValue={find}
            placeholder={words.findProduct}
            className={`${CONTROL_CLASS} min-w-0 flex-1`}
          />
          <button type="submit" className={buttonClass('quiet', 'min-h-11 px-3 text-sm')}>
            {words.find}
          </button>
        </form>
      </search>
      {find !== undefined && products.length === 0 && <p className="mt-2 text-xs text-muted">{words.noProduct}</p>}
      <ul className="mt-2 grid gap-1">
        {products.map((product) => {
          const title = textIn(product.title, market.language);
          return (
            <li key={product.slug} className="flex flex-wrap items-center justify-between gap-2">
              <span className="text-xs text-muted tabular-nums">
                {product.fromMinor === null ? '–' : moneyIn(product.fromMinor, market.currency, language)}
              </span>
              <SendProductForm
                action={sendProduct}
                shopperId={conversation.shopperId}
                requestId={newId()}
                slug={product.slug}
                label={words.sendProduct(title)}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
