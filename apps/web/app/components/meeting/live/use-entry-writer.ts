import { TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@waymark/api/router'
import type { EntryKind } from '@waymark/meeting/event'
import { useEffect, useRef, useState } from 'react'
import { browserApi } from '../../../http/browser-api.ts'

export type Writing = 'idle' | 'saving' | 'saved' | 'offline' | 'conflict'

type Place = { readonly dossier: string; readonly meeting: number }
type Sent = Parameters<typeof browserApi.meeting.record.mutate>[0]

/** A pause in typing after which it is sent, and how long a sentence without a pause waits at most, in milliseconds. */
const pauseMs = 500
const mostMs = 1_200
const retryMs = 1_000

/**
 * Sends what is typed into one entry while it is typed, one version after the other. A version that got no answer is sent
 * again as it was, so that it is recorded once; only then comes what was typed since. After a refusal nothing is sent any
 * more: what was typed stays in its field.
 *
 * @param rev the version that the page shows; 0 for an entry that is not there yet
 */
export function useEntryWriter(
  place: Place,
  { item, entry, rev }: { item: string; entry: string; rev: number },
) {
  const [writing, setWriting] = useState<Writing>('idle')
  const pen = useRef({
    rev,
    waiting: null as { text: string; kind: EntryKind } | null,
    sent: null as Sent | null,
  })
  const timers = useRef<{ pause?: ReturnType<typeof setTimeout>; most?: ReturnType<typeof setTimeout> }>({})
  const isClean = () => pen.current.waiting === null && pen.current.sent === null
  if (isClean() && rev > pen.current.rev) pen.current.rev = rev

  const clear = () => {
    clearTimeout(timers.current.pause)
    clearTimeout(timers.current.most)
    timers.current = {}
  }
  const send = async (): Promise<boolean> => {
    clear()
    const { current } = pen
    if (current.sent !== null) return false
    if (current.waiting === null) return true
    const { text, kind } = current.waiting
    current.waiting = null
    current.sent = {
      ...place,
      id: crypto.randomUUID(),
      event: { kind: 'entry-written', item, entry, entryKind: kind, text, basedOn: current.rev },
    }
    return deliver()
  }
  const deliver = async (): Promise<boolean> => {
    const { current } = pen
    if (current.sent === null) return true
    setWriting('saving')
    try {
      await browserApi.meeting.record.mutate(current.sent)
    } catch (error) {
      if (isAnswered(error)) {
        setWriting('conflict')
        return false
      }
      setWriting('offline')
      await new Promise((resolve) => setTimeout(resolve, retryMs))
      return deliver()
    }
    current.sent = null
    current.rev += 1
    if (current.waiting !== null) return send()
    setWriting('saved')
    return true
  }
  const type = (text: string, kind: EntryKind) => {
    if (text.trim() === '' || writing === 'conflict') return
    pen.current.waiting = { text, kind }
    clearTimeout(timers.current.pause)
    timers.current.pause = setTimeout(send, pauseMs)
    timers.current.most ??= setTimeout(send, mostMs)
  }
  /** Goes on from the version on record; what was typed is given up. */
  const giveUp = (onRecord: number) => {
    pen.current = { rev: onRecord, waiting: null, sent: null }
    setWriting('idle')
  }
  // What was typed last goes out as the page, or this field of it, goes.
  const latest = useRef(send)
  latest.current = send
  useEffect(() => {
    const leave = () => void latest.current()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return { writing, isClean, type, send, giveUp }
}

/** True when the server said no; anything else is a line or a server that is down. */
const isAnswered = (error: unknown): boolean => {
  if (!(error instanceof TRPCClientError)) return false
  const status = (error as TRPCClientError<AppRouter>).data?.httpStatus
  return status !== undefined && status < 500 && status !== 429
}
