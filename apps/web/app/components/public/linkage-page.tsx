import type { linkageList } from '@waymark/api/features/linkage/linkage.view'
import { GateLegend } from '@waymark/ui/gate-row'
import { Pager } from '@waymark/ui/pager'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { buildHref, getCut } from './address.ts'
import { CommitmentTable, listCommitments } from './commitments.tsx'
import { GateArticle } from './gate-article.tsx'
import { LeverageList } from './leverage-list.tsx'
import { LinkageFilters, LinkageOnly } from './linkage-filters.tsx'
import { LinkageGroups } from './linkage-groups.tsx'
import { LinkageMatrix } from './linkage-matrix.tsx'
import { getFilters, type LinkageFilter, type LinkageMatrixView } from './linkage-words.ts'
import { buildPagerItems } from './pager-items.ts'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { getStepTitle } from './step-title.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words.ts'

export type LinkageList = z.infer<typeof linkageList>
/** What both forms of the page have. */
export type LinkageHead = Omit<LinkageList, 'gates' | 'milestones'>
export type LinkageView = LinkageMatrixView | LinkageList

type Asked = PageFrame['asked'] & LinkageFilter
type PartProps = { readonly view: LinkageView; readonly asked: Asked }

const matrixPageSize = 40
const listPageSize = 50

/** What hung on what: the leverage still to be had, then every link with its gate, as a matrix or as a list. */
export function LinkagePage({ view, asked, origin }: PartProps & { origin: string }) {
  const words = useWords()
  const { buildPlace, t } = words
  const { frame, leverage } = view
  const past = isPast(frame)
  const filters = getFilters(asked)
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  // One who follows a figure or a cell came for what is behind it.
  const isOpened = [asked.milestone, asked.recommendation, asked.commitment, asked.actor, asked.rests].some(
    (key) => key !== undefined,
  )
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="linkage"
      place="linkage"
      kept={{ view: asked.view, group: asked.group, ...filters }}
      page={t.linkage.page}
      formats={['csv', 'xlsx', 'json']}
      {...buildOpening(words, view, asked, isFiltered)}
    >
      {!isOpened && (
        <Section id="leverage" title={t.linkage.leverage} note={t.linkage.leverageHelp}>
          {leverage.lines.length === 0 ? (
            <p>{t.linkage.leverageNone(past)}</p>
          ) : (
            <LeverageList lines={leverage.lines} frame={frame} asked={getCut(asked)} />
          )}
          <p className="small gap-top">
            {t.linkage.leverageFirst(leverage.lines.length, leverage.total)}{' '}
            <a href={buildPlace(frame.dossier.key, getCut(asked), 'leverage')}>{t.linkage.leverageAll}</a> ·{' '}
            <a href={buildPlace(frame.dossier.key, getCut(asked), 'consistency')}>
              {t.linkage.consistencyAll}
            </a>
          </p>
        </Section>
      )}
      <Section id="links" title={t.linkage.list} note={t.linkage.listHelp} layout="full">
        <FormChoice view={view} asked={asked} />
        <LinkageFilters view={view} asked={asked} />
        <LinkageOnly view={view} asked={asked} />
        {view.links === 0 ? (
          <p className="gap-top">{isFiltered ? t.linkage.none : t.linkage.linkNone(past)}</p>
        ) : (
          <Links view={view} asked={asked} />
        )}
      </Section>
      {'gates' in view && getOneGate(view, asked) === null && <Statements view={view} asked={asked} />}
    </PublicPage>
  )
}

/** The gate that a cell opens; null when the page shows more, or none. */
const getOneGate = (view: LinkageView, { milestone, recommendation }: Asked) =>
  'gates' in view && milestone !== undefined && recommendation !== undefined ? (view.gates[0] ?? null) : null

function buildOpening(words: Words, view: LinkageView, asked: Asked, isFiltered: boolean) {
  const { formatDate, getGateWord, lowerFirst, t } = words
  const { frame, passage, leverage, links } = view
  const past = isPast(frame)
  const day = formatDate(frame.cut.asOf)
  const gate = getOneGate(view, asked)
  if (gate !== null)
    return {
      over: t.linkage.overGate(getStepTitle(words, gate.milestone, frame), day),
      title: t.linkage.h1Gate(gate.recommendation.title, lowerFirst(getGateWord(gate.state))),
    }
  const over = t.linkage.over(day)
  if (isFiltered) return { over, title: t.linkage.h1Filtered(links, day, past) }
  return {
    over,
    title: t.linkage.h1(passage.steps, passage.unmet, passage.unmetSteps, past),
    lead: t.linkage.lead(leverage.total, past),
  }
}

/** The same links in the other form. */
function FormChoice({ view: { frame }, asked }: PartProps) {
  const { buildPlace, t } = useWords()
  const path = buildPlace(frame.dossier.key, {}, 'linkage')
  const filters = getFilters(asked)
  const forms = [
    { key: 'matrix', label: t.linkage.matrix, href: buildHref(path, filters, getCut(asked)) },
    {
      key: 'list',
      label: t.linkage.asList,
      href: buildHref(path, { view: 'list', ...filters }, getCut(asked)),
    },
  ]
  return (
    <nav className="forms tools" aria-label={t.linkage.forms}>
      {forms.map(({ key, label, href }) => (
        <a key={key} href={href} aria-current={key === (asked.view ?? 'matrix') ? 'true' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}

function Links({ view, asked }: PartProps) {
  const { buildPlace, getGateWords, t } = useWords()
  const { frame, links, page, pages } = view
  const cut = getCut(asked)
  const gate = getOneGate(view, asked)
  if (gate !== null) return <GateArticle gate={gate} frame={frame} asked={cut} />
  const isList = 'gates' in view
  const from = (page - 1) * (isList ? listPageSize : matrixPageSize)
  const shown = isList ? view.gates.length : view.rows.length
  const caption = isList
    ? t.linkage.listCaption(from + 1, from + shown, links)
    : t.linkage.matrixCaption(from + 1, from + shown, view.total, links)
  const path = buildPlace(frame.dossier.key, {}, 'linkage')
  const kept = { view: asked.view, group: asked.group, ...getFilters(asked) }
  return (
    <>
      <GateLegend words={getGateWords()} extra={isList ? undefined : <LegendExtra />} />
      <p className="small quiet gap-s">{caption}</p>
      {isList ? (
        <LinkageGroups view={view} asked={asked} />
      ) : (
        <LinkageMatrix view={view} asked={cut} caption={caption} />
      )}
      <Pager
        current={page}
        items={buildPagerItems(
          pages,
          (n) => buildHref(path, { ...kept, page: n === 1 ? undefined : n }, cut),
          page,
        )}
        words={{ ...t.pager, summary: t.pager.summary(page, pages) }}
      />
    </>
  )
}

function LegendExtra() {
  const { t } = useWords()
  const { improved, unchanged, worsened } = t.linkage.sinceSigns
  return (
    <>
      <li className="word">
        <span className="dot" aria-hidden="true" />
        <span>{t.linkage.dotLegend}</span>
      </li>
      <li className="word">
        <span>
          {improved} {unchanged} {worsened} {t.linkage.sinceLegend}
        </span>
      </li>
    </>
  )
}

/** The statements that the links of the page rest on; each link leads to its own. */
function Statements({ view, asked }: { view: LinkageList; asked: Asked }) {
  const { t } = useWords()
  const commitments = listCommitments(view.gates)
  if (commitments.length === 0) return null
  return (
    <Section id="statements" title={t.linkage.statements} note={t.linkage.statementsHelp}>
      <CommitmentTable
        commitments={commitments}
        caption={t.linkage.statements}
        dossier={view.frame.dossier.key}
        asked={getCut(asked)}
      />
    </Section>
  )
}
