ALTER TABLE "shoppers" ADD COLUMN "claimed_by" text;--> statement-breakpoint
ALTER TABLE "shoppers" ADD CONSTRAINT "shoppers_claimed_by_shoppers_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shoppers_claimed_by" ON "shoppers" USING btree ("claimed_by");