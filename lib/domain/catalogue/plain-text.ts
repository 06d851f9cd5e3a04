const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The words of a sanitised description without its marks: a paragraph, heading, list item or row a line, nothing else kept.
 * For readers that take no HTML; what comes out is text and must be escaped wherever it is shown.
 */
export function plainTextOf(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/h[2-4]|\/li|\/tr|\/blockquote)\b[^<>]*>/gi, '\n')
    .replace(/<\/t[dh]>/gi, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) =>
      name ? (NAMED[String(name).toLowerCase()] ?? whole) : letterOf(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function letterOf(codePoint: number): string {
  return codePoint >= 32 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
}
