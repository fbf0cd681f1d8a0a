import { evidenceKinds, origins, stances } from '@waymark/assessment/evidence'
import { levels, states } from '@waymark/assessment/level'
import { listRuleNotices, type RuleNotice } from '@waymark/assessment/notices'
import { isPartialDate } from '@waymark/kernel/partial-date'
import type { DeskWords } from '../desk-words.ts'
import { buildFieldName, listEvidenceRows, type Typed } from '../submit-form.ts'
import { useDeskWords } from '../use-desk-words.ts'
import type { AssessForm } from '../views.ts'

import { findItem, type ItemChoice } from './item-choice.ts'

const pick = <T extends string>(values: readonly T[], typed: string | undefined): T | null =>
  values.find((value) => value === typed) ?? null

type Beside = Pick<AssessForm, 'current' | 'reviewMonths' | 'today'>

/** The rules as they apply to what is typed: the same before it is sent, with script, and after, without. */
export function listNotices(
  typed: Typed,
  { current, reviewMonths, today }: Beside,
  items: readonly ItemChoice[] = [],
): RuleNotice[] {
  const effective = (typed.effective ?? '').trim()
  const evidence = listEvidenceRows(typed).map((row) => {
    const field = (name: string) => typed[buildFieldName(row, name)]
    // An item on record brings its own kind and origin.
    const item = findItem(field('source'), items)
    return {
      stance: pick(stances, field('stance') ?? 'supports'),
      kind: pick(evidenceKinds, item?.kind ?? field('kind')),
      origin: pick(origins, item?.origin ?? field('origin')),
    }
  })
  const inForce = current === null || (typed.step ?? '') !== '' ? null : { effective: current.effective }
  return listRuleNotices(
    {
      level: pick(levels, typed.finding),
      state: pick(states, typed.finding),
      contrary: typed.contrary === 'on',
      effective: isPartialDate(effective) ? effective : null,
      evidence,
    },
    { inForce, reviewMonths, today },
  )
}

function formatNotice(
  { formatDate, getOriginWord, t }: DeskWords,
  notice: RuleNotice,
): { readonly says: string; readonly why: string } {
  const copy = t.assess.rules
  switch (notice.rule) {
    case 'draft-law-caps-at-limited':
      return copy.draftLaw(
        notice.weight === 'stops',
        notice.items.map((place) => place + 1),
      )
    case 'full-needs-two-origins':
      return copy.twoOrigins(notice.weight === 'stops', notice.origins.map(getOriginWord))
    case 'contrary-goes-with-a-level':
      return copy.contrary
    case 'effective-in-future':
      return copy.future(formatDate(notice.until))
    case 'counts-from-its-last-day':
      return copy.lastDay(formatDate(notice.day))
    case 'older-than-in-force':
      return copy.older(formatDate(notice.inForce))
    case 'stale-after':
      return copy.stale(formatDate(notice.day), notice.passed)
  }
}

/** What the rules say of the form as it is, each with its reason; those that stop it first and marked by a word. */
export function RuleNotices({ notices }: { readonly notices: readonly RuleNotice[] }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.assess.rules
  return (
    <section className="rules" aria-labelledby="rules-now">
      <h2 id="rules-now" className="vh">
        {copy.heading}
      </h2>
      <div aria-live="polite">
        {notices.length > 0 && (
          <ul>
            {notices.map((notice) => {
              const { says, why } = formatNotice(words, notice)
              return (
                <li key={notice.rule} className={notice.weight}>
                  <b>{notice.weight === 'stops' ? copy.stops : copy.tells}</b> {says}{' '}
                  <span className="hint">{why}</span>
                </li>
              )
            })}
          </ul>
        )}
      </div>
    </section>
  )
}
