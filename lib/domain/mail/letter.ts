/** What a letter is made of; text and HTML are two ways to write the same parts. */
export type LetterPart =
  | { is: 'title' | 'heading' | 'paragraph'; text: string }
  | { is: 'rows'; rows: { name: string; amount: string; strong?: boolean }[] }
  | { is: 'link'; label: string; url: string };

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A letter as plain text: readable as it stands, also read aloud. */
export function letterAsText(parts: readonly LetterPart[]): string {
  return `${parts.map(partAsText).join('\n\n')}\n`;
}

/** The same letter as HTML: every word escaped, styles inline, nothing fetched from anywhere. `url` must be https: our own, or a carrier's from the table of them. */
export function letterAsHtml(parts: readonly LetterPart[], page: { language: string; title: string }): string {
  const body = parts.map(partAsHtml).join('\n');
  return `<!doctype html>
<html lang="${escapeHtml(page.language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(page.title)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1c1e21;background:#ffffff">
<main style="max-width:600px;margin:0 auto">
${body}
</main>
</body>
</html>
`;
}

function partAsText(part: LetterPart): string {
  switch (part.is) {
    case 'title':
      return `${part.text}\n${'='.repeat(Math.min(part.text.length, 60))}`;
    case 'heading':
      return `${part.text}\n${'-'.repeat(Math.min(part.text.length, 60))}`;
    case 'paragraph':
      return part.text;
    case 'rows':
      return part.rows.map(({ name, amount }) => `${name}: ${amount}`).join('\n');
    case 'link':
      return `${part.label}: ${part.url}`;
  }
}

function partAsHtml(part: LetterPart): string {
  switch (part.is) {
    case 'title':
      return `<h1 style="font-size:22px;line-height:1.3">${escapeHtml(part.text)}</h1>`;
    case 'heading':
      return `<h2 style="font-size:17px;margin-top:28px">${escapeHtml(part.text)}</h2>`;
    case 'paragraph':
      return `<p>${escapeHtml(part.text).replace(/\n/g, '<br>')}</p>`;
    case 'rows':
      return `<table style="width:100%;border-collapse:collapse">${part.rows.map(rowAsHtml).join('')}</table>`;
    case 'link':
      return `<p><a href="${escapeHtml(part.url)}" style="color:#0a58ca">${escapeHtml(part.label)}</a></p>`;
  }
}

function rowAsHtml({ name, amount, strong }: { name: string; amount: string; strong?: boolean }): string {
  const weight = strong ? 'font-weight:bold;' : 'font-weight:normal;';
  const cell = `${weight}padding:6px 0;border-bottom:1px solid #dddddd;vertical-align:top`;
  return `<tr><th scope="row" style="${cell};text-align:left">${escapeHtml(name)}</th><td style="${cell};text-align:right;white-space:nowrap">${escapeHtml(amount)}</td></tr>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
