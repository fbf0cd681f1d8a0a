import type { ReactNode } from 'react'

/** The rank of a heading; the page decides it so that no rank is skipped. */
export type HeadingLevel = 2 | 3 | 4

export function Heading({
  level,
  id,
  className,
  children,
}: {
  level: HeadingLevel
  id?: string
  className?: string
  children: ReactNode
}) {
  const Tag = `h${level}` as const
  return (
    <Tag id={id} className={className}>
      {children}
    </Tag>
  )
}
