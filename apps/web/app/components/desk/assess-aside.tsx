import { Facts } from '@waymark/ui/facts'
import { MarkWord } from '@waymark/ui/marks'
import { EvidenceView } from './evidence-view.tsx'
import { FindingLine } from './finding-words.tsx'
import type { Initial } from './initial-form.ts'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'
import type { AssessForm } from './views.ts'

function Notice({ form, notice }: { form: AssessForm; notice: Initial['notice'] }) {
  const { formatInstant, t } = useDeskWords()
  const copy = t.desk.assess
  const { from, draft } = form
  const record = `/desk/${form.dossier.key}/recommendations/${form.ref}`
  return (
    <>
      {notice === 'draft' && draft !== null && (
        <p className="done">{copy.draftFrom(formatInstant(draft.updatedAt))}</p>
      )}
      {notice === 'other-draft' && (
        <p className="done">
          {copy.draftOther} <PageLink href={`${record}/assess`}>{copy.draftOpen}</PageLink>
        </p>
      )}
      {from !== null && from.workflow === 'returned' && from.comment !== null && (
        <div className="comment">
          <p className="hint">{copy.fromReturned(from.reviewer ?? '')}</p>
          <p className="said">{from.comment}</p>
        </div>
      )}
    </>
  )
}

/** Beside the form: what was asked, what is on record now, and the rules that hold. */
export function AssessAside({ form, notice }: { form: AssessForm; notice: Initial['notice'] }) {
  const { formatDate, getStandingWord, t } = useDeskWords()
  const copy = t.desk.assess
  const { current, standing, dossier, ref, criterion, waiting } = form
  const record = `/desk/${dossier.key}/recommendations/${ref}`
  return (
    <aside className="beside" aria-labelledby="now">
      <p>
        <PageLink href={record}>{ref}</PageLink> ·{' '}
        <PageLink href={`/${dossier.key}/recommendations/${ref}`}>{t.desk.record.viewAsPublic}</PageLink>
      </p>
      <Notice form={form} notice={notice} />
      <h2 id="now">{copy.current}</h2>
      {current === null ? (
        <p>{copy.none}</p>
      ) : (
        <>
          {standing.kind === 'unknown' && (
            <p>
              <MarkWord {...getStandingWord(standing)} />
            </p>
          )}
          <FindingLine assessment={current} />
          <p className="said">{current.rationale}</p>
          <details className="more">
            <summary>{t.desk.record.evidenceCount(current.evidence.length)}</summary>
            <EvidenceView assessment={current} level={3} id="current" />
          </details>
        </>
      )}
      {waiting.length > 0 && (
        <p className="done">
          {copy.waiting(waiting.length)}{' '}
          <PageLink href={`${record}#history`}>{t.desk.record.history}</PageLink>
        </p>
      )}
      <h2>{t.desk.record.facts}</h2>
      <p className="ask">{form.text}</p>
      <Facts
        facts={[
          { key: 'area', term: t.desk.record.area, text: form.area },
          { key: 'issued', term: t.desk.record.issued, text: formatDate(form.issued) },
          ...(criterion === null
            ? []
            : [{ key: 'criterion', term: t.desk.record.criterion, text: criterion }]),
        ]}
      />
      <h2>{copy.rules}</h2>
      <ul className="dots">
        {copy.rulesList.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </aside>
  )
}
