ALTER TABLE "ledger" ADD COLUMN "order_id" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "provider" text DEFAULT 'stripe' NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "provider" text DEFAULT 'stripe' NOT NULL;--> statement-breakpoint
CREATE INDEX "ledger_order" ON "ledger" USING btree ("order_id");--> statement-breakpoint
UPDATE "ledger" SET "order_id" = "orders"."id" FROM "orders" WHERE "orders"."attempt_id" = "ledger"."attempt_id" AND "ledger"."unit" <> 'piece';
