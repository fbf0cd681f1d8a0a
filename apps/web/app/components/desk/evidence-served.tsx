import type { Served } from '@waymark/api/features/file/file.view'
import { Facts } from '@waymark/ui/facts'
import { useDeskWords } from './use-desk-words.ts'

/** What the server said beside a captured page: the way to it, who vouched for the site, and the headers. */
export function ServedReport({ served: { headers, chain, tls } }: { served: Served }) {
  const { formatDate, t } = useDeskWords()
  const copy = t.evidence
  const facts = [
    {
      key: 'tls',
      term: copy.servedFacts.tls,
      text: tls === null ? copy.plainHttp : copy.overTls(tls.protocol ?? 'TLS'),
    },
    ...(tls === null
      ? []
      : [
          {
            key: 'certificates',
            term: copy.servedFacts.certificates,
            text: (
              <ol className="served">
                {tls.certificates.map((one) => (
                  <li key={one.fingerprint}>
                    {copy.certificate(one.subject, one.issuer)}.{' '}
                    {copy.certificateDays(
                      formatDate(one.validFrom.slice(0, 10)),
                      formatDate(one.validTo.slice(0, 10)),
                    )}{' '}
                    <code className="hash">{one.fingerprint}</code>
                  </li>
                ))}
              </ol>
            ),
          },
        ]),
    ...(chain.length === 0
      ? []
      : [
          {
            key: 'way',
            term: copy.servedFacts.way,
            text: (
              <ol className="served">
                {chain.map(({ url, status }) => (
                  <li key={url}>
                    {url} ({status})
                  </li>
                ))}
              </ol>
            ),
          },
        ]),
    {
      key: 'headers',
      term: copy.servedFacts.headers,
      text: (
        <ul className="served">
          {Object.entries(headers).map(([name, value]) => (
            <li key={name}>
              <code className="hash">
                {name}: {value}
              </code>
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <section className="part" aria-labelledby="served">
      <h2 id="served">{copy.served}</h2>
      <p className="quiet">{copy.servedLead}</p>
      <Facts facts={facts} />
    </section>
  )
}
