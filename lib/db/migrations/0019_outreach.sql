CREATE TABLE "broadcasts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"content" jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"status" text NOT NULL,
	"starts_at" timestamp with time zone,
	"ref" text NOT NULL,
	"cursor" text DEFAULT '' NOT NULL,
	"queued" integer DEFAULT 0 NOT NULL,
	"pace_at" timestamp with time zone,
	"merchant_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "broadcasts_status" CHECK ("broadcasts"."status" in ('draft', 'scheduled', 'sending', 'paused', 'stopped', 'done'))
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"topic" text NOT NULL,
	"words" text NOT NULL,
	"source" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"sealed_token" text,
	"token_expires_at" timestamp with time zone,
	"token_used_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "consents_topic_known" CHECK ("consents"."topic" in ('news', 'cart', 'asks'))
);
--> statement-breakpoint
CREATE TABLE "merchant_threads" (
	"merchant_id" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_templates" (
	"name" text NOT NULL,
	"language" text NOT NULL,
	"status" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_templates_name_language_pk" PRIMARY KEY("name","language")
);
--> statement-breakpoint
CREATE TABLE "product_asks" (
	"id" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"kind" text NOT NULL,
	"variant_id" text NOT NULL,
	"currency" text NOT NULL,
	"seen_minor" integer,
	"asked_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD COLUMN "how" text;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD COLUMN "consent_id" text;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD COLUMN "broadcast_id" text;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_threads" ADD CONSTRAINT "merchant_threads_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_threads" ADD CONSTRAINT "merchant_threads_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_asks" ADD CONSTRAINT "product_asks_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_asks" ADD CONSTRAINT "product_asks_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broadcasts_created" ON "broadcasts" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_one_living" ON "consents" USING btree ("shopper_id","topic") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "consents_topic" ON "consents" USING btree ("topic","shopper_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "product_asks_one_open" ON "product_asks" USING btree ("shopper_id","kind","variant_id") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "product_asks_open" ON "product_asks" USING btree ("variant_id") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "outgoing_messages_broadcast" ON "outgoing_messages" USING btree ("broadcast_id","status") WHERE broadcast_id is not null;