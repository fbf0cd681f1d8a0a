import type { EditionView } from '@waymark/api/features/edition/edition.view'
import { type Fact, Facts } from '@waymark/ui/facts'
import { Section } from '@waymark/ui/section'
import { useWords } from './use-words.ts'

/** How an edition is checked, and what by: of one edition its hashes, its signature and its checkpoint too. */
export function EditionProof({ edition, keyText }: { edition: EditionView | null; keyText: string | null }) {
  const { formatNumber, t } = useWords()
  const copy = t.editions
  const code = (text: string) => <code className="proof">{text}</code>
  const facts: Fact[] = [
    {
      key: 'key',
      term: copy.key,
      text:
        keyText === null ? (
          copy.keyNone
        ) : (
          <>
            {code(keyText)}
            <span className="tiny quiet line">{copy.keyNote}</span>
          </>
        ),
    },
    ...(edition === null
      ? []
      : [
          { key: 'data', term: copy.dataSha256, text: code(edition.dataSha256) },
          { key: 'zip', term: copy.zipSha256, text: code(edition.zipSha256) },
          { key: 'manifest', term: copy.manifestSha256, text: code(edition.manifestSha256) },
          { key: 'signature', term: copy.signature, text: <pre className="proof">{edition.signature}</pre> },
          {
            key: 'checkpoint',
            term: copy.checkpoint,
            text: (
              <>
                <pre className="proof">{edition.checkpoint}</pre>
                <span className="tiny quiet line">{copy.checkpointNote(formatNumber(edition.treeSize))}</span>
              </>
            ),
          },
        ]),
  ]
  return (
    <Section id="proof" title={copy.proof} note={copy.proofNote}>
      <ol className="small">
        {copy.proofSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {edition !== null && <p className="small measure gap-s">{copy.proofByHand}</p>}
      <div className="gap-s">
        <Facts facts={facts} />
      </div>
    </Section>
  )
}
