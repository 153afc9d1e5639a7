-- CreateTable
CREATE TABLE "quorum_lowering" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "quorum" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "salt" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "quorum_lowering_pkey" PRIMARY KEY ("claim_id","number")
);

-- AddForeignKey
ALTER TABLE "quorum_lowering" ADD CONSTRAINT "quorum_lowering_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claim"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quorum_lowering" ADD CONSTRAINT "quorum_lowering_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only, like every history.
ALTER TABLE "quorum_lowering" ADD CONSTRAINT "quorum_lowering_words" CHECK (quorum >= 2 AND reason <> '');
CREATE TRIGGER quorum_lowering_append_only BEFORE UPDATE OR DELETE ON quorum_lowering FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER quorum_lowering_no_truncate BEFORE TRUNCATE ON quorum_lowering FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
