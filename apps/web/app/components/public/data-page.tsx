import type { OpenDataView } from '@waymark/api/features/data/data.view'
import { dataLicence } from '@waymark/exchange/open-data/catalogue'
import { getDataMessages } from '@waymark/messages/public-data'
import { DataTable } from '@waymark/ui/data-table'
import { Section } from '@waymark/ui/section'
import { buildPlace as buildDataPlace } from './address.ts'
import { DataDictionary } from './data-dictionary.tsx'
import { type PageFrame, PublicPage } from './public-page.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

/** Everything that can be had as data: views and their files, what each column means, the licence, how to cite and to program. */
export function DataPage({ view, asked, origin }: { view: OpenDataView } & Omit<PageFrame, 'frame'>) {
  const { buildPlace, language } = useWords()
  const { page: d } = getDataMessages(language)
  const { frame, views, areas } = view
  const { key } = frame.dossier
  const inLanguage = language === 'en' ? '' : `?lang=${language}`
  const descriptions = [
    { href: '/openapi.json', label: 'openapi.json', note: d.links.openapi },
    { href: `/${key}/catalog.jsonld`, label: 'catalog.jsonld', note: d.links.catalogue },
    { href: `/${key}/dataset.jsonld`, label: 'dataset.jsonld', note: d.links.dataset },
    { href: `/${key}/datapackage.json`, label: 'datapackage.json', note: d.links.datapackage },
    { href: `/${key}/feed.atom${inLanguage}`, label: 'feed.atom', note: d.links.feed },
  ]
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="data"
      place="data"
      page={d.name}
      formats={['csv', 'xlsx', 'json']}
      over={d.over}
      title={d.h1}
      lead={d.lead}
    >
      <Section id="views" title={d.views} note={d.viewsHelp} layout="full">
        <DataTable
          caption={d.viewsCaption}
          hideCaption
          rows={views}
          getKey={({ name }) => name}
          columns={[
            {
              key: 'view',
              header: d.view,
              cell: ({ path, title }) =>
                path.includes(':') ? title : <a href={buildPlace(key, asked, path.slice(1))}>{title}</a>,
            },
            { key: 'holds', header: d.holds, cell: ({ description }) => description },
            {
              key: 'files',
              header: d.files,
              narrowLabel: d.files,
              cell: ({ path, formats }) =>
                path.includes(':') ? (
                  <span className="quiet">{d.one}</span>
                ) : (
                  <Files path={`/${key}${path}`} formats={formats} search={buildDataPlace('', asked)} />
                ),
            },
          ]}
        />
      </Section>
      <Section id="licence" title={d.licence}>
        <div className="flow measure">
          <p>{d.licenceText}</p>
          <p>{d.licenceQuotes}</p>
          <p>
            <a rel="license" href={dataLicence.url}>
              {d.licenceLink}
            </a>
          </p>
        </div>
      </Section>
      <Section id="citing" title={d.cite}>
        <p className="measure">{d.citeText}</p>
      </Section>
      <Section id="api" title={d.api}>
        <div className="flow measure">
          <p>{d.apiText}</p>
          <ul>
            {descriptions.map(({ href, label, note }) => (
              <li key={href}>
                <a href={href}>{label}</a> <span className="quiet">{note}</span>
              </li>
            ))}
          </ul>
          {areas.length > 0 && <p>{d.areas}</p>}
          <ul>
            {areas.map((area) => (
              <li key={area.key}>
                <a href={`/${key}/areas/${area.key}/feed.atom${inLanguage}`}>
                  <Text>{area.title}</Text>
                </a>
              </li>
            ))}
          </ul>
        </div>
      </Section>
      <Section id="dictionary" title={d.dictionary} note={d.dictionaryHelp} layout="full">
        <DataDictionary views={views} />
      </Section>
    </PublicPage>
  )
}

/** Links to a view's files at the reader's cut. */
function Files({
  path,
  formats,
  search,
}: {
  path: string
  formats: readonly string[]
  /** An address whose query is the cut. */
  search: string
}) {
  const at = search.indexOf('?')
  const query = at < 0 ? '' : search.slice(at)
  return formats.map((format) => (
    <span key={format}>
      <a href={`${path}.${format}${query}`}>{format}</a>{' '}
    </span>
  ))
}
