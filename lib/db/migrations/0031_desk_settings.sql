CREATE TABLE "password_resets" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"merchant_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "password_resets_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "outgoing_mails" DROP CONSTRAINT "outgoing_mails_kind";--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "password_resets_merchant" ON "password_resets" USING btree ("merchant_id");--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_kind" CHECK ("outgoing_mails"."kind" in ('confirmation', 'papers', 'news', 'withdrawal', 'invitation', 'password_reset', 'staff_notice'));
--> statement-breakpoint
-- Postgres analyses and vacuums with nothing in its search path: what the index of products calls is named in full, else
-- both fail and the planner never learns how large the catalogue is.
CREATE OR REPLACE FUNCTION product_words(title jsonb, subtitle jsonb, tags text[], vendor text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN public.folded(concat_ws(' ', title ->> 'de', title ->> 'en', subtitle ->> 'de', subtitle ->> 'en',
    array_to_string(tags, ' '), vendor));
END $$;
--> statement-breakpoint
-- What was written lately lies in a list beside such an index until somebody tidies up, and each search reads it whole: a
-- short one (in kB) keeps the first search after an import as quick as any.
ALTER INDEX orders_search SET (gin_pending_list_limit = 128);
--> statement-breakpoint
ALTER INDEX products_words SET (gin_pending_list_limit = 128);
--> statement-breakpoint
ALTER INDEX IF EXISTS products_search SET (gin_pending_list_limit = 128);
