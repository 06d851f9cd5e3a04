import { z } from 'zod';

const MAX_GROUPS = 200;
const MAX_WORDS = 12;

/** Words that mean the same to this shop's customers, as the merchant wrote them: "Poster, Plakat, print". */
export type Synonyms = readonly string[];

/** As they are kept. */
export const synonymsSchema = z.array(z.array(z.string()));

/** As they are typed: a group a line, its words between commas. A line of one word says nothing and is refused. */
export const synonymsFormSchema = z.strictObject({
  groups: z
    .string()
    .max(15_000)
    .transform((text, context) => {
      const lines = text.split(/\r?\n/).map(wordsOfLine);
      const groups = lines.filter((words) => words.length > 0);
      if (groups.length <= MAX_GROUPS && groups.every(({ length }) => length > 1 && length <= MAX_WORDS)) return groups;
      context.addIssue({ code: 'custom', message: 'groups' });
      return z.NEVER;
    }),
});

function wordsOfLine(line: string): string[] {
  const words = line.split(',').map((word) => word.trim().normalize('NFC'));
  return [...new Set(words.filter((word) => /^[\p{L}\p{N}-]{2,40}$/u.test(word)))];
}
