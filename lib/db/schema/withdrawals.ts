import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { merchants } from './merchants';
import { orders } from './orders';

const at = (name: string) => timestamp(name, { withTimezone: true });

/**
 * Withdrawals from a contract as they were declared (§ 356a BGB). A trigger refuses every change of what was declared, and
 * every removal.
 */
export const withdrawals = pgTable(
  'withdrawals',
  {
    id: text('id').primaryKey(),
    /** Of the form: sent twice it is one declaration. */
    requestId: text('request_id').notNull().unique(),
    /** The order that it names, where number and address belong together; whoever declares is not told. */
    orderId: text('order_id').references(() => orders.id),
    marketId: text('market_id').notNull(),
    /** Name, order number and address as she wrote them. Sealed anew when keys change, hence not under the trigger. */
    sealedDeclaration: text('sealed_declaration').notNull(),
    declaredAt: at('declared_at').notNull(),
  },
  (table) => [index('withdrawals_declared').on(table.declaredAt), index('withdrawals_order').on(table.orderId)],
);

/** What the merchant has dealt with, and who did. */
export const handledWithdrawals = pgTable('handled_withdrawals', {
  withdrawalId: text('withdrawal_id')
    .primaryKey()
    .references(() => withdrawals.id),
  merchantId: text('merchant_id')
    .notNull()
    .references(() => merchants.id),
  handledAt: at('handled_at').notNull(),
});
