import { SaxesParser } from 'saxes'
import { TooMuch } from './inspection.ts'

/** An element with its namespace resolved; attributes in the order and with the prefixes that they came with. */
export type XmlElement = {
  readonly name: string
  readonly uri: string
  readonly local: string
  attributes: readonly XmlAttribute[]
  children: readonly (XmlElement | string)[]
}

export type XmlAttribute = {
  readonly name: string
  readonly uri: string
  readonly local: string
  readonly value: string
}

const maxDepth = 256
const maxNodes = 1_000_000

/**
 * The root of an XML document in UTF-8. Throws on anything that is not well-formed, and on any DOCTYPE: no entity is ever
 * declared, so none is expanded or fetched. Runs in a child process only, where its error counts as a damaged file.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const parser = new SaxesParser({ xmlns: true })
  const open: { element: XmlElement; children: (XmlElement | string)[] }[] = []
  let root: XmlElement | null = null
  let nodes = 0
  const count = () => {
    nodes += 1
    if (nodes > maxNodes) throw new TooMuch()
  }
  const addText = (part: string) => {
    count()
    open.at(-1)?.children.push(part)
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('A document type is refused.')
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', (tag) => {
    count()
    if (open.length >= maxDepth) throw new Error('Nested too deep.')
    const children: (XmlElement | string)[] = []
    const attributes = Object.values(tag.attributes).map(({ name, uri, local, value }) => ({
      name,
      uri,
      local,
      value,
    }))
    const element = { name: tag.name, uri: tag.uri, local: tag.local, attributes, children }
    open.at(-1)?.children.push(element)
    open.push({ element, children })
    root ??= element
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  if (root === null) throw new Error('No root element.')
  return root
}

const marks: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const formatValue = (text: string) => text.replace(/[&<>"\t\n\r]/g, (mark) => marks[mark] ?? mark)

export const formatXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${formatElement(root)}`

function formatElement({ name, attributes, children }: XmlElement): string {
  const head = name + attributes.map((one) => ` ${one.name}="${formatValue(one.value)}"`).join('')
  if (children.length === 0) return `<${head}/>`
  const inner = children.map((child) =>
    typeof child === 'string'
      ? child.replace(/[&<>\r]/g, (mark) => marks[mark] ?? mark)
      : formatElement(child),
  )
  return `<${head}>${inner.join('')}</${name}>`
}

/** All elements below, the element itself first, in the order of the document. */
export function* listElements(root: XmlElement): Generator<XmlElement> {
  yield root
  for (const child of root.children) if (typeof child !== 'string') yield* listElements(child)
}

/** The value of an attribute without a namespace, or of the one named. */
export const getAttribute = (element: XmlElement, local: string, uri = ''): string | undefined =>
  element.attributes.find((one) => one.local === local && one.uri === uri)?.value
