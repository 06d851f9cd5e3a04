CREATE TABLE "faq_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"question" jsonb NOT NULL,
	"answer" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "kind" text DEFAULT 'confirmation' NOT NULL;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "facts" jsonb;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD COLUMN "order_id" text;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "stopped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "unclear_in_row" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "quiet_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "outgoing_messages_order" ON "outgoing_messages" USING btree ("order_id");--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_kind" CHECK ("outgoing_mails"."kind" in ('confirmation', 'papers', 'news'));--> statement-breakpoint
UPDATE "outgoing_mails" SET "kind" = 'papers' WHERE "cause" LIKE 'papers:%';--> statement-breakpoint
UPDATE "outgoing_messages" SET "order_id" = coalesce("message" ->> 'orderId', substring("message" #>> '{buttons,0,path}' from '^/shop/orders/(.+)$')) WHERE "purpose" IN ('receipt', 'order_update');
