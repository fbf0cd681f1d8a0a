import type { BriefingView } from '@waymark/api/features/briefing/briefing.view'
import { getFactSection } from '@waymark/meeting/briefing/fact'

/** A fact as the builder shows it. */
export type ShownFact = {
  readonly id: string
  readonly part: string
  readonly said: string
  /** The day it is still of, where it was kept at a refresh. */
  readonly kept: string | null
}

/** What the builder shows of a version: of facts their words alone, which is a tenth of what they are. */
export const pickShown = ({ facts, cases, ...view }: BriefingView) => ({
  ...view,
  facts: facts.map(
    ({ id, value, said, at }): ShownFact => ({ id, part: value.part, said, kept: at?.asOf ?? null }),
  ),
  cases: cases.map(({ key, name, summary }) => ({ key, name, summary })),
  titles: Object.fromEntries(
    facts.flatMap((fact) => {
      const { value } = fact
      const title =
        value.part === 'asked' || value.part === 'area' || value.part === 'milestone'
          ? value.title
          : value.part === 'statement'
            ? value.summary
            : null
      return title === null ? [] : [[getFactSection(fact), title]]
    }),
  ) as Readonly<Record<string, string>>,
})
export type Shown = ReturnType<typeof pickShown>
