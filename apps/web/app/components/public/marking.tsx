import { useWords } from './use-words.ts'

type Marked = { readonly basis: 'explicit' | 'implied'; readonly wording: 'as-issued' | 'paraphrase' }

/** In a list: that a text is an editors' reading or not the text as issued, in words. */
export function MarkingBadges({ basis, wording }: Marked) {
  const { t } = useWords()
  return (
    <>
      {basis === 'implied' && <span className="badge">{t.marking.implied}</span>}
      {basis === 'implied' && wording === 'paraphrase' && ' '}
      {wording === 'paraphrase' && <span className="badge">{t.marking.paraphrase}</span>}
    </>
  )
}

/** Beside the text itself: the same in full sentences. */
export function MarkingText({ basis, wording }: Marked) {
  const { t } = useWords()
  if (basis === 'explicit' && wording === 'as-issued') return null
  return (
    <p className="small quiet measure">
      {basis === 'implied' && <>{t.marking.impliedLong} </>}
      {wording === 'paraphrase' && t.marking.paraphraseLong}
    </p>
  )
}
