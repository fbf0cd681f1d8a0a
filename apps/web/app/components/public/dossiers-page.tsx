import type { dossierList } from '@waymark/api/features/dossier/dossier.view'
import { Masthead } from '@waymark/ui/masthead'
import { PageHead, Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { useDocumentScope } from '../../document-scope.ts'
import { listLanguages } from './page-languages.ts'
import { SiteLinks } from './site-links.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

export type DossierList = z.infer<typeof dossierList>

/** The front page: which dossiers there are, each with its note. */
export function DossiersPage({ dossiers }: { dossiers: DossierList }) {
  const scope = useDocumentScope()
  const { buildPlace, compareTitles, localise, t } = useWords()
  return (
    <>
      <Masthead
        words={{ brand: t.brand, navigation: t.nav.label, language: t.language }}
        home={localise('/')}
        items={[]}
        languages={listLanguages(scope)}
      />
      <main id="main" className="wrap">
        <PageHead over={t.dossiers.title} title={t.dossiers.h1} lead={t.dossiers.lead} />
        {dossiers.length === 0 && <p className="gap-top">{t.dossiers.none}</p>}
        {[...dossiers]
          .sort((a, b) => compareTitles(a.title, b.title))
          .map(({ key, title, note, recommendations }) => (
            <Section key={key} id={key} title={<Text>{title}</Text>}>
              <p>
                <a href={buildPlace(key, {})}>
                  {t.nav.scorecard}
                  <span className="vh">: {title}</span>
                </a>
                , <a href={buildPlace(key, {}, 'recommendations')}>{t.dossiers.count(recommendations)}</a>
              </p>
              {note !== null && (
                <p className="small quiet measure gap-top">
                  <Text>{note}</Text>
                </p>
              )}
            </Section>
          ))}
      </main>
      <footer className="foot">
        <div className="wrap">
          <p className="small quiet">
            <SiteLinks />
          </p>
        </div>
      </footer>
    </>
  )
}
