/** A form as Stripe reads it: text, or named parts of it. Lists arrive as parts named 0, 1, 2. */
export type FormValue = string | FormParts;
export type FormParts = { [name: string]: FormValue };

function emptyParts(): FormParts {
  return Object.create(null);
}

function splitKey(key: string): string[] {
  const bracket = key.indexOf('[');
  if (bracket <= 0) return [key];
  const rest = [...key.slice(bracket).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  return [key.slice(0, bracket), ...rest];
}

function place(parts: FormParts, names: string[], value: string): void {
  let at = parts;
  for (const [index, given] of names.entries()) {
    const name = given === '' ? String(Object.keys(at).length) : given;
    if (index === names.length - 1) {
      at[name] = value;
      return;
    }
    const next = at[name];
    if (next === undefined || typeof next === 'string') {
      const fresh = emptyParts();
      at[name] = fresh;
      at = fresh;
    } else at = next;
  }
}

/** Decodes `a[b][0]=c` text into nested parts, as Stripe's form encoding has it. */
export function decodeForm(text: string): FormParts {
  const parts = emptyParts();
  for (const [key, value] of new URLSearchParams(text)) place(parts, splitKey(key), value);
  return parts;
}
