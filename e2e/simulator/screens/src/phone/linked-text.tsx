const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

/** Text with its web addresses made tappable. */
export function LinkedText({ text }: { text: string }) {
  let at = 0;
  return text.split(ADDRESS).map((part) => {
    const key = at;
    at += part.length;
    if (!part.startsWith('http://') && !part.startsWith('https://')) return part;
    return (
      <a key={key} href={part} target="_blank" rel="noreferrer" className="underline underline-offset-2">
        {part}
      </a>
    );
  });
}
