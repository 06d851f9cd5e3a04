CREATE TABLE "hand_offs" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"shopper_id" text NOT NULL,
	"cart_id" text NOT NULL,
	"attempt_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"redeemed_at" timestamp with time zone,
	CONSTRAINT "hand_offs_purpose" CHECK ("hand_offs"."purpose" in ('open_in_browser', 'payment_return'))
);
--> statement-breakpoint
CREATE TABLE "kept_cards" (
	"id" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"provider_method_id" text NOT NULL,
	"brand" text NOT NULL,
	"last4" text NOT NULL,
	"expiry_month" integer NOT NULL,
	"expiry_year" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"detached_at" timestamp with time zone,
	CONSTRAINT "kept_cards_provider_method_id_unique" UNIQUE("provider_method_id")
);
--> statement-breakpoint
CREATE TABLE "kept_details" (
	"shopper_id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "customer_id" text;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "keep_card" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shopper_sessions" ADD COLUMN "only_cart_id" text;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "provider_customer_id" text;--> statement-breakpoint
ALTER TABLE "hand_offs" ADD CONSTRAINT "hand_offs_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_offs" ADD CONSTRAINT "hand_offs_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_offs" ADD CONSTRAINT "hand_offs_attempt_id_payment_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."payment_attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_cards" ADD CONSTRAINT "kept_cards_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_details" ADD CONSTRAINT "kept_details_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hand_offs_shopper" ON "hand_offs" USING btree ("shopper_id");--> statement-breakpoint
CREATE INDEX "kept_cards_shopper" ON "kept_cards" USING btree ("shopper_id");--> statement-breakpoint
CREATE INDEX "kept_cards_to_detach" ON "kept_cards" USING btree ("removed_at") WHERE removed_at is not null and detached_at is null;--> statement-breakpoint
ALTER TABLE "shopper_sessions" ADD CONSTRAINT "shopper_sessions_only_cart_id_carts_id_fk" FOREIGN KEY ("only_cart_id") REFERENCES "public"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shoppers" ADD CONSTRAINT "shoppers_provider_customer_id_unique" UNIQUE("provider_customer_id");