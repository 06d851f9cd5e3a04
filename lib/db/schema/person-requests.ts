import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { PersonRequestKind } from '@/lib/domain/person-request';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** What a person asked for through Meta: that her data be erased, or that the app be cut off from her. */
export const personRequests = pgTable(
  'person_requests',
  {
    /** The confirmation code: whoever holds it may read how far it came. */
    code: text('code').primaryKey(),
    kind: text('kind').$type<PersonRequestKind>().notNull(),
    /** A mark of Meta's id: the same person is known again, and the id itself need not stay. */
    personMark: text('person_mark').notNull(),
    /** Meta's id, until the work is done. */
    sealedPerson: text('sealed_person'),
    /** When Meta signed it: an older one, played again, starts nothing anew. */
    askedAt: at('asked_at').notNull(),
    status: text('status').$type<'waiting' | 'done'>().notNull(),
    /** Whether orders of hers stay, because the law says so; null until it is done. */
    keptOrders: boolean('kept_orders'),
    tries: integer('tries').notNull().default(0),
    nextTryAt: at('next_try_at').notNull(),
    receivedAt: at('received_at').notNull(),
    doneAt: at('done_at'),
  },
  (table) => [
    unique('person_requests_once').on(table.kind, table.personMark),
    index('person_requests_due').on(table.nextTryAt).where(sql`status = 'waiting'`),
    check('person_requests_kind', sql`${table.kind} in ('erase', 'deauthorise')`),
    check('person_requests_status', sql`(${table.status} = 'done') = (${table.doneAt} is not null)`),
  ],
);
