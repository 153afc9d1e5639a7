-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('REVIEWER', 'EDITOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "ClaimStage" AS ENUM ('OPEN', 'DECIDED', 'WITHDRAWN', 'MERGED');

-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "RoundEnding" AS ENUM ('COUNTED', 'RETURNED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "RoundReason" AS ENUM ('FIRST', 'SPLIT', 'RETURNED', 'CLAIM_CHANGED', 'REOPENED');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('LOW', 'MEDIUM', 'HIGH');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('SUPPORTS', 'REFUTES', 'CONTEXT');

-- CreateEnum
CREATE TYPE "DecisionAction" AS ENUM ('APPROVE', 'OVERRIDE', 'RESOLVE', 'RETURN', 'DISMISS');

-- CreateEnum
CREATE TYPE "ConsensusStatus" AS ENUM ('AWAITING', 'AGREED', 'SPLIT', 'ESCALATED');

-- CreateEnum
CREATE TYPE "AnchorState" AS ENUM ('ANCHORED', 'CHANGED', 'ORPHANED');

-- CreateEnum
CREATE TYPE "TextDirection" AS ENUM ('LTR', 'RTL');

-- CreateEnum
CREATE TYPE "StreamKind" AS ENUM ('STATEMENT', 'WORKSPACE');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "funding" TEXT NOT NULL DEFAULT '',
    "corrections_policy" TEXT NOT NULL DEFAULT '',
    "contact_email" TEXT,
    "show_reviewer_names" BOOLEAN NOT NULL DEFAULT false,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "scale_version" INTEGER NOT NULL DEFAULT 1,
    "policy_version" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspace_revision" (
    "workspace_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "workspace_revision_pkey" PRIMARY KEY ("workspace_id","number")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invite" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "email" TEXT,
    "role" "Role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "workspace_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "quorum" INTEGER NOT NULL,
    "majority_numerator" INTEGER NOT NULL,
    "majority_denominator" INTEGER NOT NULL,
    "spread" INTEGER NOT NULL,
    "max_rounds" INTEGER NOT NULL,
    "separation_of_duties" BOOLEAN NOT NULL,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("workspace_id","version")
);

-- CreateTable
CREATE TABLE "scale_version" (
    "workspace_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "scale_version_pkey" PRIMARY KEY ("workspace_id","version")
);

-- CreateTable
CREATE TABLE "rating" (
    "workspace_id" UUID NOT NULL,
    "scale_version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "position" INTEGER,
    "ord" INTEGER NOT NULL,
    "tone" TEXT NOT NULL,
    "requires_citation" BOOLEAN NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("workspace_id","scale_version","key")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "claimant" TEXT NOT NULL,
    "claimant_role" TEXT,
    "appearance" TEXT,
    "said_on" TEXT,
    "language" TEXT NOT NULL,
    "direction" "TextDirection" NOT NULL DEFAULT 'LTR',
    "context" TEXT,
    "current_version" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_revision" (
    "workspace_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "details" JSONB NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "statement_revision_pkey" PRIMARY KEY ("statement_id","number")
);

-- CreateTable
CREATE TABLE "statement_version" (
    "workspace_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "word_count" INTEGER NOT NULL,
    "retrieved_from" TEXT,
    "retrieved_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "statement_version_pkey" PRIMARY KEY ("statement_id","number")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "stage" "ClaimStage" NOT NULL DEFAULT 'OPEN',
    "claim_reviewed" TEXT NOT NULL,
    "claimant" TEXT,
    "said_on" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "round" INTEGER NOT NULL DEFAULT 1,
    "policy_version" INTEGER NOT NULL,
    "scale_version" INTEGER NOT NULL,
    "quorum" INTEGER,
    "quorum_reason" TEXT,
    "merged_into_id" UUID,
    "consensus" "ConsensusStatus" NOT NULL DEFAULT 'AWAITING',
    "rating" TEXT,
    "is_returned" BOOLEAN NOT NULL DEFAULT false,
    "sort_start" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_revision" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "claim_reviewed" TEXT NOT NULL,
    "claimant" TEXT,
    "said_on" TEXT,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "claim_revision_pkey" PRIMARY KEY ("claim_id","number")
);

-- CreateTable
CREATE TABLE "target" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "claim_revision" INTEGER NOT NULL,
    "statement_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "ord" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "anchor_state" "AnchorState" NOT NULL DEFAULT 'ANCHORED',

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "RoundState" NOT NULL DEFAULT 'OPEN',
    "reason" "RoundReason" NOT NULL DEFAULT 'FIRST',
    "claim_revision" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "ending" "RoundEnding",
    "consensus" "ConsensusStatus",
    "split_reason" TEXT,
    "rating" TEXT,

    CONSTRAINT "round_pkey" PRIMARY KEY ("claim_id","number")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "is_withdrawal" BOOLEAN NOT NULL DEFAULT false,
    "scale_version" INTEGER,
    "rating" TEXT,
    "confidence" "Confidence",
    "rationale" TEXT NOT NULL,
    "cast_at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "type" TEXT NOT NULL DEFAULT 'webpage',
    "title" TEXT NOT NULL,
    "author" TEXT,
    "publisher" TEXT,
    "published_on" TEXT,
    "url" TEXT,
    "reference" TEXT,
    "archive_url" TEXT,
    "retrieved_on" TEXT,
    "document_hash" TEXT,
    "interest" TEXT,
    "fingerprint" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "ord" INTEGER NOT NULL,
    "stance" "Stance" NOT NULL,
    "quote" TEXT,
    "note" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("claim_id","member_id")
);

-- CreateTable
CREATE TABLE "recusal" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "from_round" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "recusal_pkey" PRIMARY KEY ("claim_id","member_id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "parent_id" UUID,
    "round" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "action" "DecisionAction" NOT NULL,
    "scale_version" INTEGER,
    "rating" TEXT,
    "explanation" TEXT,
    "reason" TEXT,
    "rated_as_of" TEXT,
    "decider_id" UUID NOT NULL,
    "bound_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reopening" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "reopening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "snapshot_hash" TEXT NOT NULL,
    "claim_count" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_claim" (
    "workspace_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "ord" INTEGER NOT NULL,

    CONSTRAINT "published_claim_pkey" PRIMARY KEY ("publication_id","claim_id")
);

-- CreateTable
CREATE TABLE "publication_page" (
    "workspace_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "renderer" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "rendered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publication_page_pkey" PRIMARY KEY ("publication_id")
);

-- CreateTable
CREATE TABLE "share" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "label" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,

    CONSTRAINT "share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_stream" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "kind" "StreamKind" NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "head" TEXT,

    CONSTRAINT "event_stream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "workspace_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "claim_id" UUID,
    "ids" JSONB NOT NULL,
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "content_hash" TEXT,
    "prev_hash" TEXT,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("stream_id","seq")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "reply" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("member_id","key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE INDEX "password_reset_user_id_idx" ON "password_reset"("user_id");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_workspace_id_id_key" ON "member"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "member_workspace_id_user_id_key" ON "member"("workspace_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invite_token_hash_key" ON "invite"("token_hash");

-- CreateIndex
CREATE INDEX "invite_workspace_id_created_at_idx" ON "invite"("workspace_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_workspace_id_member_id_idx" ON "api_token"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "statement_workspace_id_created_at_id_idx" ON "statement"("workspace_id", "created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_workspace_id_id_key" ON "statement"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_version_workspace_id_statement_id_number_key" ON "statement_version"("workspace_id", "statement_id", "number");

-- CreateIndex
CREATE INDEX "claim_workspace_id_statement_id_sort_start_id_idx" ON "claim"("workspace_id", "statement_id", "sort_start", "id");

-- CreateIndex
CREATE INDEX "claim_workspace_id_stage_consensus_idx" ON "claim"("workspace_id", "stage", "consensus");

-- CreateIndex
CREATE UNIQUE INDEX "claim_workspace_id_id_key" ON "claim"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_revision_workspace_id_claim_id_number_key" ON "claim_revision"("workspace_id", "claim_id", "number");

-- CreateIndex
CREATE INDEX "target_workspace_id_statement_id_version_number_start_idx" ON "target"("workspace_id", "statement_id", "version_number", "start");

-- CreateIndex
CREATE UNIQUE INDEX "target_workspace_id_claim_id_claim_revision_version_number__key" ON "target"("workspace_id", "claim_id", "claim_revision", "version_number", "ord");

-- CreateIndex
CREATE INDEX "round_workspace_id_state_idx" ON "round"("workspace_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "round_workspace_id_claim_id_number_key" ON "round"("workspace_id", "claim_id", "number");

-- CreateIndex
CREATE INDEX "verdict_workspace_id_reviewer_id_idx" ON "verdict"("workspace_id", "reviewer_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_workspace_id_id_key" ON "verdict"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_workspace_id_claim_id_round_reviewer_id_revision_key" ON "verdict"("workspace_id", "claim_id", "round", "reviewer_id", "revision");

-- CreateIndex
CREATE INDEX "source_workspace_id_url_idx" ON "source"("workspace_id", "url");

-- CreateIndex
CREATE UNIQUE INDEX "source_workspace_id_id_key" ON "source"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "source_workspace_id_fingerprint_key" ON "source"("workspace_id", "fingerprint");

-- CreateIndex
CREATE INDEX "citation_workspace_id_source_id_idx" ON "citation"("workspace_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_workspace_id_verdict_id_ord_key" ON "citation"("workspace_id", "verdict_id", "ord");

-- CreateIndex
CREATE INDEX "assignment_workspace_id_member_id_idx" ON "assignment"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "comment_workspace_id_claim_id_at_id_idx" ON "comment"("workspace_id", "claim_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_workspace_id_id_key" ON "comment"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "decision_workspace_id_decider_id_idx" ON "decision"("workspace_id", "decider_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_workspace_id_id_key" ON "decision"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_workspace_id_claim_id_number_key" ON "decision"("workspace_id", "claim_id", "number");

-- CreateIndex
CREATE INDEX "reopening_workspace_id_claim_id_at_idx" ON "reopening"("workspace_id", "claim_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "reopening_workspace_id_decision_id_key" ON "reopening"("workspace_id", "decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_workspace_id_id_key" ON "publication"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_workspace_id_statement_id_number_key" ON "publication"("workspace_id", "statement_id", "number");

-- CreateIndex
CREATE INDEX "published_claim_workspace_id_claim_id_idx" ON "published_claim"("workspace_id", "claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_page_workspace_id_publication_id_key" ON "publication_page"("workspace_id", "publication_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_token_hash_key" ON "share"("token_hash");

-- CreateIndex
CREATE INDEX "share_workspace_id_statement_id_created_at_idx" ON "share"("workspace_id", "statement_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "event_stream_workspace_id_id_key" ON "event_stream"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "event_workspace_id_claim_id_idx" ON "event"("workspace_id", "claim_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workspace_revision" ADD CONSTRAINT "workspace_revision_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workspace_revision" ADD CONSTRAINT "workspace_revision_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_workspace_id_accepted_by_id_fkey" FOREIGN KEY ("workspace_id", "accepted_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scale_version" ADD CONSTRAINT "scale_version_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scale_version" ADD CONSTRAINT "scale_version_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_workspace_id_scale_version_fkey" FOREIGN KEY ("workspace_id", "scale_version") REFERENCES "scale_version"("workspace_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_revision" ADD CONSTRAINT "statement_revision_workspace_id_statement_id_fkey" FOREIGN KEY ("workspace_id", "statement_id") REFERENCES "statement"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_revision" ADD CONSTRAINT "statement_revision_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_version" ADD CONSTRAINT "statement_version_workspace_id_statement_id_fkey" FOREIGN KEY ("workspace_id", "statement_id") REFERENCES "statement"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_version" ADD CONSTRAINT "statement_version_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_workspace_id_statement_id_fkey" FOREIGN KEY ("workspace_id", "statement_id") REFERENCES "statement"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_workspace_id_policy_version_fkey" FOREIGN KEY ("workspace_id", "policy_version") REFERENCES "policy_version"("workspace_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_workspace_id_scale_version_fkey" FOREIGN KEY ("workspace_id", "scale_version") REFERENCES "scale_version"("workspace_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_workspace_id_merged_into_id_fkey" FOREIGN KEY ("workspace_id", "merged_into_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_revision" ADD CONSTRAINT "claim_revision_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_revision" ADD CONSTRAINT "claim_revision_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_workspace_id_statement_id_version_number_fkey" FOREIGN KEY ("workspace_id", "statement_id", "version_number") REFERENCES "statement_version"("workspace_id", "statement_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_workspace_id_opened_by_id_fkey" FOREIGN KEY ("workspace_id", "opened_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_workspace_id_closed_by_id_fkey" FOREIGN KEY ("workspace_id", "closed_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_workspace_id_claim_id_round_fkey" FOREIGN KEY ("workspace_id", "claim_id", "round") REFERENCES "round"("workspace_id", "claim_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_workspace_id_reviewer_id_fkey" FOREIGN KEY ("workspace_id", "reviewer_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_workspace_id_scale_version_rating_fkey" FOREIGN KEY ("workspace_id", "scale_version", "rating") REFERENCES "rating"("workspace_id", "scale_version", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_verdict_id_fkey" FOREIGN KEY ("workspace_id", "verdict_id") REFERENCES "verdict"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "source"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_assigned_by_id_fkey" FOREIGN KEY ("workspace_id", "assigned_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_parent_id_fkey" FOREIGN KEY ("workspace_id", "parent_id") REFERENCES "comment"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_workspace_id_claim_id_round_fkey" FOREIGN KEY ("workspace_id", "claim_id", "round") REFERENCES "round"("workspace_id", "claim_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_workspace_id_scale_version_rating_fkey" FOREIGN KEY ("workspace_id", "scale_version", "rating") REFERENCES "rating"("workspace_id", "scale_version", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_workspace_id_decider_id_fkey" FOREIGN KEY ("workspace_id", "decider_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_workspace_id_decision_id_fkey" FOREIGN KEY ("workspace_id", "decision_id") REFERENCES "decision"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_workspace_id_statement_id_fkey" FOREIGN KEY ("workspace_id", "statement_id") REFERENCES "statement"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_claim" ADD CONSTRAINT "published_claim_workspace_id_publication_id_fkey" FOREIGN KEY ("workspace_id", "publication_id") REFERENCES "publication"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_claim" ADD CONSTRAINT "published_claim_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_claim" ADD CONSTRAINT "published_claim_workspace_id_decision_id_fkey" FOREIGN KEY ("workspace_id", "decision_id") REFERENCES "decision"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_page" ADD CONSTRAINT "publication_page_workspace_id_publication_id_fkey" FOREIGN KEY ("workspace_id", "publication_id") REFERENCES "publication"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_workspace_id_statement_id_fkey" FOREIGN KEY ("workspace_id", "statement_id") REFERENCES "statement"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_workspace_id_publication_id_fkey" FOREIGN KEY ("workspace_id", "publication_id") REFERENCES "publication"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_workspace_id_revoked_by_id_fkey" FOREIGN KEY ("workspace_id", "revoked_by_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_stream" ADD CONSTRAINT "event_stream_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_stream_id_fkey" FOREIGN KEY ("workspace_id", "stream_id") REFERENCES "event_stream"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_actor_id_fkey" FOREIGN KEY ("workspace_id", "actor_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


