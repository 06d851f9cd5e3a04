import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from './client';
import { shipments } from './schema/shipments';

export type Shipment = typeof shipments.$inferSelect;

/** Inserts a parcel; false when one of the same form is there already. */
export async function insertShipment(tx: Database, shipment: typeof shipments.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(shipments)
    .values(shipment)
    .onConflictDoNothing({ target: shipments.requestId })
    .returning({ id: shipments.id });
  return rows.length > 0;
}

export async function getShipmentOfRequest(db: Database, requestId: string): Promise<Shipment | null> {
  const [row] = await db.select().from(shipments).where(eq(shipments.requestId, requestId));
  return row ?? null;
}

/** One parcel of one order, or null: another order's is as absent as one that never was. */
export async function getShipment(
  db: Database,
  { orderId, shipmentId }: { orderId: string; shipmentId: string },
): Promise<Shipment | null> {
  const [row] = await db
    .select()
    .from(shipments)
    .where(and(eq(shipments.id, shipmentId), eq(shipments.orderId, orderId)));
  return row ?? null;
}

/** The parcels of an order, in the order in which they left. */
export async function listShipmentsOfOrder(db: Database, orderId: string): Promise<Shipment[]> {
  return listShipmentsOfOrders(db, [orderId]);
}

/** The same for several orders. */
export async function listShipmentsOfOrders(db: Database, orderIds: readonly string[]): Promise<Shipment[]> {
  return db
    .select()
    .from(shipments)
    .where(inArray(shipments.orderId, [...orderIds]))
    .orderBy(asc(shipments.sentAt), asc(shipments.id));
}

/** Marks a parcel as delivered, once; false when it was before. */
export async function markDelivered(tx: Database, shipmentId: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(shipments)
    .set({ deliveredAt: at })
    .where(and(eq(shipments.id, shipmentId), isNull(shipments.deliveredAt)))
    .returning({ id: shipments.id });
  return rows.length > 0;
}
