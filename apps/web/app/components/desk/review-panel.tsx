import { Conflict } from '@waymark/ui/conflict'
import { CheckField, TextAreaField } from '@waymark/ui/field'
import { buildConflictFields, buildRecordVersion } from './assess-conflict.tsx'
import { useDeskWords } from './use-desk-words.ts'
import type { ReviewForm } from './views.ts'

/** What was proposed beside what is on record. When the record changed after the author wrote, it says so first. */
export function ReviewComparison({ review }: { review: ReviewForm }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.desk.review
  const { assessment, current, version, movedOn } = review
  return (
    <section aria-labelledby={movedOn ? 'conflict' : 'compare'} className={movedOn ? 'moved' : undefined}>
      {movedOn ? (
        <>
          <h2 id="conflict">{t.desk.conflict.title}</h2>
          <p>{t.desk.conflict.review}</p>
        </>
      ) : (
        <h2 id="compare" className="vh">
          {copy.compare}
        </h2>
      )}
      <Conflict
        fields={buildConflictFields(
          words,
          current === null ? null : buildRecordVersion(words, current),
          buildRecordVersion(words, assessment),
        )}
        words={{
          caption: t.desk.conflict.caption,
          theirs: movedOn ? t.desk.conflict.nowOnRecord(version) : copy.current,
          theirsNote:
            current === null
              ? t.desk.record.noFinding
              : t.desk.conflict.by(current.reviewer ?? current.author),
          yours: movedOn ? t.desk.conflict.proposed(assessment.basedOn) : copy.proposed,
          yoursNote: t.desk.conflict.proposedBy(assessment.author),
          differs: t.desk.conflict.differs,
        }}
      />
    </section>
  )
}

/**
 * Publish, or return with a comment. The hidden version is the one that the author saw; only the ticked box, which
 * comes later in the form and so overrides it, names the version that is on record now.
 */
export function ReviewDecision({
  review,
  obstacle,
  comment,
  errors,
}: {
  review: ReviewForm
  /** Why it cannot be published, as a sentence. */
  obstacle: string | null
  comment: string
  errors: Readonly<Record<string, string>>
}) {
  const { t } = useDeskWords()
  const copy = t.desk.review
  const { assessment, movedOn, mayPublish, version } = review
  return (
    <form method="post" noValidate aria-label={copy.title(assessment.ref)}>
      <input type="hidden" name="basedOn" value={assessment.basedOn} />
      {obstacle !== null && (
        <div className="stop">
          <p>
            <b>{copy.cannot}</b>
          </p>
          <p>{obstacle}</p>
        </div>
      )}
      {movedOn && mayPublish && (
        <div className={errors.confirm === undefined ? 'fld' : 'fld wrong'}>
          {errors.confirm !== undefined && <p className="err">{errors.confirm}</p>}
          <CheckField id="confirm" name="basedOn" value={version} label={copy.confirm} />
        </div>
      )}
      {mayPublish && (
        <div className="acts bare">
          <button type="submit" name="intent" value="publish" className="btn-main">
            {copy.publish}
          </button>
          <p className="hint">{copy.publishHint}</p>
        </div>
      )}
      <TextAreaField
        id="comment"
        name="comment"
        label={copy.comment}
        hint={copy.commentHint}
        rows={4}
        defaultValue={comment}
        {...(errors.comment === undefined ? {} : { error: errors.comment })}
      />
      <div className="acts bare">
        <button type="submit" name="intent" value="return">
          {copy.return}
        </button>
      </div>
    </form>
  )
}
