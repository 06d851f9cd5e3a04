ALTER TABLE "carts" DROP CONSTRAINT "carts_status";--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "messenger_reference" text;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "messenger_payment_id" text;--> statement-breakpoint
CREATE INDEX "attempts_messenger_reference" ON "payment_attempts" USING btree ("messenger_reference") WHERE messenger_reference is not null;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "attempts_messenger_payment" UNIQUE("messenger_payment_id");--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_status" CHECK ("carts"."status" in ('open', 'ordered', 'merged', 'native'));