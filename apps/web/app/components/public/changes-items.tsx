import type { ChangeList } from '@waymark/api/features/change/change.view'
import { DataTable } from '@waymark/ui/data-table'
import { SelectField } from '@waymark/ui/field'
import { MarkWord } from '@waymark/ui/marks'
import { Pager } from '@waymark/ui/pager'
import { Section } from '@waymark/ui/section'
import { type AskedCut, buildHref } from './address.ts'
import {
  type ChangesAsked,
  formatMoment,
  getFirstCut,
  getKeptCut,
  getMoments,
  getWord,
} from './changes-words.ts'
import { KeptFields } from './kept-fields.tsx'
import { buildPagerItems } from './pager-items.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

type Item = ChangeList['items'][number]

const pageSize = 50

/** A standing, as a link to the recommendation at the moment at which it stood so. */
function StandingAt({ word, href, moment }: { word: Item['from']; href: string; moment: string }) {
  const words = useWords()
  const { t } = words
  const { mark, word: text } = getWord(words, word)
  if (mark === null) return <span className="quiet">{text}</span>
  return (
    <a href={href}>
      <MarkWord mark={mark} word={text} />
      <span className="vh"> {t.changes.at(moment)}</span>
    </a>
  )
}

function ItemTable({
  kind,
  items,
  view,
  asked,
}: {
  kind: string
  items: readonly Item[]
  view: ChangeList
  asked: AskedCut
}) {
  const words = useWords()
  const { buildPlace, t } = words
  const copy = t.changes
  const { key } = view.frame.dossier
  const place = (item: Item, cut: AskedCut) => buildPlace(key, cut, `recommendations/${item.recommendation}`)
  return (
    <DataTable
      caption={copy.kinds[kind] ?? kind}
      hideCaption
      getKey={({ recommendation }) => recommendation}
      rows={items}
      columns={[
        {
          key: 'recommendation',
          header: copy.recommendation,
          cell: (item) => (
            <>
              <a href={place(item, asked)}>
                <Text>{item.title}</Text>
              </a>{' '}
              <span className="line tiny quiet">
                {item.recommendation} · <Text>{item.area.title}</Text>
                {item.movedFrom !== null && <> ({copy.movedFrom(item.movedFrom)})</>}
              </span>
            </>
          ),
        },
        {
          key: 'before',
          header: copy.before,
          narrowLabel: copy.before,
          cell: (item) => (
            <StandingAt
              word={item.from}
              href={place(item, getFirstCut(view, asked))}
              moment={formatMoment(words, view, view.from)}
            />
          ),
        },
        {
          key: 'after',
          header: copy.after,
          narrowLabel: copy.after,
          cell: (item) => (
            <StandingAt
              word={item.to}
              href={place(item, asked)}
              moment={formatMoment(words, view, view.to)}
            />
          ),
        },
      ]}
    />
  )
}

function Filters({ view, asked, path }: { view: ChangeList; asked: ChangesAsked; path: string }) {
  const { t } = useWords()
  const copy = t.changes
  const kept = { ...getKeptCut(view, asked), ...getMoments(view) }
  return (
    <form method="get" action={path} className="tools filter" aria-label={copy.filter}>
      <KeptFields parameters={kept} />
      <SelectField
        id="change"
        name="change"
        label={copy.kind}
        defaultValue={asked.change ?? ''}
        options={[
          { value: '', label: copy.anyKind },
          ...Object.entries(copy.kinds).map(([value, label]) => ({ value, label })),
        ]}
      />
      <SelectField
        id="area"
        name="area"
        label={t.recommendations.area}
        defaultValue={asked.area ?? ''}
        options={[
          { value: '', label: t.recommendations.anyArea },
          ...view.areas.map(({ key, title }) => ({ value: key, label: title })),
        ]}
      />
      <button type="submit">{t.recommendations.apply}</button>
      <a href={buildHref(path, kept)}>{t.recommendations.reset}</a>
    </form>
  )
}

/** What changed, grouped by what happened. */
export function ChangesItems({
  view,
  asked,
  cut,
}: {
  view: ChangeList
  asked: ChangesAsked
  /** The cut at which recommendations are linked: that of the second moment. */
  cut: AskedCut
}) {
  const { buildPlace, t } = useWords()
  const copy = t.changes
  const { items, counts, total, page, pages, frame } = view
  const path = buildPlace(frame.dossier.key, {}, 'changes')
  const filters = { area: asked.area, change: asked.change }
  const filtered = Object.values(filters).some((value) => value !== undefined)
  const from = (page - 1) * pageSize
  return (
    <Section id="items" title={copy.items} note={copy.itemsHelp} layout="full">
      {(filtered || total > 0) && <Filters view={view} asked={asked} path={path} />}
      {items.length === 0 && <p>{filtered ? copy.itemsNoneFiltered : copy.itemsNone}</p>}
      {counts.map(({ change, count }) => {
        const of = items.filter((item) => item.change === change)
        return of.length === 0 ? null : (
          <section key={change} className="kind items" aria-labelledby={`kind-${change}`}>
            <h3 id={`kind-${change}`}>{copy.group(copy.kinds[change] ?? change, count)}</h3>
            <p className="small quiet">{copy.kindHelp[change]}</p>
            <ItemTable kind={change} items={of} view={view} asked={cut} />
          </section>
        )
      })}
      <Pager
        current={page}
        items={buildPagerItems(pages, (n) =>
          buildHref(
            path,
            { ...getKeptCut(view, asked), ...getMoments(view) },
            { ...filters, page: n === 1 ? undefined : n },
          ),
        )}
        words={{
          label: t.pager.label,
          previous: t.pager.previous,
          next: t.pager.next,
          page: t.pager.page,
          summary: t.recommendations.caption(from + 1, from + items.length, total),
        }}
      />
    </Section>
  )
}
