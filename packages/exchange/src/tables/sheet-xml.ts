import { SaxesParser } from 'saxes'
import { TableRefused } from './table-refused.ts'

type Attributes = Readonly<Record<string, string>>
export type Listener = {
  /** Names come without their prefix. */
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

/** How much is parsed at once; a workbook of 50 MB must not stand in memory as one text. */
const step = 65_536

/**
 * Reads a part of a workbook, element by element. A document type is refused before anything in it is looked at: no workbook has
 * one, and it is what entities that grow are made of.
 */
export function readXml(bytes: Uint8Array, listener: Listener): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const refuse = (): never => {
    throw new TableRefused('The workbook is damaged: a part of it is not well-formed. Save it again as XLSX.')
  }
  parser.on('doctype', () => {
    throw new TableRefused('The workbook has a document type, as no spreadsheet writes. It is not read.')
  })
  parser.on('error', refuse)
  parser.on('opentag', (tag) => {
    listener.open?.(bare(tag.name), tag.attributes as Attributes)
    if (tag.isSelfClosing) return
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  parser.on('closetag', (tag) => listener.close?.(bare(tag.name)))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.byteLength; at += step)
      parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: true }))
    parser.write(decoder.decode())
  } catch (error) {
    if (error instanceof TableRefused) throw error
    refuse()
  }
  parser.close()
}
