import { Brand } from '@waymark/ui/masthead'
import { PageHead } from '@waymark/ui/section'
import { useWords } from './use-words.ts'

export type Fault = {
  readonly kind: 'shape' | 'twice' | 'refusal'
  readonly name: string
  readonly given: string
  readonly advice: string
}

/** A 400 of the public pages: what is wrong, where, and what to do. */
export function FaultPage({ faults, path }: { faults: readonly Fault[]; path: string }) {
  const { localise, t } = useWords()
  const copy = t.fault
  const advise = ({ kind, name, advice }: Fault) =>
    copy.advice(kind === 'twice' ? copy.twice : kind === 'shape' ? copy.shape(name, advice) : advice)
  return (
    <>
      <header className="mast">
        <div className="wrap">
          <Brand href={localise('/')} name={t.brand} />
        </div>
      </header>
      <main id="main" className="wrap">
        <PageHead over={copy.title} title={copy.h1} lead={copy.lead} />
        {faults.length > 0 && (
          <ul className="flow gap-top">
            {faults.map((fault) => (
              <li key={`${fault.name} ${fault.kind}`}>
                <b>{copy.fault(copy.names[fault.name] ?? fault.name, fault.given)}</b> {advise(fault)}
              </li>
            ))}
          </ul>
        )}
        <p className="gap-top">
          {copy.next} <a href={localise(path)}>{copy.clean}</a>.
        </p>
      </main>
    </>
  )
}
