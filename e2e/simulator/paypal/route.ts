import type { Call, Route } from '../world/exchange';

/** What a door of the API does, once the caller is known. */
export type Work = (call: Call, body: unknown) => { status: number; value: unknown };
export type AddRoute = (method: string, pattern: string, work: Work) => Route;
