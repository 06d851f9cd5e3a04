import type { ScreenBubble } from '@/e2e/simulator/messenger/screen-contract';
import { clockTime } from '@/e2e/simulator/screens/src/client/format';
import { Avatar } from '@/e2e/simulator/screens/src/ui/avatar';
import { Picture } from '@/e2e/simulator/screens/src/ui/picture';
import { BubbleAttribution } from './bubble-attribution';
import { ButtonTemplate } from './button-template';
import { Coupon, Feedback, Flight, Information } from './form-bubbles';
import { GenericTemplate } from './generic-template';
import { LinkedText } from './linked-text';
import { ListTemplate } from './list-template';
import { FileBubble, ImageGrid, MediaTemplate, Sticker } from './media-bubbles';
import { usePhone } from './phone-context';
import { ReceiptBubble } from './receipt-bubble';
import { Tick } from './tick';

type Props = { bubble: ScreenBubble; first: boolean; last: boolean; lastOfHers: boolean };

function cornersOf({ bubble, first, last }: Props): string {
  if (bubble.from === 'person') return `${first ? '' : 'rounded-tr-md'} ${last ? '' : 'rounded-br-md'}`;
  return `${first ? '' : 'rounded-tl-md'} ${last ? '' : 'rounded-bl-md'}`;
}

function Content(props: Props) {
  const { bubble } = props;
  const { content } = bubble;
  const mine = bubble.from === 'person';
  const tone = mine ? 'bg-mine text-white' : 'bg-bubble text-ink';
  switch (content.kind) {
    case 'text':
      return (
        <p
          className={`max-w-full rounded-[20px] px-3.5 py-2 text-[15.5px] leading-snug break-words whitespace-pre-wrap ${tone} ${cornersOf(props)}`}
        >
          <LinkedText text={content.text} />
        </p>
      );
    case 'generic':
      return <GenericTemplate mid={bubble.mid} content={content} />;
    case 'button':
      return <ButtonTemplate mid={bubble.mid} text={content.text} buttons={content.buttons} />;
    case 'receipt':
      return <ReceiptBubble receipt={content.receipt} />;
    case 'image':
      return <Picture url={content.url} words="Sent by the page" className="w-60 rounded-[20px]" />;
    case 'list':
      return <ListTemplate mid={bubble.mid} content={content} />;
    case 'media':
      return <MediaTemplate mid={bubble.mid} content={content} />;
    case 'grid':
      return <ImageGrid mid={bubble.mid} content={content} />;
    case 'file':
      return <FileBubble content={content} />;
    case 'sticker':
      return <Sticker id={content.id} />;
    case 'coupon':
      return <Coupon mid={bubble.mid} content={content} />;
    case 'feedback':
      return <Feedback mid={bubble.mid} content={content} answer={bubble.answer} />;
    case 'information':
      return <Information mid={bubble.mid} content={content} answer={bubble.answer} />;
    case 'flight':
      return <Flight content={content} />;
  }
}

export function Bubble(props: Props) {
  const { state, locale } = usePhone();
  const { bubble, last, lastOfHers } = props;
  const mine = bubble.from === 'person';
  // Cards use the whole width of the phone so that a carousel can run under both edges.
  const wide = bubble.content.kind === 'generic';
  const speaker = bubble.persona ?? { name: state.page.name, pictureUrl: state.page.iconUrl };
  return (
    <div
      title={clockTime(bubble.atMs, locale)}
      className={`flex items-end gap-2 ${mine ? 'justify-end pr-3 pl-16' : wide ? 'pl-3' : 'pr-12 pl-3'}`}
    >
      {mine ? null : (
        <span className="w-7 shrink-0">
          {last ? <Avatar name={speaker.name} url={speaker.pictureUrl} size={28} /> : null}
        </span>
      )}
      <div className={`flex min-w-0 flex-col gap-1 ${mine ? 'items-end' : 'grow items-start'}`}>
        <span className="sr-only">{mine ? 'You:' : `${speaker.name}:`}</span>
        {bubble.persona && props.first ? (
          <span aria-hidden="true" className="px-1 text-xs text-soft">
            {speaker.name}
          </span>
        ) : null}
        {bubble.sharedBy ? <BubbleAttribution sharedBy={bubble.sharedBy} /> : null}
        <Content {...props} />
        {lastOfHers ? <Tick delivered={bubble.delivered} read={bubble.read} /> : null}
      </div>
    </div>
  );
}
