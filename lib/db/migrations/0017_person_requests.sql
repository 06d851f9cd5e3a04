CREATE TABLE "person_requests" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_mark" text NOT NULL,
	"sealed_person" text,
	"asked_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"kept_orders" boolean,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "person_requests_once" UNIQUE("kind","person_mark"),
	CONSTRAINT "person_requests_kind" CHECK ("person_requests"."kind" in ('erase', 'deauthorise')),
	CONSTRAINT "person_requests_status" CHECK (("person_requests"."status" = 'done') = ("person_requests"."done_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "person_requests_due" ON "person_requests" USING btree ("next_try_at") WHERE status = 'waiting';