import { listBriefingOutcomes } from '@waymark/db/queries/briefing.query'
import { listAllUptake } from '@waymark/db/queries/edition-content.query'
import { uptakeKinds } from '@waymark/recommendation/uptake'
import { getCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { acceptResult } from '../../refusal-error.ts'
import type { BriefingTarget } from './briefing.input.ts'
import type { AfterRound } from './briefing.view.ts'
import { getRound, loadBriefing } from './load-briefing.ts'

/**
 * The recommendations of a briefing with what is on record of its round already: what names the round, or lies on its day.
 * Refusals: `not-found`.
 */
export async function getAfterRound(ctx: Context, input: BriefingTarget): Promise<AfterRound> {
  const { head, version } = acceptResult(await loadBriefing(ctx.record.app, input))
  const { record } = await getCut(ctx, { dossier: head.dossier, asOf: '9999-12-31' })
  const [outcomes, uptake] = await Promise.all([
    listBriefingOutcomes(ctx.record.app, head.id),
    listAllUptake(ctx.record.public, record),
  ])
  const round = getRound(head)
  const keys = new Set([round.key, ...outcomes.map((one) => one.round)])
  const ofRound = Map.groupBy(
    uptake.filter((one) => keys.has(one.round as string | null) && one.kind !== 'proposed'),
    (one) => one.recommendation,
  )
  const titleOf = new Map(
    version.facts.flatMap(({ row, value }) =>
      value.part === 'asked' ? [[row.key, value.title] as const] : [],
    ),
  )
  return {
    dossier: { key: head.dossier, title: head.dossierTitle },
    briefing: head.id,
    round,
    language: head.language,
    audience: head.audience,
    title: version.body.title,
    rows: version.body.sections.flatMap((section) =>
      section.kind !== 'recommendation'
        ? []
        : [
            {
              ref: section.key,
              title: titleOf.get(section.key) ?? section.key,
              ask: section.ask,
              recorded: uptakeKinds.filter((kind) =>
                (ofRound.get(section.key) ?? []).some((one) => one.kind === kind),
              ),
            },
          ],
    ),
    outcomes: outcomes.map(({ id, events, round: key, author, recordedAt }) => ({
      id,
      events,
      round: key,
      by: author,
      at: recordedAt,
    })),
  }
}
