import { type Column, DataTable } from '@waymark/ui/data-table'
import { MarkWord, markIds } from '@waymark/ui/marks'
import type { MethodView } from './method-page.tsx'
import { getMethodTitle } from './scale-words.ts'
import { useWords } from './use-words.ts'

type Method = MethodView['methods'][number]
type Scale = MethodView['scales'][number]

/** The label of a level on its scale; the key itself where the scale does not name it. */
const getLabel = (scale: Scale | undefined, key: string) =>
  scale?.levels.find((level) => level.key === key)?.label ?? key

/** Levels of the built-in scale have marks; those of other scales are words only. */
function LevelName({ id, label, marked = true }: { id: string; label: string; marked?: boolean }) {
  const mark = marked ? markIds.find((one) => one === id) : undefined
  return mark === undefined ? <b>{label}</b> : <MarkWord mark={mark} word={label} />
}

/** One method from its own data: what each level counts as, how the whole is made, how long a finding counts, since when. */
export function MethodTable({
  method,
  scales,
  inUse,
}: {
  method: Method
  scales: readonly Scale[]
  inUse: boolean
}) {
  const words = useWords()
  const { formatDate, formatNumber, t } = words
  const scale = scales.find(({ id }) => id === method.scale)
  const rows = [
    ...Object.entries(method.values).map(([key, value]) => ({
      key,
      label: key === 'contrary' ? t.method.contrary : getLabel(scale, key),
      value: formatNumber(value),
    })),
    {
      key: 'unknown',
      label: t.method.unknownRow,
      value: t.method.fromTo(method.unknown.low, method.unknown.high),
    },
  ]
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { key: 'level', header: t.method.level, cell: ({ key, label }) => <LevelName id={key} label={label} /> },
    { key: 'value', header: t.method.value, numeric: true, cell: ({ value }) => value },
  ]
  return (
    <div className="kind">
      <h3>
        {method.id}: {getMethodTitle(words, method)}{' '}
        {inUse && <span className="badge">{t.method.inUse}</span>}
      </h3>
      <p className="small quiet">
        {t.method.onScale} <a href={`#scale-${method.scale}`}>{method.scale}</a>
      </p>
      <div className="narrow gap-top">
        <DataTable
          caption={t.method.valuesCaption(method.id)}
          columns={columns}
          rows={rows}
          getKey={({ key }) => key}
          narrow="scroll"
        />
      </div>
      <div className="flow measure gap-top">
        <p>{t.method.overall[method.overall]}</p>
        <p>{t.method.freshness(method.freshnessMonths)}</p>
        <p>{t.method.gateWeighting[method.gateWeighting]}</p>
        <p className="small quiet">{t.method.introduced(formatDate(method.introduced))}</p>
      </div>
    </div>
  )
}

type Conversion = NonNullable<Scale['crosswalk']>[number]

/** What a level of another scale is on the built-in one; what has no image says so and why. */
function Converted({
  conversion,
  builtIn,
}: {
  conversion: Conversion | undefined
  builtIn: Scale | undefined
}) {
  const { t } = useWords()
  if (conversion === undefined) return t.method.notConvertible
  if (conversion.kind === 'not-convertible') {
    return (
      <>
        {t.method.notConvertible} <span className="tiny quiet line">{conversion.because}</span>
      </>
    )
  }
  const { finding } = conversion
  if ('state' in finding) {
    return (
      <LevelName
        id={finding.state}
        label={builtIn?.states.find(({ key }) => key === finding.state)?.label ?? finding.state}
      />
    )
  }
  return (
    <>
      <LevelName id={finding.level} label={getLabel(builtIn, finding.level)} />
      {finding.contrary && (
        <span className="line">
          <LevelName id="contrary" label={t.method.contrary} />
        </span>
      )}
    </>
  )
}

/** One scale: its levels and states with their rules, and what they are on the built-in scale. */
export function ScaleTable({ scale, scales }: { scale: Scale; scales: readonly Scale[] }) {
  const { t } = useWords()
  const { crosswalk } = scale
  const builtIn = scales.find((one) => one.crosswalk === null)
  const columns: Column<Scale['levels'][number]>[] = [
    {
      key: 'level',
      header: t.method.level,
      cell: ({ key, label }) => <LevelName id={key} label={label} marked={crosswalk === null} />,
    },
    { key: 'rule', header: t.method.rule, cell: ({ rule }) => rule },
  ]
  if (crosswalk !== null) {
    columns.push({
      key: 'crosswalk',
      header: t.method.crosswalk,
      narrowLabel: t.method.crosswalk,
      cell: ({ key }) => (
        <Converted conversion={crosswalk.find(({ from }) => from === key)} builtIn={builtIn} />
      ),
    })
  }
  return (
    <>
      <h3 id={`scale-${scale.id}`}>
        {scale.title} <span className="ref">{scale.id}</span>
      </h3>
      <p className="small quiet">
        {t.method.scaleSource}: {scale.source}
      </p>
      <DataTable
        caption={t.method.scaleCaption(scale.title)}
        hideCaption
        columns={columns}
        rows={[...scale.levels, ...scale.states]}
        getKey={({ key }) => key}
      />
    </>
  )
}
