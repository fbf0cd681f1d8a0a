import { InputField, SelectField } from '@waymark/ui/field'
import { buildHref, getCut } from './address.ts'
import { KeptFields } from './kept-fields.tsx'
import type { PageFrame } from './public-page.tsx'
import type { RecommendationFilter, RecommendationList } from './recommendations-page.tsx'
import { useWords } from './use-words.ts'

const any = (label: string) => ({ value: '', label })

export const buildOptions = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Filters and order of the list: a GET form, so that every choice is an address. */
export function RecommendationFilters({
  view,
  asked,
  path,
}: {
  view: RecommendationList
  asked: PageFrame['asked'] & RecommendationFilter
  path: string
}) {
  const { getStandingFilterWords, t } = useWords()
  const copy = t.recommendations
  return (
    <form method="get" action={path} className="tools filter" aria-label={copy.filters}>
      <KeptFields parameters={getCut(asked)} />
      <InputField id="q" name="q" label={copy.q} type="search" maxLength={200} defaultValue={asked.q ?? ''} />
      <SelectField
        id="area"
        name="area"
        label={copy.area}
        defaultValue={asked.area ?? ''}
        options={[
          any(copy.anyArea),
          ...view.areas.map(({ key, title, count }) => ({ value: key, label: `${title} (${count})` })),
        ]}
      />
      <SelectField
        id="side"
        name="side"
        label={copy.side}
        defaultValue={asked.side ?? ''}
        options={[any(copy.anySide), ...buildOptions(copy.sides)]}
      />
      <SelectField
        id="standing"
        name="standing"
        label={copy.standing}
        defaultValue={asked.standing ?? ''}
        options={[any(copy.anyStanding), ...buildOptions(getStandingFilterWords())]}
      />
      <SelectField
        id="sort"
        name="sort"
        label={copy.sort}
        defaultValue={asked.sort ?? 'ref'}
        options={buildOptions(copy.sorts)}
      />
      <SelectField
        id="by"
        name="by"
        label={t.byLine.label}
        defaultValue={asked.by ?? ''}
        options={buildOptions(t.byLine.choices)}
      />
      <button type="submit">{copy.apply}</button>
      <a href={buildHref(path, getCut(asked))}>{copy.reset}</a>
    </form>
  )
}
