CREATE TABLE "order_address_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"request_id" text NOT NULL,
	"sealed_before" text NOT NULL,
	"who" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_address_changes_request_id_unique" UNIQUE("request_id")
);
--> statement-breakpoint
CREATE TABLE "order_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"request_id" text NOT NULL,
	"text" text NOT NULL,
	"merchant_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_notes_request_id_unique" UNIQUE("request_id")
);
--> statement-breakpoint
CREATE TABLE "order_views" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_views_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "shipments" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"request_id" text NOT NULL,
	"lines" jsonb NOT NULL,
	"carrier" text NOT NULL,
	"tracking" text NOT NULL,
	"who" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "shipments_request_id_unique" UNIQUE("request_id")
);
--> statement-breakpoint
ALTER TABLE "orders" DROP CONSTRAINT "orders_status";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "first_sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "search_marks" text[];--> statement-breakpoint
ALTER TABLE "order_address_changes" ADD CONSTRAINT "order_address_changes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_notes" ADD CONSTRAINT "order_notes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_notes" ADD CONSTRAINT "order_notes_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "order_address_changes_order" ON "order_address_changes" USING btree ("order_id","at");--> statement-breakpoint
CREATE INDEX "order_notes_order" ON "order_notes" USING btree ("order_id","at");--> statement-breakpoint
CREATE INDEX "shipments_order" ON "shipments" USING btree ("order_id","sent_at");--> statement-breakpoint
CREATE INDEX "orders_status_number" ON "orders" USING btree ("status","number");--> statement-breakpoint
CREATE INDEX "orders_open" ON "orders" USING btree ("number") WHERE status in ('authorised', 'paid', 'paid_needs_decision', 'partly_fulfilled');--> statement-breakpoint
CREATE INDEX "orders_search" ON "orders" USING gin ("search_marks");--> statement-breakpoint
CREATE INDEX "orders_unmarked" ON "orders" USING btree ("number") WHERE search_marks is null;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_status" CHECK ("orders"."status" in ('authorised', 'paid', 'paid_needs_decision', 'partly_fulfilled', 'fulfilled', 'cancelled', 'refunded'));
--> statement-breakpoint
UPDATE "orders" SET "first_sent_at" = "fulfilled_at" WHERE "fulfilled_at" IS NOT NULL;--> statement-breakpoint
INSERT INTO "shipments" ("id", "order_id", "request_id", "lines", "carrier", "tracking", "who", "sent_at")
SELECT 'first-' || "id", "id", 'first-' || "id",
	(SELECT coalesce(jsonb_agg(jsonb_build_object('variantId', line ->> 'variantId', 'quantity', (line ->> 'quantity')::int)), '[]')
		FROM jsonb_array_elements("quote" -> 'lines') line),
	coalesce("carrier", ''), coalesce("tracking", ''), 'shop', "fulfilled_at"
FROM "orders" WHERE "fulfilled_at" IS NOT NULL;
