/** Pulls a lever and says what came of it. */
export type Pull = (what: string, path: string, body: unknown) => Promise<string | null>;
