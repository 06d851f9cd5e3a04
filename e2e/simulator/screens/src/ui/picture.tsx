/** A picture from wherever the shop keeps it. Without words of its own it only decorates the title beside it. */
export function Picture(props: { url: string; words?: string; className: string; onBroken?: () => void }) {
  return (
    // biome-ignore lint/performance/noImgElement: there is no Next here
    <img
      src={props.url}
      alt={props.words ?? ''}
      loading="lazy"
      onError={props.onBroken}
      className={`bg-bubble object-cover ${props.className}`}
    />
  );
}
