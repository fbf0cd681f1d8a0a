import type { ChangeList } from '@waymark/api/features/change/change.view'
import { formatInstant } from '@waymark/kernel/instant'
import { ChangesChoices } from './changes-choices.tsx'
import { ChangesGates, ChangesSteps } from './changes-gates.tsx'
import { ChangesItems } from './changes-items.tsx'
import { ChangesWaterfall } from './changes-waterfall.tsx'
import { type ChangesAsked, formatMoment, getAskedCut, getCounts, getMoments } from './changes-words.ts'
import { t } from './messages.ts'
import { PublicPage } from './public-page.tsx'
import { formatDate } from './words.ts'

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
  const words = t.changes
  const { frame, clock, from, to } = view
  const counts = getCounts(view)
  const cut = getAskedCut(view, asked)
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const [first, second] = [formatMoment(view, from), formatMoment(view, to)]
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
      page={`${words.page}, ${words.state(first, second)}`}
      formats={['csv', 'xlsx', 'json']}
      over={words.over[clock]}
      title={
        recorded
          ? words.h1Recorded(formatDate(frame.cut.asOf), first, second, total)
          : words.h1(first, second, counts)
      }
      lead={
        recorded ? `${words.leadRecorded(counts)} ${noRecord ? words.beforeRecord : ''}` : words.lead(counts)
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
