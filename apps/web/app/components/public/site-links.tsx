import { useWords } from './use-words.ts'

export const siteTexts = ['about', 'accessibility', 'privacy'] as const
export type SiteTextKey = (typeof siteTexts)[number]

/** What stands at the foot of every public page: whose it is not, and the pages about the site itself. */
export function SiteLinks({ here }: { here?: SiteTextKey }) {
  const { localise, t } = useWords()
  return (
    <>
      {t.independent}{' '}
      {siteTexts.map((key) => (
        <span key={key}>
          {' '}
          ·{' '}
          <a href={localise(`/${key}`)} aria-current={key === here ? 'page' : undefined}>
            {t.site[key].link}
          </a>
        </span>
      ))}
    </>
  )
}
