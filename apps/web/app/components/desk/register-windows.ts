import { useCallback, useEffect, useRef, useState } from 'react'
import { browserApi } from '../../http/browser-api.ts'
import { buildListInput, type RegisterQuery } from './register-query.ts'
import type { RegisterRow, RegisterWindow } from './views.ts'

/** Rows that are fetched at once. */
const windowSize = 100
/** A range that is only scrolled past within this time is not fetched, in milliseconds. */
const settling = 60

type Kept = { key: string; rows: Map<number, RegisterRow>; total: number }

/**
 * The rows of the register by their place, fetched a window at a time as they come into view. What was read stays while more
 * is on its way. `begin`: what the page came with; its rows take the place of older ones.
 */
export function useRegisterWindows(query: RegisterQuery, begin: RegisterWindow) {
  const input = buildListInput(query)
  const key = JSON.stringify(input)
  const kept = useRef<Kept>({ key: '', rows: new Map(), total: 0 })
  const [, setTick] = useState(0)
  const [hasFailed, setFailed] = useState(false)
  const pending = useRef(new Map<number, AbortController>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef<RegisterWindow | null>(null)

  if (kept.current.key !== key) kept.current = { key, rows: new Map(), total: begin.total }
  if (last.current !== begin) {
    last.current = begin
    kept.current.total = begin.total
    for (const [i, row] of begin.rows.entries()) kept.current.rows.set(begin.offset + i, row)
  }

  // What was asked for by another filter or order is of no use.
  useEffect(() => {
    setFailed(false)
    const asked = pending.current
    return () => {
      clearTimeout(timer.current)
      for (const one of asked.values()) one.abort()
      asked.clear()
    }
  }, [key])

  const latest = useRef(input)
  latest.current = input

  const fetchWindow = useCallback(async (place: number) => {
    if (pending.current.has(place)) return
    const abort = new AbortController()
    pending.current.set(place, abort)
    const { current } = kept
    try {
      const answer = await browserApi.register.list.query(
        { ...latest.current, offset: place * windowSize, limit: windowSize },
        { signal: abort.signal },
      )
      for (const [i, row] of answer.rows.entries()) current.rows.set(answer.offset + i, row)
      current.total = answer.total
      setFailed(false)
    } catch {
      if (!abort.signal.aborted) setFailed(true)
    } finally {
      if (pending.current.get(place) === abort) pending.current.delete(place)
      if (!abort.signal.aborted) setTick((n) => n + 1)
    }
  }, [])

  /** Says which rows are in view; what of them was not read yet is fetched once the range rests. */
  const show = useCallback(
    (first: number, end: number) => {
      clearTimeout(timer.current)
      const isMissing = (i: number) => i < kept.current.total && !kept.current.rows.has(i)
      const places = new Set<number>()
      for (let i = first; i <= end; i += 1) if (isMissing(i)) places.add(Math.floor(i / windowSize))
      if (places.size === 0) return
      timer.current = setTimeout(() => {
        for (const place of places) void fetchWindow(place)
      }, settling)
    },
    [fetchWindow],
  )

  const { rows, total } = kept.current
  return { rows, total, show, hasFailed, key }
}
