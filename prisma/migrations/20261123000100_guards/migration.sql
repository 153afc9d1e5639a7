-- What the tables themselves refuse, whoever asks.

-- Histories and what they announce are append-only.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'event', 'workspace_revision', 'policy_version', 'scale_version', 'rating', 'statement_revision', 'statement_version',
    'claim_revision', 'verdict', 'source', 'citation', 'recusal', 'comment', 'decision', 'reopening', 'publication', 'published_claim'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;

-- A history goes on where it stood: no gap, no fork, no second beginning.
CREATE FUNCTION check_event_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  SELECT seq, hash INTO last FROM event WHERE stream_id = NEW.stream_id ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> COALESCE(last.seq, 0) + 1 OR NEW.prev_hash IS DISTINCT FROM last.hash THEN
    RAISE EXCEPTION 'event % of stream % does not follow event %', NEW.seq, NEW.stream_id, COALESCE(last.seq, 0) USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_follows BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION check_event_follows();

-- A closed round takes no more verdicts, also when the application forgot its lock.
CREATE FUNCTION check_round_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM round WHERE claim_id = NEW.claim_id AND number = NEW.round AND state = 'OPEN' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'round % of claim % is closed', NEW.round, NEW.claim_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verdict_round_open BEFORE INSERT ON verdict FOR EACH ROW EXECUTE FUNCTION check_round_open();

-- A round is opened once, one at a time, and never opened again.
CREATE FUNCTION check_round_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'rounds are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
  ELSIF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT 1 FROM round WHERE claim_id = NEW.claim_id AND state = 'OPEN') THEN
      RAISE EXCEPTION 'claim % has an open round', NEW.claim_id USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF OLD.state = 'CLOSED' AND (NEW.state <> 'CLOSED' OR NEW.closed_at IS DISTINCT FROM OLD.closed_at
      OR NEW.consensus IS DISTINCT FROM OLD.consensus OR NEW.rating IS DISTINCT FROM OLD.rating
      OR NEW.split_reason IS DISTINCT FROM OLD.split_reason OR NEW.claim_revision <> OLD.claim_revision
      OR (OLD.ending <> 'COUNTED' AND NEW.ending <> OLD.ending)) THEN
    RAISE EXCEPTION 'round % of claim % is closed', OLD.number, OLD.claim_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER round_change BEFORE INSERT OR UPDATE OR DELETE ON round FOR EACH ROW EXECUTE FUNCTION check_round_change();

-- A link or token once ended stays ended.
CREATE FUNCTION check_share_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at OR NEW.token_hash <> OLD.token_hash
      OR NEW.publication_id <> OLD.publication_id THEN
    RAISE EXCEPTION 'share % cannot be changed so', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER share_ended BEFORE UPDATE ON share FOR EACH ROW EXECUTE FUNCTION check_share_ended();

ALTER TABLE "user" ADD CONSTRAINT user_email_canonical CHECK (email = lower(btrim(email)) AND email <> '');
ALTER TABLE policy_version ADD CONSTRAINT policy_bounds CHECK (
  quorum BETWEEN 2 AND 50 AND majority_numerator > 0 AND majority_numerator * 2 > majority_denominator
  AND majority_numerator <= majority_denominator AND spread >= 0 AND max_rounds BETWEEN 1 AND 10);
ALTER TABLE rating ADD CONSTRAINT rating_position CHECK (position IS NULL OR position >= 1);
ALTER TABLE claim ADD CONSTRAINT claim_quorum CHECK (quorum IS NULL OR (quorum >= 2 AND quorum_reason IS NOT NULL));
ALTER TABLE claim ADD CONSTRAINT claim_merged CHECK ((stage = 'MERGED') = (merged_into_id IS NOT NULL) AND merged_into_id <> id);
ALTER TABLE target ADD CONSTRAINT target_span CHECK (start >= 0 AND start < "end" AND exact <> '');
ALTER TABLE round ADD CONSTRAINT round_closing CHECK (
  (state = 'OPEN' AND closed_at IS NULL AND ending IS NULL AND consensus IS NULL)
  OR (state = 'CLOSED' AND closed_at IS NOT NULL AND ending IS NOT NULL));
ALTER TABLE verdict ADD CONSTRAINT verdict_withdrawal CHECK (
  (is_withdrawal AND rating IS NULL AND confidence IS NULL AND scale_version IS NULL)
  OR (NOT is_withdrawal AND rating IS NOT NULL AND confidence IS NOT NULL AND scale_version IS NOT NULL AND rationale <> ''));
ALTER TABLE source ADD CONSTRAINT source_address CHECK (
  (url IS NOT NULL OR reference IS NOT NULL) AND (url IS NULL OR url ~* '^https?://') AND (archive_url IS NULL OR archive_url ~* '^https?://'));
ALTER TABLE statement ADD CONSTRAINT statement_address CHECK (appearance IS NULL OR appearance ~* '^https?://');
ALTER TABLE decision ADD CONSTRAINT decision_words CHECK (
  (action = 'RETURN' OR explanation <> '') AND (action = 'APPROVE' OR reason <> '')
  AND (action IN ('RETURN', 'DISMISS', 'RESOLVE') OR rating IS NOT NULL)
  AND (rating IS NULL) = (scale_version IS NULL));
ALTER TABLE event ADD CONSTRAINT event_seq CHECK (seq >= 1 AND (seq = 1) = (prev_hash IS NULL));
