import { getMethod } from '@waymark/scoring/methods/registry'
import { editionTableNames, editionTables } from './edition-columns.ts'
import type { EditionContent } from './edition-content.ts'

/** What the README says beside the content. */
export type ReadmeParts = {
  readonly id: string
  readonly title: string
  readonly note: string | null
  readonly issuedAt: string
  readonly address: string
  readonly corrects: { readonly id: string; readonly what: string } | null
  readonly key: string
  readonly dataSha256: string
}

/** Texts are quoted; what is made of them here is free. The same words stand in every workbook of the product. */
export const licence = `The compilation (selection, structure, findings, figures) may be used under the Creative Commons Attribution 4.0
International licence, https://creativecommons.org/licenses/by/4.0/. Name the edition and its address.

Texts quoted belong to their authors and are quoted with their source.

An independent record. Not of the European Union or of any government.
`

/** The README of a zip: what it is, how it is proved, the method, and every column. */
export function formatReadme(content: EditionContent, parts: ReadmeParts): string {
  const method = getMethod(content.method)
  return `# ${parts.title}

${content.dossier.title} (${content.dossier.key}), edition ${parts.id}

- As of ${content.asOf}: the world on that day.
- Known at ${content.knownAt}: what the record held at that instant.
- Method ${content.method}${method === null ? '' : `: ${method.title}`}.
- Published ${parts.issuedAt}.
- Address: ${parts.address}
${parts.note === null ? '' : `\n${parts.note}\n`}${
  parts.corrects === null
    ? ''
    : `\nThis edition corrects ${parts.corrects.id}, which stays as it was published: ${parts.corrects.what}\n`
}${content.dossier.note === null ? '' : `\n${content.dossier.note}\n`}
## Cite

${parts.title}. ${content.dossier.title}, edition ${parts.id}, as of ${content.asOf}, published ${parts.issuedAt.slice(0, 10)}. ${parts.address}
SHA-256 of the data: ${parts.dataSha256}

## Check

    waymark edition verify FILE.zip [--key KEY]

needs no database. It compares every file with \`manifest.json\`, the manifest with its signature in \`manifest.sig\`, and names
the file that differs. By hand: \`sha256sum edition.json\` gives the hash above; \`manifest.sig\` and \`checkpoint.txt\` are C2SP
signed notes (https://c2sp.org/signed-note) by the key in \`key.txt\`:

    ${parts.key}

Compare the key with the one that the site shows on its page of editions, or better with one that you noted before.
\`checkpoint.txt\` (https://c2sp.org/tlog-checkpoint) says how long the audit log was when this was published, and what its root
was. Keep it: no later state of the log can leave out or rewrite anything from before without contradicting it.

## Files

- \`edition.json\`: all tables as canonical JSON (RFC 8785). This is what is hashed, and what can be built again from the record.
- \`tables/*.csv\`: the same, a file a table. UTF-8 with byte order mark; texts that a spreadsheet would run begin with an apostrophe.
- \`edition.xlsx\`: the same, a sheet a table.
- \`method.json\`: the method by which figures were made.
- \`LICENCE.txt\`, \`key.txt\`, \`checkpoint.txt\`, \`manifest.json\`, \`manifest.sig\`

Cases of persons, outlets and groups are not in an edition: what is frozen for good holds nothing that a person may take
back. They stand on the site.

## Method

${
  method === null
    ? content.method
    : `Levels are worth ${Object.entries(method.values)
        .map(([level, value]) => `${level} ${value}`)
        .join(
          ', ',
        )}; contrary ${method.contrary}; an unknown from ${method.unknown.low} to ${method.unknown.high}, which is why the index is an interval.
The whole is the ${method.overall === 'mean-of-areas' ? 'mean of the areas' : 'mean of the recommendations'}. A finding is out of date ${
        method.freshnessMonths === null
          ? 'when its recommendation’s review interval is over'
          : `after ${method.freshnessMonths} months`
      }.`
}

## Tables and columns
${editionTableNames
  .map((name) => {
    const { title, about, columns } = editionTables[name]
    return `
### ${title} (\`${name}\`)

${about} ${content.tables[name].length} rows.

| column | meaning |
| --- | --- |
${columns.map((column) => `| ${column.name} | ${column.meaning} |`).join('\n')}
`
  })
  .join('')}`
}
