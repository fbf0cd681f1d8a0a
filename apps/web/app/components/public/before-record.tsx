import type { Frame } from '@waymark/api/common/frame.view'
import { getUtcDay } from '@waymark/kernel/instant'
import { PageHead } from '@waymark/ui/section'
import type { ReactNode } from 'react'
import { useWords } from './use-words.ts'

/** Before the record began there is nothing to show: said in words, without a figure. */
export function BeforeRecord({ frame, over, href }: { frame: Frame; over: ReactNode; href: string }) {
  const { formatDate, t } = useWords()
  return (
    <PageHead
      over={over}
      title={t.before.title(formatDate(getUtcDay(frame.cut.knownAt)))}
      lead={
        <>
          {t.before.text(formatDate(getUtcDay(frame.beginsAt)))} <a href={href}>{t.before.link}</a>
        </>
      }
    />
  )
}
