import type { XmlAttribute, XmlElement } from './xml.ts'

const references =
  /^http:\/\/(schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(2006\/)?relationships$/

/** Elements that are left out with all they hold: comments, codes of fields, traces of the writer, attached data. */
const dropped = new Set(
  'commentRangeStart commentRangeEnd commentReference annotationRef fldChar instrText delInstrText attachedTemplate docVars rsids mailMerge documentProtection writeProtection dataBinding embedRegular embedBold embedItalic embedBoldItalic saveThroughXslt hdrShapeDefaults'.split(
    ' ',
  ),
)
/** Elements that are replaced by what they hold: a computed field by its last result. */
const unwrapped = new Set(['fldSimple', 'customXml', 'smartTag'])
const programs = new Set(['object', 'control', 'altChunk', 'subDoc', 'scriptAnchor'])
const pictures = new Set(['drawing', 'pict'])
/** Whose change, when; which session of editing a line is from. */
const names = new Set(['author', 'initials', 'date', 'dateUtc', 'userId', 'providerId'])
const isTrace = ({ local }: XmlAttribute) => /^rsid/i.test(local) || local === 'paraId' || local === 'textId'

/**
 * A part without comments, fields and names: tracked changes stay, as changes by nobody on no day. A picture whose file is not
 * kept goes with its frame. `programs` when the part itself brings one in.
 */
export function cleanPart(root: XmlElement, kept: ReadonlySet<string>): XmlElement | 'programs' {
  try {
    return cleanElement(root, kept)[0] ?? { ...root, attributes: [], children: [] }
  } catch (error) {
    if (error instanceof ProgramFound) return 'programs'
    throw error
  }
}

class ProgramFound extends Error {}

function cleanElement(element: XmlElement, kept: ReadonlySet<string>): XmlElement[] {
  const { local, uri } = element
  const isWord = /wordprocessingml/.test(uri)
  if (isWord && programs.has(local)) throw new ProgramFound()
  if (isWord && dropped.has(local)) return []
  const isPicture = isWord && pictures.has(local)
  if (isPicture && hasLost(element, kept)) return []
  const children = element.children.flatMap((child): (XmlElement | string)[] =>
    typeof child === 'string' ? [child] : cleanElement(child, kept),
  )
  const lost = element.attributes.some((one) => references.test(one.uri) && !kept.has(one.value))
  if ((isWord && unwrapped.has(local)) || (isWord && local === 'hyperlink' && lost))
    return children.filter((child) => typeof child !== 'string')
  if (lost) return []
  const attributes = element.attributes.flatMap((one): XmlAttribute[] => {
    if (isTrace(one)) return []
    if (!names.has(one.local) || !/wordprocessingml|microsoft\.com\/office\/word/.test(one.uri)) return [one]
    return one.local === 'author' ? [{ ...one, value: '—' }] : []
  })
  return [{ ...element, attributes, children }]
}

/** Does the picture refer to a file that is not kept? Its link, or its second form in SVG, may go without it. */
function hasLost(element: XmlElement, kept: ReadonlySet<string>): boolean {
  return (
    element.attributes.some((one) => references.test(one.uri) && !kept.has(one.value)) ||
    element.children.some(
      (child) => typeof child !== 'string' && !/^(hlink|svgBlip)/.test(child.local) && hasLost(child, kept),
    )
  )
}
