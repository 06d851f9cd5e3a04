DROP INDEX "attempts_due";--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "next_check_at" timestamp with time zone NOT NULL;--> statement-breakpoint
CREATE INDEX "attempts_due" ON "payment_attempts" USING btree ("next_check_at") WHERE status = 'open';