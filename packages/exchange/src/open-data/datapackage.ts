import {
  type Catalogue,
  type CatalogueColumn,
  dataLicence,
  describeDossier,
  getDescriptions,
  mediaTypes,
} from './catalogue.ts'

const partialDate = '^\\d{4}(-\\d{2}(-\\d{2})?)?$'

/** A column as a field of a Table Schema. A date known by its year alone is no date there: it is a text of that form. */
function buildField({ name, type, values, always, description }: CatalogueColumn) {
  const constraints = {
    ...(always ? { required: true } : {}),
    ...(values === null ? {} : { enum: values }),
    ...(type === 'partial-date' ? { pattern: partialDate } : {}),
  }
  return {
    name,
    type: type === 'partial-date' ? 'string' : type === 'instant' ? 'datetime' : type,
    description,
    ...(type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}

const resourceName = (name: string): string => name.toLowerCase()

/**
 * The tables of a dossier as a Frictionless Data Package (version 2): the CSV file of each view that can be had whole, with
 * a Table Schema; of views without a table the JSON.
 *
 * @param sources what the record rests on: title and, where it has one, the address
 */
export function buildDatapackage(
  catalogue: Catalogue,
  sources: readonly { readonly title: string; readonly path: string | null }[],
): object {
  const { origin, publisher, contact, dossier, modified, views } = catalogue
  const licences = [{ name: dataLicence.spdx, title: dataLicence.title, path: dataLicence.url }]
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: dossier.key,
    id: getDescriptions(catalogue).datapackage,
    title: `Waymark: ${dossier.title}`,
    description: describeDossier(dossier),
    homepage: `${origin}/${dossier.key}`,
    created: modified,
    licenses: licences,
    contributors: [
      {
        title: publisher,
        roles: ['publisher'],
        path: `${origin}/`,
        ...(contact === null || contact.startsWith('http') ? {} : { email: contact }),
      },
    ],
    sources: sources.map(({ title, path }) => ({ title, ...(path === null ? {} : { path }) })),
    resources: views.flatMap(({ name, title, description, files, columns }) => {
      const file = files.find(({ format }) => format === (columns === null ? 'json' : 'csv'))
      if (file === undefined) return []
      const common = {
        name: resourceName(name),
        path: file.url,
        title,
        description,
        format: file.format,
        mediatype: mediaTypes[file.format],
        encoding: 'utf-8',
        licenses: licences,
      }
      return columns === null
        ? [common]
        : [
            {
              ...common,
              type: 'table',
              $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
              dialect: {
                $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
                lineTerminator: '\r\n',
              },
              schema: {
                $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
                fields: columns.map(buildField),
                missingValues: [''],
              },
            },
          ]
    }),
  }
}
