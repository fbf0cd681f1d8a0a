import { stances } from '@waymark/assessment/evidence'
import { EvidenceColumns, type EvidenceGroup } from '@waymark/ui/evidence-card'
import type { HeadingLevel } from '@waymark/ui/heading'
import { useDeskWords } from './use-desk-words.ts'
import type { AssessmentView } from './views.ts'

/** All evidence of an assessment: what speaks for it beside what speaks against it. */
export function EvidenceView({
  assessment,
  level,
  id,
}: {
  assessment: Pick<AssessmentView, 'dossier' | 'evidence'>
  level: HeadingLevel
  id: string
}) {
  const { formatDate, getEvidenceKindWord, getLanguageWord, getOriginWord, getStanceWord, localise, t } =
    useDeskWords()
  if (assessment.evidence.length === 0) return <p className="quiet">{t.desk.record.noEvidence}</p>
  const groups = stances.map(
    (stance): EvidenceGroup => ({
      stance,
      id: `${id}-${stance}`,
      title: getStanceWord(stance),
      items: assessment.evidence.flatMap((item, index) =>
        item.stance === stance
          ? [
              {
                key: String(index),
                title: item.source.title,
                href:
                  item.source.url ??
                  localise(`/${assessment.dossier}/sources?q=${encodeURIComponent(item.source.title)}`),
                ...(item.excerpt === null
                  ? {}
                  : { excerpt: item.excerpt, excerptLang: item.source.language }),
                meta: [
                  [
                    item.source.publisher,
                    formatDate(item.source.date),
                    getLanguageWord(item.source.language),
                    item.locator,
                  ]
                    .filter((part) => part !== null)
                    .join(' · '),
                  [
                    getEvidenceKindWord(item.kind),
                    getOriginWord(item.origin),
                    item.factDate === null ? null : formatDate(item.factDate),
                  ]
                    .filter((part) => part !== null)
                    .join(' · '),
                ],
              },
            ]
          : [],
      ),
    }),
  )
  return <EvidenceColumns groups={groups} level={level} />
}
