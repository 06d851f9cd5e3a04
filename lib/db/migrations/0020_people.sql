CREATE TABLE "canned_replies" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"text_de" text NOT NULL,
	"text_en" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"shopper_id" text PRIMARY KEY NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"last_by" text NOT NULL,
	"last_text" text DEFAULT '' NOT NULL,
	"unread" integer DEFAULT 0 NOT NULL,
	"waiting_since" timestamp with time zone,
	"assigned_to" text,
	"owner_app_id" text,
	"requested_by" text,
	CONSTRAINT "conversations_status" CHECK ("conversations"."status" in ('open', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "person_waits" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "person_waits_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"shopper_id" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended" text,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "thread_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "thread_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"shopper_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"detail" text,
	"merchant_id" text,
	"event_id" bigint,
	"request_id" text,
	CONSTRAINT "thread_entries_event_id_unique" UNIQUE("event_id"),
	CONSTRAINT "thread_entries_request_id_unique" UNIQUE("request_id")
);
--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD COLUMN "merchant_id" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_assigned_to_merchants_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."merchants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_waits" ADD CONSTRAINT "person_waits_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_waits" ADD CONSTRAINT "person_waits_ended_by_merchants_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."merchants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "public"."shoppers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_last" ON "conversations" USING btree ("last_at","shopper_id");--> statement-breakpoint
CREATE INDEX "conversations_waiting" ON "conversations" USING btree ("last_at") WHERE waiting_since is not null;--> statement-breakpoint
CREATE INDEX "conversations_assigned" ON "conversations" USING btree ("assigned_to","last_at");--> statement-breakpoint
CREATE UNIQUE INDEX "person_waits_one_open" ON "person_waits" USING btree ("shopper_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "person_waits_since" ON "person_waits" USING btree ("since");--> statement-breakpoint
CREATE INDEX "thread_entries_thread" ON "thread_entries" USING btree ("shopper_id","at");--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outgoing_messages_shopper" ON "outgoing_messages" USING btree ("shopper_id","created_at");