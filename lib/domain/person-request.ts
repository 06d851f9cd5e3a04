/** What Meta passes on for a person: erase what is kept about her; or she has cut the app off. */
export type PersonRequestKind = 'erase' | 'deauthorise';

/** How far a request came, for whoever holds its code. `keptOrders`: orders stay, as the law demands. */
export type PersonRequestState = { receivedAt: Date; doneAt: Date | null; keptOrders: boolean | null };
