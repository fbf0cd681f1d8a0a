import { Brand } from '@waymark/ui/masthead'
import { PageHead } from '@waymark/ui/section'
import { t } from './messages.ts'

export type Fault = { readonly name: string; readonly given: string; readonly advice: string }

/** A 400 of the public pages: what is wrong, where, and what to do. */
export function FaultPage({ faults, path }: { faults: readonly Fault[]; path: string }) {
  const { fault: words } = t
  return (
    <>
      <header className="mast">
        <div className="wrap">
          <Brand href="/" name={t.brand} />
        </div>
      </header>
      <main id="main" className="wrap">
        <PageHead over={words.title} title={words.h1} lead={words.lead} />
        {faults.length > 0 && (
          <ul className="flow gap-top">
            {faults.map(({ name, given, advice }) => (
              <li key={name}>
                <b>{words.fault(words.names[name] ?? name, given)}</b> {words.advice(advice)}
              </li>
            ))}
          </ul>
        )}
        <p className="gap-top">
          {words.next} <a href={path}>{words.clean}</a>.
        </p>
      </main>
    </>
  )
}
