import type { WireEntry } from '@/e2e/simulator/world/wire';
import { jsonPieces, readableBody } from './readable-body';

const SIGNATURES = ['x-hub-signature-256', 'x-hub-signature', 'stripe-signature', 'idempotency-key', 'authorization'];
const COLOUR = { name: 'text-brand', string: 'text-ink', figure: 'text-warn', plain: 'text-soft' };

function Body({ body, contentType }: { body: string; contentType: string }) {
  if (!body) return <p className="px-4 py-3 text-[13px] text-soft">No body.</p>;
  const { text, json } = readableBody(body, contentType);
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-96 overflow-auto px-4 py-3 font-mono text-[12px] leading-relaxed break-words whitespace-pre-wrap focus-visible:outline-offset-[-3px]"
    >
      {json
        ? jsonPieces(text).map((piece) => (
            <span key={piece.at} className={COLOUR[piece.kind]}>
              {piece.text}
            </span>
          ))
        : text}
    </pre>
  );
}

function Headers({ headers }: { headers: Record<string, string> }) {
  const rows = Object.entries(headers);
  if (rows.length === 0) return null;
  return (
    <details className="border-t border-line">
      <summary className="min-h-9 cursor-pointer px-4 py-2 text-[13px] text-soft focus-visible:outline-offset-[-3px]">
        {rows.length} headers
      </summary>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-0.5 px-4 pb-3 font-mono text-[12px]">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="min-w-0 break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Half({ title, headers, body }: { title: string; headers: Record<string, string>; body: string }) {
  return (
    <section aria-label={title} className="min-w-0 overflow-hidden rounded-xl border border-line bg-surface">
      <h2 className="border-b border-line px-4 py-1.5 text-[12px] font-semibold tracking-wide text-soft uppercase">
        {title}
      </h2>
      <Body body={body} contentType={headers['content-type'] ?? ''} />
      <Headers headers={headers} />
    </section>
  );
}

/** Both halves of one exchange, with what proves its origin on top. */
export function WireDetail({ entry }: { entry: WireEntry }) {
  const proofs = Object.entries(entry.requestHeaders).filter(([name]) => SIGNATURES.includes(name.toLowerCase()));
  return (
    <div className="flex flex-col gap-3 bg-sunken px-5 pt-1 pb-5">
      <p className="font-mono text-[12px] break-all text-soft">{entry.url}</p>
      {proofs.length > 0 ? (
        <dl className="rounded-xl border border-line bg-mist px-4 py-2 text-[12px]">
          {proofs.map(([name, value]) => (
            <div key={name} className="flex flex-wrap gap-x-3 py-0.5">
              <dt className="font-semibold text-brand">{name}</dt>
              <dd className="min-w-0 font-mono break-all">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <Half title="Request" headers={entry.requestHeaders} body={entry.requestBody} />
      <Half
        title={
          entry.status === null ? 'Waiting for the answer' : entry.status === 0 ? 'Cut off' : `Answer ${entry.status}`
        }
        headers={entry.responseHeaders}
        body={entry.responseBody}
      />
    </div>
  );
}
