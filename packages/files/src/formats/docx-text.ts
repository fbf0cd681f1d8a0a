import type { XmlElement } from './xml.ts'

/** The paragraphs of a part as they read with changes accepted: what was struck out is not among them. */
export function listParagraphs(root: XmlElement): string[] {
  const paragraphs: string[] = []
  const visit = (element: XmlElement): void => {
    if (element.local === 'p') paragraphs.push(getText(element))
    else for (const child of element.children) if (typeof child !== 'string') visit(child)
  }
  visit(root)
  return paragraphs
}

function getText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return element.local === 't' ? child : ''
      if (child.local === 'tab' && element.local === 'r') return '\t'
      if (child.local === 'br' || child.local === 'cr') return '\n'
      if (child.local === 'del' || child.local === 'moveFrom' || child.local === 'Fallback') return ''
      return getText(child)
    })
    .join('')
}
