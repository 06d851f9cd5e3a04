import type { ScreenContent } from '@/e2e/simulator/messenger/screen-contract';
import { Icon, type IconName } from '@/e2e/simulator/screens/src/ui/icon';
import { Picture } from '@/e2e/simulator/screens/src/ui/picture';
import { TemplateButtons } from './template-buttons';

type Of<Kind extends ScreenContent['kind']> = Extract<ScreenContent, { kind: Kind }>;
const FRAME = 'w-full max-w-72 overflow-hidden rounded-[20px] border border-line bg-raised';
const FILES: Record<Of<'file'>['type'], { icon: IconName; word: string }> = {
  audio: { icon: 'sound', word: 'Voice message' },
  video: { icon: 'play', word: 'Video' },
  file: { icon: 'file', word: 'File' },
};
/** Meta's thumb, the only sticker that anybody sends by its number. */
const THUMB = '369239263222822';

function NoPicture({ type }: { type: 'image' | 'video' }) {
  return (
    <p className="grid aspect-[1.91] w-full place-items-center bg-bubble text-soft">
      <Icon name={type === 'video' ? 'play' : 'picture'} size={34} />
      <span className="sr-only">{type === 'video' ? 'A video' : 'A picture'}</span>
    </p>
  );
}

/** A film shows its first frame and a sign to play it; nothing is fetched before she taps. */
function Media({ type, url }: { type: 'image' | 'video'; url: string | null }) {
  if (!url) return <NoPicture type={type} />;
  if (type === 'image') return <Picture url={url} words="Sent by the page" className="aspect-[1.91] w-full" />;
  return (
    <a href={url} target="_blank" rel="noreferrer" aria-label="Play the video">
      <NoPicture type="video" />
    </a>
  );
}

export function MediaTemplate({ mid, content }: { mid: string; content: Of<'media'> }) {
  return (
    <div className={FRAME}>
      <Media type={content.type} url={content.url} />
      <TemplateButtons mid={mid} buttons={content.buttons} title="the picture" />
    </div>
  );
}

/** Two to six pictures; a hero takes the whole width. */
export function ImageGrid({ mid, content }: { mid: string; content: Of<'grid'> }) {
  return (
    <div className={FRAME}>
      <div className="grid grid-cols-2 gap-0.5">
        {content.images.map(({ url, hero }) => (
          <Picture
            key={url}
            url={url}
            words="Sent by the page"
            className={`w-full ${hero ? 'col-span-2 aspect-[1.91]' : 'aspect-square'}`}
          />
        ))}
      </div>
      {content.title || content.subtitle ? (
        <p className="flex flex-col gap-0.5 px-3.5 py-2.5">
          <b className="text-[15.5px] leading-snug font-semibold">{content.title}</b>
          <span className="text-[13.5px] text-soft">{content.subtitle}</span>
        </p>
      ) : null}
      <TemplateButtons mid={mid} buttons={content.buttons} title={content.title ?? 'the pictures'} />
    </div>
  );
}

export function FileBubble({ content }: { content: Of<'file'> }) {
  const { icon, word } = FILES[content.type];
  const inside = (
    <>
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-mist text-brand">
        <Icon name={icon} size={20} />
      </span>
      <span className="font-semibold">{word}</span>
    </>
  );
  const shape = 'flex min-h-12 items-center gap-3 rounded-[20px] bg-bubble py-1.5 pr-5 pl-2 text-[15px]';
  return content.url ? (
    <a href={content.url} target="_blank" rel="noreferrer" className={shape}>
      {inside}
    </a>
  ) : (
    <p className={shape}>{inside}</p>
  );
}

export function Sticker({ id }: { id: string }) {
  return (
    <p className="px-1 py-0.5 text-brand">
      <Icon name={id === THUMB ? 'thumb' : 'picture'} size={44} />
      <span className="sr-only">{id === THUMB ? 'Thumbs up' : 'A sticker'}</span>
    </p>
  );
}
