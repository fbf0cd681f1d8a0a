import { getErrorText, getErrorTexts } from '@waymark/messages/errors'
import { useDocumentScope } from '../document-scope.ts'
import { localisePath } from './public/address.ts'

/** A whole page for a refusal or a failure. Equal for equal statuses, whatever the cause. */
/** @param fact something that may be said of this one alone, such as the day on which what was here was taken down */
export function ErrorPage({ status, fact }: { status: number; fact?: string }) {
  const { language } = useDocumentScope()
  const { title, sentence, next } = getErrorText(status, language)
  const front = localisePath('/', language)
  return (
    <>
      <header className="mast">
        <div className="wrap">
          <a className="brand" href={front}>
            Waymark
          </a>
        </div>
      </header>
      <main id="main" className="wrap">
        <h1>{title}</h1>
        <p>{sentence}</p>
        {fact !== undefined && <p>{fact}</p>}
        <p>
          {next} <a href={front}>{getErrorTexts(language).front}</a>
        </p>
      </main>
    </>
  )
}
