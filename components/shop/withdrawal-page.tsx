import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { PageMarket } from '@/lib/domain/market';
import type { Declaration } from '@/lib/domain/withdrawals/declaration';
import { momentText } from '@/lib/domain/withdrawals/write-receipt';
import { withdrawalWords } from '@/lib/domain/words/withdrawal';
import { ShopFrame } from './shop-frame';

type WithdrawalProps = {
  market: PageMarket;
  shopName: string;
  requestId: string;
  /** What she typed before, or the number of the order that she came from. */
  typed: Partial<Record<'name' | 'number' | 'email', string>>;
  received: { declaration: Declaration; declaredAt: Date } | 'over' | null;
  problem: string | null;
};

/** The withdrawal function of § 356a BGB: for everybody, without signing in, with or without script. */
export function WithdrawalPage({ market, shopName, received, ...form }: WithdrawalProps) {
  const words = withdrawalWords[market.language];
  const isReceipt = received !== null && received !== 'over';
  return (
    <ShopFrame market={market} shopName={shopName} current={null}>
      <div className="safe-x mx-auto max-w-text pt-4">
        <h1 className="text-lg md:text-xl">{isReceipt ? words.received.title : words.title}</h1>
        {received === 'over' && <Notice tone="news">{words.received.over}</Notice>}
        {isReceipt ? <Receipt {...received} market={market} /> : <Form {...form} market={market} />}
      </div>
    </ShopFrame>
  );
}

function Form({ market, requestId, typed, problem }: Omit<WithdrawalProps, 'received' | 'shopName'>) {
  const words = withdrawalWords[market.language];
  return (
    <>
      <p className="mt-2 mb-5 text-muted">{words.text}</p>
      {problem && <Notice tone="error">{problem}</Notice>}
      <form action="/api/withdrawal" method="post" className="mt-5 grid gap-4">
        <input type="hidden" name="requestId" value={requestId} />
        <p>{words.statement}</p>
        <TextField
          name="name"
          label={words.name}
          autoComplete="name"
          defaultValue={typed.name}
          required
          maxLength={200}
        />
        <TextField
          name="number"
          label={words.number}
          hint={words.numberHint}
          defaultValue={typed.number}
          required
          maxLength={60}
        />
        <TextField
          name="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          defaultValue={typed.email}
          autoComplete="email"
          inputMode="email"
          required
          maxLength={254}
        />
        <button type="submit" className={buttonClass('primary', 'w-full')}>
          {words.confirm}
        </button>
      </form>
      <p className="mt-4 text-sm">
        <a
          href="/shop/legal/withdrawal"
          className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
        >
          {words.notice}
        </a>
      </p>
    </>
  );
}

function Receipt({
  declaration,
  declaredAt,
  market,
}: {
  declaration: Declaration;
  declaredAt: Date;
  market: PageMarket;
}) {
  const words = withdrawalWords[market.language];
  const rows = [
    [words.received.at, momentText(declaredAt, market)],
    [words.name, declaration.name],
    [words.number, declaration.number],
    [words.email, declaration.email],
  ] as const;
  return (
    <>
      <p className="mt-2 text-muted">{words.received.next}</p>
      <h2 className="mt-6 text-sm">{words.received.print}</h2>
      <p className="mt-1">{words.statement}</p>
      <dl className="mt-3 divide-y divide-line border-y border-line text-sm">
        {rows.map(([name, value]) => (
          <div key={name} className="py-2">
            <dt className="text-muted">{name}</dt>
            <dd className="font-bold break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-muted">{words.received.mailed(declaration.email)}</p>
    </>
  );
}
