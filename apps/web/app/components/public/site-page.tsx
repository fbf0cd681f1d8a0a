import { Masthead } from '@waymark/ui/masthead'
import { PageHead, Section } from '@waymark/ui/section'
import { useDocumentScope } from '../../document-scope.ts'
import { listLanguages } from './page-languages.ts'
import { SiteLinks, type SiteTextKey } from './site-links.tsx'
import { useWords } from './use-words.ts'

/** A page about the site itself: what it is, how accessible it is, what it keeps of whom. */
export function SitePage({ text }: { text: SiteTextKey }) {
  const scope = useDocumentScope()
  const { localise, t } = useWords()
  const { link, title, lead, sections } = t.site[text]
  return (
    <>
      <Masthead
        words={{ brand: t.brand, navigation: t.nav.label, language: t.language }}
        home={localise('/')}
        items={[]}
        languages={listLanguages(scope)}
      />
      <main id="main" className="wrap">
        <PageHead over={link} title={title} lead={lead} />
        {sections.map((section, i) => (
          <Section key={section.title} id={`part-${i + 1}`} title={section.title}>
            {section.paragraphs.map((paragraph, j) => (
              <p key={paragraph} className={j === 0 ? 'measure' : 'measure gap-top'}>
                {paragraph}
              </p>
            ))}
          </Section>
        ))}
      </main>
      <footer className="foot">
        <div className="wrap">
          <p className="small quiet">
            <SiteLinks here={text} />
          </p>
        </div>
      </footer>
    </>
  )
}
