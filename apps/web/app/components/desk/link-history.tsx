import { Facts } from '@waymark/ui/facts'
import { getGateMark, MarkWord } from '@waymark/ui/marks'
import { CorrectionForm } from './correction-form.tsx'
import { DateField } from './form-frame.tsx'
import type { CommitmentChoice } from './link-fields.tsx'
import { useDeskWords } from './use-desk-words.ts'
import type { DeskLink } from './views.ts'

import type { Outcome } from './written-form.ts'

/** The gate today, and what the link says. */
export function LinkNow({ link, commitments }: { link: DeskLink; commitments: readonly CommitmentChoice[] }) {
  const { formatDate, getGateWord, getLevelWord, getRoleOfLinkWord, t } = useDeskWords()
  const copy = t.linkage.link
  const titles = new Map(commitments.map(({ key, title }) => [key, title]))
  const facts = [
    {
      key: 'gate',
      term: copy.gateNow,
      text:
        link.gate === null ? (
          copy.noGate
        ) : (
          <>
            <MarkWord mark={getGateMark(link.gate.state)} word={getGateWord(link.gate.state)} />{' '}
            <span className="quiet">{formatDate(link.gate.at)}</span>
          </>
        ),
    },
    { key: 'role', term: copy.role, text: getRoleOfLinkWord(link.role) },
    {
      key: 'required',
      term: copy.required,
      text: link.required === null ? copy.noLevel : getLevelWord(link.required),
    },
    {
      key: 'commitments',
      term: copy.commitments,
      text:
        link.commitments.length === 0 ? (
          copy.noCommitments
        ) : (
          <ul className="dots">
            {link.commitments.map((key) => (
              <li key={key}>{titles.get(key) ?? key}</li>
            ))}
          </ul>
        ),
    },
    { key: 'note', term: copy.note, text: link.note ?? copy.noNote },
  ]
  return (
    <>
      {link.ended !== null && <p className="done">{copy.endedOn(formatDate(link.ended))}</p>}
      <Facts facts={facts} />
    </>
  )
}

type Waiver = DeskLink['waivers'][number]

function WaiverItem({
  waiver,
  mayWrite,
  outcome,
}: {
  waiver: Waiver
  mayWrite: boolean
  outcome: Outcome | undefined
}) {
  const { formatDate, formatInstant, t } = useDeskWords()
  const copy = t.linkage.link
  // Each waiver has a form of its own; the number tells them apart.
  const intent = `end-waiver.${waiver.waiver}`
  const to = waiver.ended === null ? null : formatDate(waiver.ended)
  return (
    <li className={waiver.ended === null ? 'past' : 'past over'}>
      <h3>{copy.waiverFrom(formatDate(waiver.effective), to)}</h3>
      <p className="said">{waiver.why}</p>
      {waiver.reason !== null && <p>{waiver.reason}</p>}
      <p className="hint">
        {waiver.source.title}
        {waiver.locator === null ? '' : `, ${waiver.locator}`}.{' '}
        {t.linkage.recordedBy(formatInstant(waiver.recordedAt), waiver.by)}
      </p>
      {mayWrite && (waiver.ended === null || outcome?.intent === intent) && (
        <CorrectionForm
          folded
          outcome={outcome}
          intent={intent}
          version={waiver.version}
          begin={{ ended: waiver.ended ?? '' }}
          fields={[{ name: 'ended', label: copy.waiverEnded, format: formatDate }]}
          label={copy.endWaiver}
        >
          {(state) => <DateField state={state} name="ended" label={copy.waiverEnded} />}
        </CorrectionForm>
      )}
    </li>
  )
}

/** Waivers, and the versions of the link. */
export function LinkHistory({
  link,
  mayWrite,
  outcome,
}: {
  link: DeskLink
  mayWrite: boolean
  outcome: Outcome | undefined
}) {
  const { formatDate, formatInstant, getLevelWord, getRoleOfLinkWord, t } = useDeskWords()
  const copy = t.linkage.link
  return (
    <>
      <section className="part" aria-labelledby="waivers">
        <h2 id="waivers">{copy.waivers}</h2>
        {link.waivers.length === 0 ? (
          <p className="quiet">{copy.noWaivers}</p>
        ) : (
          <ol className="history">
            {link.waivers.map((waiver) => (
              <WaiverItem key={waiver.waiver} waiver={waiver} mayWrite={mayWrite} outcome={outcome} />
            ))}
          </ol>
        )}
      </section>
      <section className="part" aria-labelledby="versions">
        <h2 id="versions">
          {t.linkage.history} <span className="quiet">{t.linkage.versions(link.versions.length)}</span>
        </h2>
        <ol className="history">
          {link.versions.map((version, index) => (
            <li key={version.version} className={index === 0 ? 'past' : 'past over'}>
              <h3>
                {getRoleOfLinkWord(version.role)}
                {version.required === null ? '' : `, ${getLevelWord(version.required)}`}
                {version.ended === null ? '' : `. ${copy.endedOn(formatDate(version.ended))}`}
              </h3>
              {version.reason !== null && <p>{version.reason}</p>}
              <p className="hint">{t.linkage.recordedBy(formatInstant(version.recordedAt), version.by)}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
