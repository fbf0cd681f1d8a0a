import { type ComponentProps, createElement, type JSX } from 'react'

/** A part of a drawing as it is written in SVG: made by {@link draw} alone. */
export type Drawing = string & { readonly drawing: true }

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;' }
const special = /[&"<]/
const escapeText = (text: string): string =>
  // Nearly all are coordinates, colours and addresses, which have none of these.
  special.test(text) ? text.replace(/[&"<]/g, (sign) => entities[sign] ?? '') : text

/** An element of a drawing with its attributes, by their names in SVG, and the parts in it. */
export function draw(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...parts: readonly Drawing[]
): Drawing {
  let text = `<${tag}`
  for (const name in attributes) {
    const value = attributes[name] ?? ''
    text += ` ${name}="${typeof value === 'number' ? value : escapeText(value)}"`
  }
  if (parts.length === 0) return `${text}/>` as Drawing
  text += '>'
  for (const part of parts) text += part
  return `${text}</${tag}>` as Drawing
}

/** A text in a drawing, as it is. */
export const drawText = (text: string): Drawing => escapeText(text) as Drawing

type Tag = 'svg' | 'g' | 'defs' | 'span'

/**
 * An element with a drawing of many small parts in it. They are written at once: as elements of their own, hundreds of
 * marks would take most of the time that a page needs to be made.
 */
export function Drawn<As extends Tag>({
  as,
  parts,
  ...props
}: { readonly as: As; readonly parts: readonly Drawing[] } & Omit<
  ComponentProps<As>,
  'children'
>): JSX.Element {
  // Every part was written by `draw`, which escapes its values.
  return createElement(as, { ...props, dangerouslySetInnerHTML: { __html: parts.join('') } })
}
