CREATE TABLE "outgoing_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"cause" text NOT NULL,
	"sealed_to" text NOT NULL,
	"agreed_texts" jsonb,
	"status" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"first_tried_at" timestamp with time zone,
	"failure" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outgoing_mails_cause_unique" UNIQUE("cause"),
	CONSTRAINT "outgoing_mails_status" CHECK ("outgoing_mails"."status" in ('waiting', 'sending', 'sent', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outgoing_mails_due" ON "outgoing_mails" USING btree ("next_try_at") WHERE status in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "outgoing_mails_order" ON "outgoing_mails" USING btree ("order_id");