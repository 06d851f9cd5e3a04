import { z } from 'zod';

const line = (most: number) => z.string().trim().min(1).max(most);

/** What § 356a BGB lets the form ask for: who, which contract, and where the receipt goes. */
export const declarationSchema = z.strictObject({ name: line(200), number: line(60), email: z.email().max(254) });
export type Declaration = z.infer<typeof declarationSchema>;
