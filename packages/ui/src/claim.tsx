import type { ReactNode } from 'react'
import { Heading, type HeadingLevel } from './heading.tsx'

/**
 * What an authority says of itself: beside the finding, smaller, attributed, without a level mark.
 *
 * @param quoted false when `text` is a summary and not the speaker's words
 */
export function Claim({
  id,
  title,
  text,
  quoted = true,
  attribution,
  level = 2,
}: {
  id: string
  title: ReactNode
  text: ReactNode
  quoted?: boolean
  attribution: ReactNode
  level?: HeadingLevel
}) {
  return (
    <section className="claim" aria-labelledby={id}>
      <Heading level={level} id={id} className="cap">
        {title}
      </Heading>
      {quoted ? <q>{text}</q> : <p className="said">{text}</p>}
      <p className="tiny quiet">{attribution}</p>
    </section>
  )
}
