import type { AdSettings } from '@/lib/domain/ads/ad';
import { threadPictureAddress } from '@/lib/domain/catalogue/picture';
import type { Product } from '@/lib/domain/catalogue/product';
import type { AdWords } from './ad-words';
import { Panel } from './parts';

type PreviewProps = { settings: AdSettings; product: Product | null; words: AdWords };

/** The ad as people will meet it: in their feed, and as the first thing in the thread. */
export function AdPreview({ settings, product, words }: PreviewProps) {
  const file = product?.images[0]?.file;
  const { welcome } = settings;
  return (
    <>
      <Panel title={words.inFeed}>
        <p className="text-sm">{settings.text}</p>
        {file && (
          // biome-ignore lint/performance/noImgElement: a fixed rendition of the shop's own
          <img src={threadPictureAddress(file)} alt="" width={600} height={314} className="rounded-md" />
        )}
        <div className="flex items-center justify-between gap-3">
          <strong className="text-sm">{settings.headline}</strong>
          <span className="rounded-md bg-sunken px-3 py-2 text-sm font-bold">{words.sendMessage}</span>
        </div>
      </Panel>
      {welcome.kind === 'message' && (
        <Panel title={words.inThread}>
          <p className="justify-self-start rounded-lg bg-sunken px-3 py-2 text-sm">{welcome.text}</p>
          <ul className="flex flex-wrap gap-2">
            {welcome.iceBreakers.map(({ title }) => (
              <li key={title} className="rounded-full border border-edge px-3 py-1 text-sm">
                {title}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
