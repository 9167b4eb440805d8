CREATE TABLE "blobs" (
	"address" text PRIMARY KEY NOT NULL,
	"bytes" bigint NOT NULL,
	"device" text NOT NULL,
	"stored_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alarms" (
	"id" text PRIMARY KEY NOT NULL,
	"device" text NOT NULL,
	"code" text NOT NULL,
	"detail" text NOT NULL,
	"raised_at" text NOT NULL,
	"settled" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_epochs" (
	"device" text NOT NULL,
	"epoch" integer NOT NULL,
	"public_key" text NOT NULL,
	"follows" text NOT NULL,
	"opened_at" text NOT NULL,
	CONSTRAINT "device_epochs_device_epoch_pk" PRIMARY KEY("device","epoch")
);
--> statement-breakpoint
CREATE TABLE "device_users" (
	"device" text NOT NULL,
	"user_id" text NOT NULL,
	"last_proven" text NOT NULL,
	CONSTRAINT "device_users_device_user_id_pk" PRIMARY KEY("device","user_id")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" text PRIMARY KEY NOT NULL,
	"unit" text NOT NULL,
	"credential_hash" text NOT NULL,
	"program" text NOT NULL,
	"enrolled_at" text NOT NULL,
	"last_contact" text,
	"caught_up_at" text,
	"waiting" integer DEFAULT 0 NOT NULL,
	"stood_alone_until" text,
	"revoked_at" text,
	CONSTRAINT "devices_credential_hash_unique" UNIQUE("credential_hash")
);
--> statement-breakpoint
CREATE TABLE "invites" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"unit" text NOT NULL,
	"made_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"used_at" text,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "number_blocks" (
	"unit" text NOT NULL,
	"year" integer NOT NULL,
	"first" integer NOT NULL,
	"device" text NOT NULL,
	"given_at" text NOT NULL,
	CONSTRAINT "number_blocks_unit_year_first_pk" PRIMARY KEY("unit","year","first")
);
--> statement-breakpoint
CREATE TABLE "number_counters" (
	"unit" text NOT NULL,
	"year" integer NOT NULL,
	"given" integer NOT NULL,
	CONSTRAINT "number_counters_unit_year_pk" PRIMARY KEY("unit","year")
);
--> statement-breakpoint
CREATE TABLE "server_facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifiers" (
	"user_id" text PRIMARY KEY NOT NULL,
	"verifier" text NOT NULL,
	"set_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed_readers" (
	"name" text PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people_cases" (
	"case" uuid PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people_marks" (
	"mark" text NOT NULL,
	"person" uuid NOT NULL,
	CONSTRAINT "people_marks_mark_person_pk" PRIMARY KEY("mark","person")
);
--> statement-breakpoint
CREATE TABLE "people_proposals" (
	"first" uuid NOT NULL,
	"second" uuid NOT NULL,
	"found_at" text NOT NULL,
	CONSTRAINT "people_proposals_first_second_pk" PRIMARY KEY("first","second")
);
--> statement-breakpoint
CREATE TABLE "people_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"asked_at" text NOT NULL,
	"device" text NOT NULL,
	"user_id" text NOT NULL,
	"mark" text NOT NULL,
	"found" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "number_blocks_device" ON "number_blocks" USING btree ("device");--> statement-breakpoint
CREATE INDEX "people_cases_person" ON "people_cases" USING btree ("person");--> statement-breakpoint
CREATE INDEX "people_marks_person" ON "people_marks" USING btree ("person");