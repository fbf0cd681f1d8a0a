import { gateStates } from '@waymark/linkage/gate'
import { SelectField } from '@waymark/ui/field'
import { buildHref, getCut } from './address.ts'
import { KeptFields } from './kept-fields.tsx'
import type { LinkageHead } from './linkage-page.tsx'
import { getFilters, type LinkageFilter } from './linkage-words.ts'
import type { PageFrame } from './public-page.tsx'
import { buildOptions } from './recommendation-filters.tsx'
import { getStepTitle } from './step-title.ts'
import { useWords } from './use-words.ts'

type FiltersProps = { readonly view: LinkageHead; readonly asked: PageFrame['asked'] & LinkageFilter }

const buildNamed = (any: string, items: readonly { readonly key: string; readonly title: string }[]) => [
  { value: '', label: any },
  ...items.map(({ key, title }) => ({ value: key, label: title })),
]

/** Filters of the links: a GET form, so that every choice is an address. */
export function LinkageFilters({ view, asked }: FiltersProps) {
  const { buildPlace, compareTitles, getGateWord, getRoleWords, t } = useWords()
  const copy = t.linkage
  const path = buildPlace(view.frame.dossier.key, {}, 'linkage')
  const { side, milestone, recommendation, commitment, actor, rests } = asked
  const kept = { view: asked.view, side, milestone, recommendation, commitment, actor, rests }
  return (
    <form method="get" action={path} className="tools filter" aria-label={copy.filters}>
      <KeptFields parameters={{ ...kept, ...getCut(asked) }} />
      {asked.view === 'list' && (
        <SelectField
          id="group"
          name="group"
          label={copy.group}
          defaultValue={asked.group ?? 'milestone'}
          options={buildOptions(copy.groups)}
        />
      )}
      <SelectField
        id="area"
        name="area"
        label={copy.area}
        defaultValue={asked.area ?? ''}
        options={buildNamed(copy.anyArea, view.areas)}
      />
      <SelectField
        id="track"
        name="track"
        label={copy.track}
        defaultValue={asked.track ?? ''}
        options={buildNamed(
          copy.anyTrack,
          [...view.tracks].sort((a, b) => compareTitles(a.title, b.title)),
        )}
      />
      <SelectField
        id="role"
        name="role"
        label={copy.role}
        defaultValue={asked.role ?? ''}
        options={[{ value: '', label: copy.anyRole }, ...buildOptions(getRoleWords())]}
      />
      <SelectField
        id="state"
        name="state"
        label={copy.state}
        defaultValue={asked.state ?? ''}
        options={[
          { value: '', label: copy.anyState },
          ...gateStates.map((state) => ({ value: state, label: getGateWord(state) })),
        ]}
      />
      <button type="submit">{t.recommendations.apply}</button>
      <a href={buildHref(path, { view: asked.view }, getCut(asked))}>{t.recommendations.reset}</a>
    </form>
  )
}

/** Filters that no field of the form sets: those behind a figure or a cell. Each can be taken away. */
export function LinkageOnly({ view, asked }: FiltersProps) {
  const words = useWords()
  const { buildPlace, formatDate, t } = words
  const { frame, only } = view
  const copy = t.linkage.onlyWords
  const step = only.milestone === null ? asked.milestone : getStepTitle(words, only.milestone, frame)
  const said = only.commitment
  const chosen: readonly (readonly [keyof LinkageFilter, string | undefined])[] = [
    ['milestone', step === undefined ? undefined : copy.milestone(step)],
    [
      'recommendation',
      asked.recommendation === undefined ? undefined : copy.recommendation(asked.recommendation),
    ],
    [
      'commitment',
      asked.commitment === undefined
        ? undefined
        : said === null
          ? asked.commitment
          : copy.commitment(said.actor, formatDate(said.date)),
    ],
    ['actor', asked.actor === undefined ? undefined : copy.actor(only.actor ?? asked.actor)],
    ['rests', asked.rests === undefined ? undefined : copy.rests],
    ['side', asked.side === undefined ? undefined : copy.side[asked.side]],
  ]
  const set = chosen.filter(([, label]) => label !== undefined)
  if (set.length === 0) return null
  const path = buildPlace(frame.dossier.key, {}, 'linkage')
  return (
    <ul className="only small">
      {set.map(([name, label]) => (
        <li key={name}>
          {t.linkage.only} {label} ·{' '}
          <a
            href={buildHref(
              path,
              { view: asked.view, group: asked.group, ...getFilters(asked), [name]: undefined },
              getCut(asked),
            )}
          >
            {t.linkage.onlyRemove}
            <span className="vh">: {label}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
