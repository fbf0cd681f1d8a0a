import { getErrorText } from './error-text.ts'

/** A whole page for a refusal or a failure. Equal for equal statuses, whatever the cause. */
export function ErrorPage({ status }: { status: number }) {
  const { title, sentence, next } = getErrorText(status)
  return (
    <>
      <header className="mast">
        <div className="wrap">
          <a className="brand" href="/">
            Waymark
          </a>
        </div>
      </header>
      <main id="main" className="wrap">
        <h1>{title}</h1>
        <p>{sentence}</p>
        <p>
          {next} <a href="/">Front page</a>
        </p>
      </main>
    </>
  )
}
