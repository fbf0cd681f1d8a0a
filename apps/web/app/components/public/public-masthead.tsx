import type { Frame } from '@waymark/api/common/frame.view'
import { Masthead } from '@waymark/ui/masthead'
import { useDocumentScope } from '../../document-scope.ts'
import type { AskedCut } from './address.ts'
import { listLanguages } from './page-languages.ts'
import type { Place } from './public-page.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

/** Those that stand in the bar; the data are found at the foot of every page. */
const places: readonly Exclude<Place, 'data'>[] = [
  'scorecard',
  'recommendations',
  'linkage',
  'milestones',
  'timeline',
  'changes',
  'cases',
  'rounds',
  'sources',
  'method',
  'editions',
]

/** The places of a dossier, each at the reader's cut. */
export function PublicMasthead({ frame, asked, here }: { frame: Frame; asked: AskedCut; here: Place }) {
  const scope = useDocumentScope()
  const { buildPlace, localise, t } = useWords()
  const { key, title } = frame.dossier
  return (
    <Masthead
      words={{ brand: t.brand, navigation: t.nav.label, language: t.language }}
      home={localise('/')}
      dossier={<Text>{title}</Text>}
      items={places.map((place) => ({
        href: buildPlace(key, asked, place === 'scorecard' ? '' : place),
        label: t.nav[place],
        current: place === here,
      }))}
      languages={listLanguages(scope)}
    />
  )
}
