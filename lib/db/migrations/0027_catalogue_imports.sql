CREATE TABLE "catalogue_import_items" (
	"import_id" text NOT NULL,
	"place" integer NOT NULL,
	"product_id" text NOT NULL,
	"is_new" boolean NOT NULL,
	"plan" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"before" jsonb,
	CONSTRAINT "catalogue_import_items_import_id_place_pk" PRIMARY KEY("import_id","place")
);
--> statement-breakpoint
CREATE TABLE "catalogue_import_problems" (
	"import_id" text NOT NULL,
	"place" integer NOT NULL,
	"row" integer NOT NULL,
	"column_name" text NOT NULL,
	"reason" text NOT NULL,
	"value" text NOT NULL,
	"is_error" boolean NOT NULL,
	CONSTRAINT "catalogue_import_problems_import_id_place_pk" PRIMARY KEY("import_id","place")
);
--> statement-breakpoint
CREATE TABLE "catalogue_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"status" text NOT NULL,
	"format" text,
	"options" jsonb NOT NULL,
	"columns" jsonb NOT NULL,
	"content" text,
	"problem" text,
	"problem_detail" jsonb,
	"total" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"errors" integer DEFAULT 0 NOT NULL,
	"remarks" integer DEFAULT 0 NOT NULL,
	"who" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"claim" text,
	"claimed_until" timestamp with time zone,
	CONSTRAINT "catalogue_imports_status" CHECK ("catalogue_imports"."status" in ('mapping', 'reading', 'ready', 'applying', 'done', 'undoing', 'undone', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "catalogue_import_items" ADD CONSTRAINT "catalogue_import_items_import_id_catalogue_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."catalogue_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_import_problems" ADD CONSTRAINT "catalogue_import_problems_import_id_catalogue_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."catalogue_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "catalogue_imports_created" ON "catalogue_imports" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "catalogue_imports_due" ON "catalogue_imports" USING btree ("created_at") WHERE status in ('reading', 'applying', 'undoing');--> statement-breakpoint
CREATE INDEX "product_asks_variant" ON "product_asks" USING btree ("variant_id");--> statement-breakpoint
CREATE INDEX "cart_lines_variant" ON "cart_lines" USING btree ("variant_id");