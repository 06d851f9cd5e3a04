CREATE TABLE "handled_withdrawals" (
	"withdrawal_id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"handled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"order_id" text,
	"market_id" text NOT NULL,
	"sealed_declaration" text NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "withdrawals_request_id_unique" UNIQUE("request_id")
);
--> statement-breakpoint
ALTER TABLE "outgoing_mails" DROP CONSTRAINT "outgoing_mails_kind";--> statement-breakpoint
ALTER TABLE "outgoing_mails" ALTER COLUMN "order_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "handled_withdrawals" ADD CONSTRAINT "handled_withdrawals_withdrawal_id_withdrawals_id_fk" FOREIGN KEY ("withdrawal_id") REFERENCES "public"."withdrawals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handled_withdrawals" ADD CONSTRAINT "handled_withdrawals_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "withdrawals_declared" ON "withdrawals" USING btree ("declared_at");--> statement-breakpoint
CREATE INDEX "withdrawals_order" ON "withdrawals" USING btree ("order_id");--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_kind" CHECK ("outgoing_mails"."kind" in ('confirmation', 'papers', 'news', 'withdrawal'));--> statement-breakpoint
CREATE FUNCTION "refuse_change_of_withdrawal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW."id", NEW."request_id", NEW."order_id", NEW."market_id", NEW."declared_at")
    IS NOT DISTINCT FROM (OLD."id", OLD."request_id", OLD."order_id", OLD."market_id", OLD."declared_at")
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was declared stays as it is' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "withdrawals_stay" BEFORE UPDATE OR DELETE ON "withdrawals" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_withdrawal"();
