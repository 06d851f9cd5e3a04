CREATE TABLE "ads" (
	"id" text PRIMARY KEY NOT NULL,
	"product_slug" text NOT NULL,
	"settings" jsonb NOT NULL,
	"campaign_id" text,
	"ad_set_id" text,
	"creative_id" text,
	"meta_ad_id" text,
	"lease_until" timestamp with time zone,
	"unsure" boolean DEFAULT false NOT NULL,
	"spend_minor" integer,
	"spend_currency" text,
	"spend_at" timestamp with time zone,
	"merchant_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ads_meta_ad_id_unique" UNIQUE("meta_ad_id")
);
--> statement-breakpoint
CREATE TABLE "order_origins" (
	"order_id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refs" (
	"code" text PRIMARY KEY NOT NULL,
	"target" jsonb NOT NULL,
	"target_key" text NOT NULL,
	"sharer_id" text,
	"label" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"shopper_id" text NOT NULL,
	"source" text NOT NULL,
	"ref" text,
	"meta_ad_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "visits_key_unique" UNIQUE("key"),
	CONSTRAINT "visits_what" CHECK ("visits"."ref" is not null or "visits"."meta_ad_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "linked_to" text;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "may_write" text;--> statement-breakpoint
ALTER TABLE "ads" ADD CONSTRAINT "ads_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_origins" ADD CONSTRAINT "order_origins_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_origins" ADD CONSTRAINT "order_origins_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refs" ADD CONSTRAINT "refs_sharer_id_shoppers_id_fk" FOREIGN KEY ("sharer_id") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ads_created" ON "ads" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "order_origins_visit" ON "order_origins" USING btree ("visit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "refs_share" ON "refs" USING btree ("sharer_id","target_key") WHERE "refs"."sharer_id" is not null;--> statement-breakpoint
CREATE INDEX "visits_shopper" ON "visits" USING btree ("shopper_id","at");--> statement-breakpoint
CREATE INDEX "visits_ref" ON "visits" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "visits_ad" ON "visits" USING btree ("meta_ad_id");--> statement-breakpoint
ALTER TABLE "shoppers" ADD CONSTRAINT "shoppers_linked_to_shoppers_id_fk" FOREIGN KEY ("linked_to") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;