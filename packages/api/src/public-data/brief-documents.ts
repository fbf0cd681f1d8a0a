import { type DocumentFormatName, documentFormats } from '@waymark/exchange/formats/document-formats'
import { countryBriefInput, milestoneBriefInput } from '../features/brief/brief.input.ts'
import { buildCountryBriefFile, buildMilestoneBriefFile } from '../features/brief/brief-file.ts'
import type { Document } from './documents.ts'

const names = { pdf: 'a tagged PDF', docx: 'a Word document' } as const satisfies Record<
  DocumentFormatName,
  string
>
const formats = Object.keys(documentFormats) as DocumentFormatName[]

/** The briefs: a page or two of what a view shows, to be printed or sent. */
export const briefDocuments: readonly Document[] = formats.flatMap((format): Document[] => [
  {
    path: `/{dossier}/brief.${format}`,
    mediaType: documentFormats[format].mediaType,
    description: `The state of the dossier on two pages, as ${names[format]}.`,
    input: countryBriefInput,
    read: (ctx, input, address) =>
      buildCountryBriefFile(ctx, countryBriefInput.parse(input), format, address.origin),
  },
  {
    path: `/{dossier}/milestones/{key}/brief.${format}`,
    mediaType: documentFormats[format].mediaType,
    description: `A milestone with its conditions on one page, as ${names[format]}.`,
    input: milestoneBriefInput,
    read: (ctx, input, address) =>
      buildMilestoneBriefFile(ctx, milestoneBriefInput.parse(input), format, address.origin),
  },
])
