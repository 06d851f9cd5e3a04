import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';

const VECTORS = path.resolve('e2e', 'contracts', 'messenger-vectors');

/** For tests: one file of the recorded Messenger examples, checked against `schema`. */
export function readVector<T extends z.ZodType>(file: string, schema: T): z.infer<T> {
  return schema.parse(JSON.parse(readFileSync(path.join(VECTORS, file), 'utf8')));
}

/** For tests: the names of all examples of one kind, as `readVector` takes them. */
export function listVectors(folder: 'inbound' | 'outbound' | 'profile'): string[] {
  return readdirSync(path.join(VECTORS, folder)).map((name) => `${folder}/${name}`);
}
