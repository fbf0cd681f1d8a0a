import type { Frame } from '@waymark/api/common/frame.view'
import { Masthead } from '@waymark/ui/masthead'
import { type AskedCut, buildPlace } from './address.ts'
import { t } from './messages.ts'
import type { Place } from './public-page.tsx'

const places: readonly Place[] = [
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
]

/** The places of a dossier, each at the reader's cut. */
export function PublicMasthead({ frame, asked, here }: { frame: Frame; asked: AskedCut; here: Place }) {
  const { key, title } = frame.dossier
  return (
    <Masthead
      words={{ brand: t.brand, navigation: t.nav.label, language: t.language }}
      home="/"
      dossier={title}
      items={places.map((place) => ({
        href: buildPlace(key, asked, place === 'scorecard' ? '' : place),
        label: t.nav[place],
        current: place === here,
      }))}
      languages={[]}
    />
  )
}
