import type { ChangeList } from '@waymark/api/features/change/change.view'
import { formatInstant } from '@waymark/kernel/instant'
import { ChangesChoices } from './changes-choices.tsx'
import { ChangesGates, ChangesSteps } from './changes-gates.tsx'
import { ChangesItems } from './changes-items.tsx'
import { ChangesWaterfall } from './changes-waterfall.tsx'
import { type ChangesAsked, formatMoment, getAskedCut, getCounts, getMoments } from './changes-words.ts'
import { PublicPage } from './public-page.tsx'
import { useWords } from './use-words.ts'

/** What changed between two days, or between two states of the record: in words, as parts of the index, item by item. */
export function ChangesPage({
  view,
  asked,
  origin,
}: {
  view: ChangeList
  asked: ChangesAsked
  origin: string
}) {
  const words = useWords()
  const { formatDate, t } = words
  const copy = t.changes
  const { frame, clock, from, to } = view
  const counts = getCounts(view)
  const cut = getAskedCut(view, asked)
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const [first, second] = [formatMoment(words, view, from), formatMoment(words, view, to)]
  const recorded = clock === 'recorded'
  const noRecord = recorded && formatInstant(from) < formatInstant(frame.beginsAt)
  return (
    <PublicPage
      frame={frame}
      asked={cut}
      origin={origin}
      here="changes"
      place="changes"
      kept={{ ...getMoments(view), area: asked.area, change: asked.change }}
      page={`${copy.page}, ${copy.state(first, second)}`}
      formats={['csv', 'xlsx', 'json']}
      over={copy.over[clock]}
      title={
        recorded
          ? copy.h1Recorded(formatDate(frame.cut.asOf), first, second, total)
          : copy.h1(first, second, counts)
      }
      lead={
        recorded ? `${copy.leadRecorded(counts)} ${noRecord ? copy.beforeRecord : ''}` : copy.lead(counts)
      }
      dates={<ChangesChoices view={view} asked={asked} />}
    >
      <ChangesWaterfall view={view} />
      <ChangesItems view={view} asked={asked} cut={cut} />
      <ChangesSteps view={view} cut={cut} />
      <ChangesGates view={view} cut={cut} />
    </PublicPage>
  )
}
