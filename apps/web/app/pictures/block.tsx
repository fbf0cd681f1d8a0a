import { Fragment, type ReactNode } from 'react'

/** A part of a picture, drawn from its own upper left corner. */
export type Block = { readonly width: number; readonly height: number; readonly node: ReactNode }

export const gap = (height: number): Block => ({ width: 0, height, node: null })

const round = (value: number): number => Math.round(value * 100) / 100

export function At({ x, y, children }: { x: number; y: number; children: ReactNode }) {
  return <g transform={`translate(${round(x)} ${round(y)})`}>{children}</g>
}

/** Blocks one under the other. */
export function stack(blocks: readonly Block[]): Block {
  let y = 0
  const placed = blocks.map(({ height, node }, index) => {
    const at = y
    y += height
    return node === null ? null : (
      <At key={index} x={0} y={at}>
        {node}
      </At>
    )
  })
  return { width: Math.max(0, ...blocks.map(({ width }) => width)), height: y, node: <>{placed}</> }
}

/** Blocks side by side, each at its own distance from the left; as high as the highest. */
export function beside(blocks: readonly (readonly [x: number, block: Block])[]): Block {
  return {
    width: Math.max(0, ...blocks.map(([x, { width }]) => x + width)),
    height: Math.max(0, ...blocks.map(([, { height }]) => height)),
    node: blocks.map(([x, { node }], index) => (
      <Fragment key={index}>
        <At x={x} y={0}>
          {node}
        </At>
      </Fragment>
    )),
  }
}
