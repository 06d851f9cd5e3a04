/**
 * JSON exactly as Meta puts it on the wire and signs it: lower-case `\uXXXX` for everything beyond ASCII (astral
 * characters as surrogate pairs) and `\/` for each slash. A receiver that parses and prints again gets other bytes.
 */
export function metaJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
