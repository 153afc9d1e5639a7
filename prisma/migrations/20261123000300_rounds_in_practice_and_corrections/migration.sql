-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('ASSIGNED', 'ASSIGNMENT_RETURNED', 'MADE_LEAD', 'MENTIONED', 'REPLIED', 'ROUND_OPENED', 'ESCALATED', 'REPORT_RECEIVED');

-- CreateEnum
CREATE TYPE "ContactChannel" AS ENUM ('EMAIL', 'PHONE', 'LETTER', 'FORM', 'SOCIAL_MEDIA', 'IN_PERSON', 'OTHER');

-- CreateEnum
CREATE TYPE "ContactResult" AS ENUM ('REPLIED', 'NO_REPLY', 'DECLINED', 'UNDELIVERABLE', 'RECORDED_IN_ERROR');

-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('CLARIFICATION', 'UPDATE', 'CORRECTION', 'RETRACTION');

-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('UNDER_REVIEW', 'CORRECTED', 'NO_CHANGE');

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "mention_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "quoted_citation_id" UUID,
ADD COLUMN     "quoted_verdict_id" UUID;

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "is_trainee" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "due_on" TEXT,
ADD COLUMN     "embargo_until" TIMESTAMPTZ(3),
ADD COLUMN     "lead_id" UUID,
ADD COLUMN     "plan_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN     "is_trainee" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "idle_limit_days" INTEGER DEFAULT 7;

-- CreateTable
CREATE TABLE "statement_plan" (
    "workspace_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "lead_id" UUID,
    "due_on" TEXT,
    "embargo_until" TIMESTAMPTZ(3),
    "reviewer_ids" UUID[],
    "reviewers_per_claim" INTEGER,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "statement_plan_pkey" PRIMARY KEY ("statement_id","number")
);

-- CreateTable
CREATE TABLE "comment_revision" (
    "workspace_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "mention_ids" UUID[],
    "is_withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "comment_revision_pkey" PRIMARY KEY ("comment_id","number")
);

-- CreateTable
CREATE TABLE "comment_resolution" (
    "workspace_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "is_resolved" BOOLEAN NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "comment_resolution_pkey" PRIMARY KEY ("comment_id","number")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "actor_id" UUID,
    "statement_id" UUID NOT NULL,
    "claim_id" UUID,
    "comment_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_request" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "asked_on" TEXT NOT NULL,
    "channel" "ContactChannel" NOT NULL,
    "asked" TEXT NOT NULL,
    "deadline_on" TEXT,
    "note" TEXT,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "contact_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_request_claim" (
    "workspace_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,

    CONSTRAINT "contact_request_claim_pkey" PRIMARY KEY ("request_id","claim_id")
);

-- CreateTable
CREATE TABLE "contact_outcome" (
    "workspace_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "result" "ContactResult" NOT NULL,
    "on" TEXT NOT NULL,
    "reply" TEXT,
    "source_id" UUID,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "contact_outcome_pkey" PRIMARY KEY ("request_id","number")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "claim_id" UUID,
    "kind" "CorrectionKind" NOT NULL,
    "what_changed" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "publication_id" UUID NOT NULL,
    "reopening_id" UUID,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "error_report" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "share_id" UUID NOT NULL,
    "claim_id" UUID,
    "text" TEXT NOT NULL,
    "receipt_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "error_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "error_report_contact" (
    "workspace_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "contact" TEXT NOT NULL,

    CONSTRAINT "error_report_contact_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "error_report_answer" (
    "workspace_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "outcome" "ReportOutcome" NOT NULL,
    "text" TEXT NOT NULL,
    "correction_id" UUID,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "error_report_answer_pkey" PRIMARY KEY ("report_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "statement_plan_workspace_id_statement_id_number_key" ON "statement_plan"("workspace_id", "statement_id", "number");

-- CreateIndex
CREATE INDEX "notice_workspace_id_member_id_at_idx" ON "notice"("workspace_id", "member_id", "at" DESC);

-- CreateIndex
CREATE INDEX "notice_workspace_id_statement_id_idx" ON "notice"("workspace_id", "statement_id");

-- CreateIndex
CREATE INDEX "contact_request_workspace_id_statement_id_asked_on_idx" ON "contact_request"("workspace_id", "statement_id", "asked_on");

-- CreateIndex
CREATE UNIQUE INDEX "contact_request_workspace_id_id_key" ON "contact_request"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "contact_request_claim_workspace_id_claim_id_idx" ON "contact_request_claim"("workspace_id", "claim_id");

-- CreateIndex
CREATE INDEX "correction_workspace_id_at_idx" ON "correction"("workspace_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "correction_workspace_id_id_key" ON "correction"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "correction_workspace_id_statement_id_number_key" ON "correction"("workspace_id", "statement_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "error_report_receipt_hash_key" ON "error_report"("receipt_hash");

-- CreateIndex
CREATE INDEX "error_report_workspace_id_statement_id_at_idx" ON "error_report"("workspace_id", "statement_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "error_report_workspace_id_id_key" ON "error_report"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "error_report_contact_workspace_id_report_id_key" ON "error_report_contact"("workspace_id", "report_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_workspace_id_id_key" ON "citation"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "reopening_workspace_id_id_key" ON "reopening"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "share_workspace_id_id_key" ON "share"("workspace_id", "id");

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_plan" ADD CONSTRAINT "statement_plan_workspace_id_statement_id_fkey" FOREIGN KEY ("workspace_id", "statement_id") REFERENCES "statement"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_plan" ADD CONSTRAINT "statement_plan_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_plan" ADD CONSTRAINT "statement_plan_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_quoted_verdict_id_fkey" FOREIGN KEY ("workspace_id", "quoted_verdict_id") REFERENCES "verdict"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_quoted_citation_id_fkey" FOREIGN KEY ("workspace_id", "quoted_citation_id") REFERENCES "citation"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_workspace_id_comment_id_fkey" FOREIGN KEY ("workspace_id", "comment_id") REFERENCES "comment"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_resolution" ADD CONSTRAINT "comment_resolution_workspace_id_comment_id_fkey" FOREIGN KEY ("workspace_id", "comment_id") REFERENCES "comment"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_resolution" ADD CONSTRAINT "comment_resolution_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_workspace_id_actor_id_fkey" FOREIGN KEY ("workspace_id", "actor_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_workspace_id_statement_id_fkey" FOREIGN KEY ("workspace_id", "statement_id") REFERENCES "statement"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_workspace_id_comment_id_fkey" FOREIGN KEY ("workspace_id", "comment_id") REFERENCES "comment"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_request" ADD CONSTRAINT "contact_request_workspace_id_statement_id_fkey" FOREIGN KEY ("workspace_id", "statement_id") REFERENCES "statement"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_request" ADD CONSTRAINT "contact_request_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_request_claim" ADD CONSTRAINT "contact_request_claim_workspace_id_request_id_fkey" FOREIGN KEY ("workspace_id", "request_id") REFERENCES "contact_request"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_request_claim" ADD CONSTRAINT "contact_request_claim_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_outcome" ADD CONSTRAINT "contact_outcome_workspace_id_request_id_fkey" FOREIGN KEY ("workspace_id", "request_id") REFERENCES "contact_request"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_outcome" ADD CONSTRAINT "contact_outcome_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "source"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_outcome" ADD CONSTRAINT "contact_outcome_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_workspace_id_statement_id_fkey" FOREIGN KEY ("workspace_id", "statement_id") REFERENCES "statement"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_workspace_id_publication_id_fkey" FOREIGN KEY ("workspace_id", "publication_id") REFERENCES "publication"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_workspace_id_reopening_id_fkey" FOREIGN KEY ("workspace_id", "reopening_id") REFERENCES "reopening"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "error_report" ADD CONSTRAINT "error_report_workspace_id_statement_id_fkey" FOREIGN KEY ("workspace_id", "statement_id") REFERENCES "statement"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "error_report" ADD CONSTRAINT "error_report_workspace_id_publication_id_fkey" FOREIGN KEY ("workspace_id", "publication_id") REFERENCES "publication"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "error_report" ADD CONSTRAINT "error_report_workspace_id_share_id_fkey" FOREIGN KEY ("workspace_id", "share_id") REFERENCES "share"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "error_report" ADD CONSTRAINT "error_report_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "error_report_contact" ADD CONSTRAINT "error_report_contact_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "error_report"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "error_report_answer" ADD CONSTRAINT "error_report_answer_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "error_report"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "error_report_answer" ADD CONSTRAINT "error_report_answer_workspace_id_correction_id_fkey" FOREIGN KEY ("workspace_id", "correction_id") REFERENCES "correction"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "error_report_answer" ADD CONSTRAINT "error_report_answer_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Append-only, like every history.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'statement_plan', 'comment_revision', 'comment_resolution', 'contact_request', 'contact_request_claim', 'contact_outcome',
    'correction', 'error_report', 'error_report_answer'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;

ALTER TABLE workspace ADD CONSTRAINT workspace_idle_limit CHECK (idle_limit_days BETWEEN 1 AND 365);
ALTER TABLE member ADD CONSTRAINT member_trainee CHECK (NOT is_trainee OR role = 'REVIEWER');
ALTER TABLE statement_plan ADD CONSTRAINT statement_plan_bounds CHECK (
  number >= 1 AND (due_on IS NULL OR due_on ~ '^\d{4}-\d{2}-\d{2}$') AND (reviewers_per_claim IS NULL OR reviewers_per_claim >= 1));
ALTER TABLE comment_revision ADD CONSTRAINT comment_revision_words CHECK (number >= 2 AND is_withdrawn = (text = ''));
ALTER TABLE comment ADD CONSTRAINT comment_one_quote CHECK (quoted_verdict_id IS NULL OR quoted_citation_id IS NULL);
ALTER TABLE contact_request ADD CONSTRAINT contact_request_days CHECK (
  asked_on ~ '^\d{4}-\d{2}-\d{2}$' AND (deadline_on IS NULL OR deadline_on ~ '^\d{4}-\d{2}-\d{2}$') AND asked <> '');
ALTER TABLE contact_outcome ADD CONSTRAINT contact_outcome_reply CHECK ("on" ~ '^\d{4}-\d{2}-\d{2}$' AND (result <> 'REPLIED' OR reply <> ''));
ALTER TABLE correction ADD CONSTRAINT correction_words CHECK (what_changed <> '' AND why <> '');
ALTER TABLE error_report ADD CONSTRAINT error_report_words CHECK (text <> '');
ALTER TABLE error_report_answer ADD CONSTRAINT error_report_answer_words CHECK (text <> '' AND (outcome <> 'CORRECTED' OR correction_id IS NOT NULL));
