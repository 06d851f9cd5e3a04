CREATE TABLE "pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"dominant_colour" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"public_at" timestamp with time zone,
	"look_again_at" timestamp with time zone NOT NULL,
	"removing_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "rule" jsonb;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "safety" jsonb;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "seo" jsonb;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "publish_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "variant_prices" ADD COLUMN "lowest_before_minor" integer;--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "barcode" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "pictures_due" ON "pictures" USING btree ("look_again_at") WHERE public_at is null;--> statement-breakpoint
CREATE INDEX "collection_products_product" ON "collection_products" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "products_place" ON "products" USING btree ("position","id");--> statement-breakpoint
CREATE INDEX "products_changed" ON "products" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "products_title_de" ON "products" USING btree (lower("title" ->> 'de'),"id");--> statement-breakpoint
CREATE INDEX "products_title_en" ON "products" USING btree (lower("title" ->> 'en'),"id");--> statement-breakpoint
CREATE INDEX "products_due" ON "products" USING btree ("publish_at") WHERE status = 'draft' and publish_at is not null;--> statement-breakpoint
CREATE INDEX "products_pictures" ON "products" USING gin ("images" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "variants_gone" ON "variants" USING btree ("product_id") WHERE available = 0 and archived_at is null;--> statement-breakpoint
CREATE FUNCTION "write_search_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."search_text" := lower(concat_ws(' ', NEW."title" ->> 'de', NEW."title" ->> 'en', NEW."vendor",
    array_to_string(NEW."tags", ' '),
    (SELECT string_agg(v."sku", ' ') FROM "variants" v WHERE v."product_id" = NEW."id" AND v."archived_at" IS NULL)));
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "products_search_text" BEFORE INSERT OR UPDATE OF "title", "vendor", "tags", "search_text" ON "products" FOR EACH ROW EXECUTE FUNCTION "write_search_text"();--> statement-breakpoint
CREATE FUNCTION "renew_search_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "products" SET "search_text" = '' WHERE "id" = NEW."product_id";
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "variants_search_text" AFTER INSERT OR UPDATE OF "sku", "archived_at" ON "variants" FOR EACH ROW EXECUTE FUNCTION "renew_search_text"();--> statement-breakpoint
UPDATE "products" SET "search_text" = '';--> statement-breakpoint
-- A database whose owner may not add it searches without the index: slower in a large shop, never wrong.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "products_search" ON "products" USING gin ("search_text" gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm is not available: product search goes without an index';
END $$;
