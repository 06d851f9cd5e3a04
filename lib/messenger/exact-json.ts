const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Sixteen digits that follow a colon, a comma or a bracket: ids in quotes, which are most, are not meant. */
const PERHAPS_UNSAFE = /[:,[\s]-?\d{16}/;
const UNSAFE_INTEGER = /^-?\d{16,}$/;

/**
 * Parses JSON and hands over integers of 16 digits and more as text: Meta sends ids as numbers above 2^53, and
 * `JSON.parse` would round them to somebody else's. Throws SyntaxError as `JSON.parse` does.
 */
export function parseExactJson(text: string): unknown {
  // First as it stands, so that what is rewritten below is known to be well-formed.
  const plain: unknown = JSON.parse(text);
  if (!PERHAPS_UNSAFE.test(text) && !/^-?\d{16}/.test(text)) return plain;
  return JSON.parse(text.replace(STRING_OR_NUMBER, (token) => (UNSAFE_INTEGER.test(token) ? `"${token}"` : token)));
}
