import { and, eq } from 'drizzle-orm';
import type { Database } from './client';
import { personas } from './schema/conversations';

export type Persona = { name: string; personaId: string };

/** Under which name somebody of the shop speaks in threads; null: the Page speaks. */
export async function getPersona(db: Database, merchantId: string): Promise<Persona | null> {
  const { name, personaId } = personas;
  const [row] = await db.select({ name, personaId }).from(personas).where(eq(personas.merchantId, merchantId));
  return row ?? null;
}

export async function savePersona(db: Database, persona: Persona & { merchantId: string; at: Date }): Promise<void> {
  const { merchantId, name, personaId, at: madeAt } = persona;
  await db
    .insert(personas)
    .values({ merchantId, name, personaId, madeAt })
    .onConflictDoUpdate({ target: personas.merchantId, set: { name, personaId, madeAt } });
}

/** Lets the Page speak again; `personaId` told, only where it is still this one. */
export async function deletePersona(db: Database, merchantId: string, personaId?: string): Promise<void> {
  const isThis = personaId === undefined ? undefined : eq(personas.personaId, personaId);
  await db.delete(personas).where(and(eq(personas.merchantId, merchantId), isThis));
}
