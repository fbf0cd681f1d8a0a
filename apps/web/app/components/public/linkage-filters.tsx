import { gateStates } from '@waymark/linkage/gate'
import { SelectField } from '@waymark/ui/field'
import { buildHref, buildPlace, getCut } from './address.ts'
import { KeptFields } from './kept-fields.tsx'
import type { LinkageFilter, LinkageList } from './linkage-page.tsx'
import { t } from './messages.ts'
import type { PageFrame } from './public-page.tsx'
import { buildOptions } from './recommendation-filters.tsx'
import { getGateWord, getRoleWords } from './words.ts'

/** Filters of the links: a GET form, so that every choice is an address. */
export function LinkageFilters({
  view,
  asked,
}: {
  view: LinkageList
  asked: PageFrame['asked'] & LinkageFilter
}) {
  const words = t.linkage
  const path = buildPlace(view.frame.dossier.key, {}, 'linkage')
  return (
    <form method="get" action={path} className="tools filter" aria-label={words.filters}>
      <KeptFields parameters={getCut(asked)} />
      <SelectField
        id="group"
        name="group"
        label={words.group}
        defaultValue={asked.group ?? 'milestone'}
        options={buildOptions(words.groups)}
      />
      <SelectField
        id="area"
        name="area"
        label={words.area}
        defaultValue={asked.area ?? ''}
        options={[
          { value: '', label: words.anyArea },
          ...view.areas.map(({ key, title }) => ({ value: key, label: title })),
        ]}
      />
      <SelectField
        id="role"
        name="role"
        label={words.role}
        defaultValue={asked.role ?? ''}
        options={[{ value: '', label: words.anyRole }, ...buildOptions(getRoleWords())]}
      />
      <SelectField
        id="state"
        name="state"
        label={words.state}
        defaultValue={asked.state ?? ''}
        options={[
          { value: '', label: words.anyState },
          ...gateStates.map((state) => ({ value: state, label: getGateWord(state) })),
        ]}
      />
      <button type="submit">{t.recommendations.apply}</button>
      <a href={buildHref(path, getCut(asked))}>{t.recommendations.reset}</a>
    </form>
  )
}
