CREATE TABLE "home_versions" (
	"number" integer PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"blocks" jsonb NOT NULL,
	"restored_from" integer,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "home_versions_state" CHECK ("home_versions"."state" in ('draft', 'published')),
	CONSTRAINT "home_versions_number" CHECK ("home_versions"."number" > 0)
);
--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "bytes" integer;--> statement-breakpoint
CREATE INDEX "home_versions_published" ON "home_versions" USING btree ("number") WHERE state = 'published';--> statement-breakpoint
CREATE FUNCTION "refuse_change_of_home"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'versions of the home page are append-only' USING ERRCODE = 'restrict_violation';
END;
$$;--> statement-breakpoint
CREATE TRIGGER "home_versions_append_only" BEFORE UPDATE OR DELETE ON "home_versions" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_home"();--> statement-breakpoint
CREATE TRIGGER "home_versions_not_emptied" BEFORE TRUNCATE ON "home_versions" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_home"();
