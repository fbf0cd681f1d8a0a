import type { linkageList } from '@waymark/api/features/linkage/linkage.view'
import { GateLegend } from '@waymark/ui/gate-row'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { getCut, type Parameters } from './address.ts'
import { CommitmentTable, listCommitments } from './commitments.tsx'
import { LeverageList } from './leverage-list.tsx'
import { LinkageFilters } from './linkage-filters.tsx'
import { LinkageGroups } from './linkage-groups.tsx'
import { t } from './messages.ts'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { formatDate, getGateWords } from './words.ts'

export type LinkageList = z.infer<typeof linkageList>

export type LinkageFilter = {
  readonly area?: string | undefined
  readonly role?: string | undefined
  readonly state?: string | undefined
  readonly group?: 'milestone' | 'area' | undefined
}

/** What hung on what: the leverage still to be had, every link with its gate, and the statements they rest on. */
export function LinkagePage({
  view,
  asked,
  origin,
}: {
  view: LinkageList
  asked: PageFrame['asked'] & LinkageFilter
  origin: string
}) {
  const { frame, gates, milestones, leverage } = view
  const past = isPast(frame)
  const { area, role, state, group } = asked
  const filters: Parameters = { area, role, state, group }
  const taken = milestones.filter(
    ({ occurred, required }) => occurred !== null && Object.values(required).some((n) => n > 0),
  )
  const unmet = taken.filter(({ required }) => required.unmet > 0)
  const commitments = listCommitments([...gates, ...leverage.flatMap((one) => one.gates)])
  const dossier = frame.dossier.key
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="linkage"
      place="linkage"
      kept={filters}
      page={t.linkage.page}
      formats={['csv', 'xlsx', 'json']}
      over={t.linkage.over(formatDate(frame.cut.asOf))}
      title={t.linkage.h1(
        taken.length,
        unmet.reduce((sum, { required }) => sum + required.unmet, 0),
        unmet.length,
        past,
      )}
      lead={t.linkage.lead(leverage.length, past)}
    >
      <Section id="leverage" title={t.linkage.leverage} note={t.linkage.leverageHelp}>
        {leverage.length === 0 ? (
          <p>{t.linkage.leverageNone(past)}</p>
        ) : (
          <LeverageList leverage={leverage} frame={frame} asked={getCut(asked)} />
        )}
      </Section>
      <Section id="links" title={t.linkage.list} note={t.linkage.listHelp} layout="full">
        <GateLegend words={getGateWords()} />
        <LinkageFilters view={view} asked={asked} />
        <LinkageGroups view={view} asked={asked} />
      </Section>
      {commitments.length > 0 && (
        <Section id="statements" title={t.linkage.statements} note={t.linkage.statementsHelp}>
          <CommitmentTable
            commitments={commitments}
            caption={t.linkage.statements}
            dossier={dossier}
            asked={asked}
          />
        </Section>
      )}
    </PublicPage>
  )
}
