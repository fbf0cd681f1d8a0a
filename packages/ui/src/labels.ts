/*
 * Labels on a drawing never overlap. The server cannot measure text, so widths are estimated from the advance
 * widths of Source Sans 3, rounded up. The rule, in order:
 *
 * 1. Labels are placed by priority, then from left to right.
 * 2. Each tries its lanes in the order given, and in a lane stands centred on its mark, else ends at it, else starts at it.
 * 3. A first round also keeps clear of the vertical lines of the drawing; a second may cross them.
 * 4. With leaders, a label in a lower lane keeps a gap for its line in every lane above.
 * 5. A label that finds no place is dropped. Its mark stays, and the list and the table beside the drawing have its words.
 */

export type LabelRequest = {
  readonly key: string
  /** Where the mark stands. */
  readonly x: number
  /** Estimated width of the widest line, from `getTextWidth`. */
  readonly width: number
  /** Lanes to try, best first. */
  readonly lanes: readonly number[]
  /** Higher is placed first; 0 when left out. */
  readonly priority?: number
}

export type PlacedLabel = {
  readonly key: string
  readonly lane: number
  /** Left edge. */
  readonly left: number
  readonly width: number
}

export type LabelRoom = {
  readonly left: number
  readonly right: number
  /** Least distance between two labels of a lane; 10 when left out. */
  readonly gap?: number
  /** How far a label that ends or starts at its mark reaches past it; 8 when left out. */
  readonly overlap?: number
  /** Vertical lines that a label should not cross where it can stand elsewhere. */
  readonly avoid?: readonly number[]
  /** True when a line runs from the top of the lanes down to each label. */
  readonly leaders?: boolean
}

type Span = { readonly from: number; readonly to: number }

/** What stands in the lanes so far. */
class Taken {
  readonly #lanes = new Map<number, Span[]>()

  isFree(lane: number, from: number, to: number, gap: number): boolean {
    for (const span of this.#lanes.get(lane) ?? []) {
      if (to + gap > span.from && from < span.to + gap) return false
    }
    return true
  }

  add(lane: number, from: number, to: number): void {
    const spans = this.#lanes.get(lane)
    if (spans === undefined) this.#lanes.set(lane, [{ from, to }])
    else spans.push({ from, to })
  }
}

/** Places labels by the rule above. A request without a place is absent from the result. */
export function buildLabelLanes(
  requests: readonly LabelRequest[],
  room: LabelRoom,
): ReadonlyMap<string, PlacedLabel> {
  const { gap = 10, overlap = 8, avoid = [], leaders = false } = room
  const taken = new Taken()
  const placed = new Map<string, PlacedLabel>()
  const isClearOfLines = (from: number, to: number, own: number) =>
    avoid.every((line) => Math.abs(line - own) < 1 || line < from - 2 || line > to + 2)
  const hasWayDown = (lane: number, x: number, lanes: readonly number[]) =>
    !leaders || lanes.every((above) => above >= lane || taken.isFree(above, x, x, 3))
  const ordered = [...requests].sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0) || a.x - b.x)

  for (const request of ordered) {
    const chosen = choose(request)
    if (chosen === undefined) continue
    const { key, x, width, lanes } = request
    placed.set(key, { key, lane: chosen.lane, left: chosen.left, width })
    taken.add(chosen.lane, chosen.left, chosen.left + width)
    if (leaders) {
      for (const above of lanes) if (above < chosen.lane) taken.add(above, x, x)
    }
  }
  return placed

  /** The first place that fits and is clear of the lines, else the first that fits. */
  function choose({ x, width, lanes }: LabelRequest) {
    const lefts = [x - width / 2, x - width + overlap, x - overlap]
    let first: { readonly lane: number; readonly left: number } | undefined
    for (const lane of lanes) {
      for (const at of lefts) {
        const left = Math.min(Math.max(at, room.left), room.right - width)
        if (left < room.left || !taken.isFree(lane, left, left + width, gap)) continue
        if (!hasWayDown(lane, x, lanes)) continue
        if (isClearOfLines(left, left + width, x)) return { lane, left }
        first ??= { lane, left }
      }
    }
    return first
  }
}

const advances: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;'’‘|!()[\]і]/u, 0.29],
  [/[ \u00a0]/u, 0.2],
  [/[ftr/\-–]/u, 0.37],
  [/[mwMWжшщюфмыЖШЩЮФМЫ—…]/u, 0.86],
  [/[\p{Lu}]/u, 0.64],
  [/[а-яәғқңөұүһ]/u, 0.57],
]

/** Estimated width of a line of Source Sans 3, in the same unit as `size`. Rounded up: never less than the real width. */
export function getTextWidth(text: string, size = 13, bold = false): number {
  let em = 0
  for (const character of text) em += advances.find(([shape]) => shape.test(character))?.[1] ?? 0.54
  return Math.ceil(em * size * (bold ? 1.07 : 1))
}

/** Cuts a line at words so that no part is wider than `limit`, in at most `lines` parts; the last may be wider. */
export function buildLines(text: string, limit: number, lines: number): string[] {
  const parts: string[] = []
  for (const word of text.split(/\s+/u)) {
    const last = parts.at(-1)
    const wider = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && (parts.length === lines || getTextWidth(wider, 13, true) <= limit)) {
      parts[parts.length - 1] = wider
    } else parts.push(word)
  }
  return parts
}
