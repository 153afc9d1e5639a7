-- CreateEnum
CREATE TYPE "TargetReviewAction" AS ENUM ('CONFIRMED', 'RETARGETED');

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "suspended_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "claim_revision" ADD COLUMN     "imported_from" TEXT;

-- AlterTable
ALTER TABLE "statement_version" ADD COLUMN     "note" TEXT;

-- AlterTable
-- Every target so far stands in the version it was highlighted in.
ALTER TABLE "target" ADD COLUMN     "anchored_in" INTEGER;
UPDATE "target" SET "anchored_in" = "version_number";
ALTER TABLE "target" ALTER COLUMN "anchored_in" SET NOT NULL;

-- CreateTable
CREATE TABLE "target_review" (
    "workspace_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "action" "TargetReviewAction" NOT NULL,
    "found" "AnchorState" NOT NULL,
    "exact" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "note" TEXT,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "target_review_pkey" PRIMARY KEY ("target_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "target_review_workspace_id_target_id_key" ON "target_review"("workspace_id", "target_id");

-- CreateIndex
CREATE INDEX "claim_revision_workspace_id_imported_from_idx" ON "claim_revision"("workspace_id", "imported_from");

-- CreateIndex
CREATE UNIQUE INDEX "target_workspace_id_id_key" ON "target"("workspace_id", "id");

-- AddForeignKey
ALTER TABLE "target_review" ADD CONSTRAINT "target_review_workspace_id_target_id_fkey" FOREIGN KEY ("workspace_id", "target_id") REFERENCES "target"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_review" ADD CONSTRAINT "target_review_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only, like every history.
CREATE TRIGGER target_review_append_only BEFORE UPDATE OR DELETE ON target_review FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER target_review_no_truncate BEFORE TRUNCATE ON target_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A lost target keeps the quote that was lost, at the place where it stood.
ALTER TABLE target DROP CONSTRAINT target_span;
ALTER TABLE target ADD CONSTRAINT target_span CHECK (
  start >= 0 AND exact <> '' AND (start < "end" OR (anchor_state = 'ORPHANED' AND start = "end")));
ALTER TABLE target ADD CONSTRAINT target_accepted CHECK (
  (anchor_state = 'ANCHORED' AND anchored_in = version_number) OR (anchor_state <> 'ANCHORED' AND anchored_in < version_number));
ALTER TABLE target_review ADD CONSTRAINT target_review_span CHECK (
  start >= 0 AND start < "end" AND exact <> '' AND found <> 'ANCHORED' AND (action = 'RETARGETED' OR found = 'CHANGED'));
ALTER TABLE statement_version ADD CONSTRAINT statement_version_number CHECK (number >= 1);

-- A target is written once for a version. What a person then says of it may make it stand there, once, and nothing else changes it.
CREATE FUNCTION check_target_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'targets are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
  ELSIF OLD.anchor_state = 'ANCHORED' OR NEW.anchor_state <> 'ANCHORED'
      OR (NEW.id, NEW.workspace_id, NEW.claim_id, NEW.claim_revision, NEW.statement_id, NEW.version_number, NEW.ord)
        IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.claim_id, OLD.claim_revision, OLD.statement_id, OLD.version_number, OLD.ord)
      OR NOT EXISTS (SELECT 1 FROM target_review r WHERE r.workspace_id = NEW.workspace_id AND r.target_id = NEW.id
        AND r.exact = NEW.exact AND r.start = NEW.start AND r."end" = NEW."end") THEN
    RAISE EXCEPTION 'target % cannot be changed so', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_change BEFORE UPDATE OR DELETE ON target FOR EACH ROW EXECUTE FUNCTION check_target_change();
CREATE TRIGGER target_no_truncate BEFORE TRUNCATE ON target FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
