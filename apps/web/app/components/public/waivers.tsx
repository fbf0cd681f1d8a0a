import type { GateView } from '@waymark/api/common/refs.view'
import type { AskedCut } from './address.ts'
import { SourceCite } from './source-cite.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

/** The waivers of a link: from when on, until when, why, and where it says so. */
export function Waivers({
  waivers,
  dossier,
  asked,
}: {
  waivers: GateView['waivers']
  dossier: string
  asked: AskedCut
}) {
  const { formatDate, t } = useWords()
  return waivers.map(({ effective, ended, why, source, locator }) => (
    <span key={`${effective} ${why}`} className="tiny line">
      {t.gate.waivedFrom(formatDate(effective), ended === null ? null : formatDate(ended))} <Text>{why}</Text>{' '}
      <span className="quiet">
        <SourceCite source={source} locator={locator} dossier={dossier} asked={asked} />
      </span>
    </span>
  ))
}
