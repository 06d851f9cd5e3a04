/** Shows a merchant's plain text: blank lines part paragraphs, "## " makes a heading. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className="prose text-sm leading-relaxed">
      {text.split(/\n{2,}/).map((part) =>
        part.startsWith('## ') ? (
          <h2 key={part}>{part.slice(3)}</h2>
        ) : (
          <p key={part} className="whitespace-pre-line">
            {part}
          </p>
        ),
      )}
    </div>
  );
}
