/** At most `max` characters, never half of one; what is cut off shows as "…". */
export function ellipsis(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max - 1).replace(/\p{Cs}$/u, '');
  return `${kept.trimEnd()}…`;
}
