CREATE TABLE "commits" (
	"commit" uuid PRIMARY KEY NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"epoch" integer NOT NULL,
	"first_sequence" integer NOT NULL,
	"last_sequence" integer NOT NULL,
	"link" "bytea" NOT NULL,
	"outcome_kind" text NOT NULL,
	"outcome" text NOT NULL,
	"bytes_hash" "bytea" NOT NULL,
	"received_at" text NOT NULL,
	"doubtful" boolean NOT NULL,
	"streams" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_ends" (
	"device" text COLLATE "C" NOT NULL,
	"epoch" integer NOT NULL,
	"sequence" integer NOT NULL,
	"link" "bytea" NOT NULL,
	CONSTRAINT "device_ends_device_epoch_pk" PRIMARY KEY("device","epoch")
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"feed" text COLLATE "C" NOT NULL,
	"sequence" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	"header" "bytea" NOT NULL,
	"with_private" "bytea" NOT NULL,
	CONSTRAINT "entries_feed_sequence_pk" PRIMARY KEY("feed","sequence")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"stream" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"commit" uuid NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"epoch" integer NOT NULL,
	"sequence" integer NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"envelope" "bytea" NOT NULL,
	"facts" "bytea" NOT NULL,
	"private" "bytea"
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"feed" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_events" (
	"commit" uuid NOT NULL,
	"index" integer NOT NULL,
	"id" uuid NOT NULL,
	"stream" text COLLATE "C" NOT NULL,
	"sequence" integer NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"envelope" "bytea" NOT NULL,
	"facts" "bytea" NOT NULL,
	"private" "bytea",
	CONSTRAINT "kept_events_commit_index_pk" PRIMARY KEY("commit","index")
);
--> statement-breakpoint
CREATE TABLE "streams" (
	"stream" text COLLATE "C" PRIMARY KEY NOT NULL,
	"length" integer NOT NULL,
	"feeds" text[] NOT NULL,
	"notes" text[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "commits_chain" ON "commits" USING btree ("device","epoch","last_sequence");--> statement-breakpoint
CREATE INDEX "commits_held" ON "commits" USING btree ("received_at") WHERE outcome_kind = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX "events_place" ON "events" USING btree ("stream","position");--> statement-breakpoint
CREATE INDEX "kept_events_id" ON "kept_events" USING btree ("id");--> statement-breakpoint
CREATE INDEX "kept_events_stream" ON "kept_events" USING btree ("stream");