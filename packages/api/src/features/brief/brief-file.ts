import { type DocumentFormatName, documentFormats } from '@waymark/exchange/formats/document-formats'
import type { Language } from '@waymark/messages/language'
import { getDocumentFonts } from '../../common/document-fonts.ts'
import { listTextsOf } from '../../common/in-language.ts'
import type { Context } from '../../context.ts'
import type { Body } from '../../public-data/answer.ts'
import { buildPermalink } from '../../public-data/permalink.ts'
import { getMilestone } from '../milestone/list-milestones.query.ts'
import type { CountryBriefInput, MilestoneBriefInput } from './brief.input.ts'
import { getBriefWords } from './brief-words.ts'
import { buildCountryBrief } from './build-country-brief.ts'
import { buildMilestoneBrief } from './build-milestone-brief.ts'
import { type Extent, fitBrief } from './fit-brief.ts'
import { readCountryBrief } from './read-country-brief.query.ts'

/** A country brief of two pages as a file, from the public record alone. Refusals: those of the cut. */
export async function buildCountryBriefFile(
  ctx: Context,
  { lang = 'en', ...input }: CountryBriefInput,
  format: DocumentFormatName,
  origin: string,
): Promise<Body> {
  const brief = await readCountryBrief(ctx, input)
  const { cut } = brief.overview.frame
  const page = buildPermalink(buildPage(origin, lang, cut.dossier), cut)
  const fonts = getDocumentFonts()
  const texts = await listTextsOf(ctx, cut, lang, brief)
  const build = (extent: Extent) => buildCountryBrief(brief, getBriefWords(lang, texts), page, extent)
  const document = await fitBrief(build, 2, fonts)
  const bytes = await documentFormats[format].build(document, fonts)
  return {
    bytes,
    mediaType: documentFormats[format].mediaType,
    filename: `${cut.dossier}-brief-${cut.asOf}.${format}`,
  }
}

/** A milestone brief of one page as a file, from the public record alone. Refusals: those of the cut, `not-found`. */
export async function buildMilestoneBriefFile(
  ctx: Context,
  { lang = 'en', ...input }: MilestoneBriefInput,
  format: DocumentFormatName,
  origin: string,
): Promise<Body> {
  const detail = await getMilestone(ctx, input)
  const { cut } = detail.frame
  const { key } = detail.milestone
  const page = buildPermalink(buildPage(origin, lang, `${cut.dossier}/milestones/${key}`), cut)
  const fonts = getDocumentFonts()
  const texts = await listTextsOf(ctx, cut, lang, detail)
  const build = (extent: Extent) => buildMilestoneBrief(detail, getBriefWords(lang, texts), page, extent)
  const document = await fitBrief(build, 1, fonts)
  const bytes = await documentFormats[format].build(document, fonts)
  return {
    bytes,
    mediaType: documentFormats[format].mediaType,
    filename: `${cut.dossier}-${key}-brief-${cut.asOf}.${format}`,
  }
}

/** English pages stand at the root, those of the other languages below their code (docs/decisions/0015). */
const buildPage = (origin: string, lang: Language, path: string): URL =>
  new URL(lang === 'en' ? `/${path}` : `/${lang}/${path}`, origin)
