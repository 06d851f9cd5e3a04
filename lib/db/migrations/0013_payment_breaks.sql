CREATE TABLE "payment_breaks" (
	"key" text PRIMARY KEY NOT NULL,
	"cause" text NOT NULL,
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"facts" jsonb NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"healed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "payment_breaks_found" ON "payment_breaks" USING btree ("found_at");