import { languageNames, languages } from '@waymark/messages/language'
import { localisePath } from '../public/address.ts'
import { useDeskWords } from './use-desk-words.ts'

/**
 * The same page in each language. Plain links: the browser loads a document, with the words of the other language.
 *
 * @param address of this page, without its language
 */
export function LanguageSwitch({ address }: { address: string }) {
  const { language, t } = useDeskWords()
  return (
    <nav className="lang" aria-label={t.desk.nav.language}>
      <ul>
        {languages.map((one) => (
          <li key={one}>
            <a
              lang={one}
              hrefLang={one}
              href={localisePath(address, one)}
              aria-current={one === language ? 'true' : undefined}
            >
              {languageNames[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
