CREATE TABLE "code_tries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "code_tries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "discount_redemptions" (
	"discount_id" text NOT NULL,
	"attempt_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"status" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "discount_redemptions_discount_id_attempt_id_pk" PRIMARY KEY("discount_id","attempt_id"),
	CONSTRAINT "discount_redemptions_status" CHECK ("discount_redemptions"."status" in ('reserved', 'redeemed', 'released'))
);
--> statement-breakpoint
CREATE TABLE "discounts" (
	"id" text PRIMARY KEY NOT NULL,
	"title" jsonb NOT NULL,
	"code" text,
	"value" jsonb NOT NULL,
	"products" text[] DEFAULT '{}' NOT NULL,
	"collections" text[] DEFAULT '{}' NOT NULL,
	"minimums" jsonb NOT NULL,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"limit_total" integer,
	"limit_per_shopper" integer,
	"combines" boolean DEFAULT false NOT NULL,
	"status" text NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "discounts_code" UNIQUE("code"),
	CONSTRAINT "discounts_status" CHECK ("discounts"."status" in ('active', 'paused')),
	CONSTRAINT "discounts_used" CHECK ("discounts"."used" >= 0),
	CONSTRAINT "discounts_limit" CHECK ("discounts"."limit_total" is null or "discounts"."used" <= "discounts"."limit_total")
);
--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "discount_code" text;--> statement-breakpoint
ALTER TABLE "discount_redemptions" ADD CONSTRAINT "discount_redemptions_discount_id_discounts_id_fk" FOREIGN KEY ("discount_id") REFERENCES "public"."discounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_redemptions" ADD CONSTRAINT "discount_redemptions_attempt_id_payment_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."payment_attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "code_tries_key" ON "code_tries" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "discount_redemptions_attempt" ON "discount_redemptions" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "discount_redemptions_shopper" ON "discount_redemptions" USING btree ("shopper_id","discount_id");--> statement-breakpoint
UPDATE "orders" SET "quote" = "quote" || '{"discounts": [], "code": null}' || jsonb_build_object('lines', (SELECT coalesce(jsonb_agg(line || '{"discountMinor": 0, "taxRatePerMille": 0, "taxContainedMinor": 0}' ORDER BY place), '[]') FROM jsonb_array_elements("quote" -> 'lines') WITH ORDINALITY AS lines (line, place)));--> statement-breakpoint
UPDATE "payment_attempts" SET "quote" = "quote" || '{"discounts": [], "code": null}' || jsonb_build_object('lines', (SELECT coalesce(jsonb_agg(line || '{"discountMinor": 0, "taxRatePerMille": 0, "taxContainedMinor": 0}' ORDER BY place), '[]') FROM jsonb_array_elements("quote" -> 'lines') WITH ORDINALITY AS lines (line, place)));
