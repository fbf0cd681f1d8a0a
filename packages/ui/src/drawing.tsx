import { type ComponentProps, createElement, type JSX } from 'react'

/** A part of a drawing as it is written in SVG: made by {@link draw} alone. */
export type Drawing = string & { readonly drawing: true }

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;' }
const escapeValue = (value: string | number): string =>
  typeof value === 'number' ? String(value) : value.replace(/[&"<]/g, (sign) => entities[sign] ?? '')

/** An element of a drawing with its attributes, by their names in SVG, and the parts in it. */
export function draw(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...parts: readonly Drawing[]
): Drawing {
  let text = `<${tag}`
  for (const name in attributes) text += ` ${name}="${escapeValue(attributes[name] ?? '')}"`
  return `${text}${parts.length === 0 ? '/>' : `>${parts.join('')}</${tag}>`}` as Drawing
}

/** A text in a drawing, as it is. */
export const drawText = (text: string): Drawing => escapeValue(text) as Drawing

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
